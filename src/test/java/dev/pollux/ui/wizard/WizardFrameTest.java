package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.draft.Step;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.ManualBackground;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The frame around the steps: the bar above, the line below, the way on and back, undo, and
/// starting over.
class WizardFrameTest extends ApplicationTest {
  private static final Map<Step, String> SHOWN =
      Map.of(
          Step.SOURCE, "wizard-source",
          Step.REQUESTS, "wizard-template",
          Step.MODEL, "wizard-model-list",
          Step.DESTINATION, "wizard-table-name",
          Step.REVIEW, "wizard-review-checks");
  private final ManualBackground background = new ManualBackground();
  private WizardScreen screen;
  private WizardController wizard;
  private Stage stage;
  private Scene scene;

  @Override
  public void start(Stage shared) {
    screen = new WizardScreen(Locale.ENGLISH, background);
    wizard = screen.wizard();
    scene = WizardScreen.scene(wizard, false, false);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
    stage.requestFocus();
    wizard.restore(screen.fixture.draft);
    wizard.activate();
    settle();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void settle() {
    do {
      background.workAll();
      background.deliver();
    } while (!background.waiting().isEmpty());
  }

  private Node node(String id) {
    return scene.lookup("#" + id);
  }

  private void fire(String id) {
    interact(() -> {
      ((ButtonBase) node(id)).fire();
      settle();
    });
  }

  private String asked() {
    return screen.kept.getLast().spec().template().text();
  }

  private static String entry(Step step) {
    return "wizard-step-" + step.name().toLowerCase(Locale.ROOT);
  }

  private Step shown() {
    List<Step> all = SHOWN.keySet().stream().filter(step -> node(SHOWN.get(step)) != null).toList();
    assertThat(all).as("steps in front").hasSize(1);
    return all.getFirst();
  }

  @Test
  void nextAndBackGoThroughTheStepsAndSayWhereTo() {
    for (Step step : Step.values()) {
      assertThat(shown()).isEqualTo(step);
      Node next = node("wizard-next");
      assertThat(next.isVisible()).isEqualTo(step != Step.REVIEW);
      assertThat(node("wizard-back").isVisible()).isEqualTo(step != Step.SOURCE);
      if (step != Step.REVIEW) {
        String name = step.next().name();
        assertThat(((Button) next).getText())
            .isEqualTo("Next: " + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        fire("wizard-next");
      }
    }
    fire("wizard-back");
    assertThat(shown()).isEqualTo(Step.DESTINATION);
  }

  /// Who presses Next by key goes on in the step that comes.
  @Test
  void theFocusGoesIntoTheStepThatIsGoneTo() {
    for (Step step : List.of(Step.REQUESTS, Step.MODEL, Step.DESTINATION, Step.REVIEW)) {
      interact(() -> node("wizard-next").requestFocus());
      fire("wizard-next");
      assertThat(shown()).isEqualTo(step);
      assertThat(scene.getFocusOwner()).as(step.name()).isNotNull();
      assertThat(scene.getFocusOwner().getId())
          .as(step.name())
          .isNotIn("wizard-next", "wizard-back", null);
      assertThat(scene.getFocusOwner().getId()).as(step.name()).doesNotStartWith("wizard-step-");
    }
  }

  @Test
  void theKeysOfNextAndBackDoWhatTheirButtonsDo() {
    press(wizard::back);
    assertThat(shown()).isEqualTo(Step.SOURCE);
    for (Step step : List.of(Step.REQUESTS, Step.MODEL, Step.DESTINATION, Step.REVIEW)) {
      press(wizard::next);
      assertThat(shown()).isEqualTo(step);
    }
    press(wizard::next);
    assertThat(shown()).as("nothing is sent by that key").isEqualTo(Step.REVIEW);
    for (Step step : List.of(Step.DESTINATION, Step.MODEL, Step.REQUESTS, Step.SOURCE)) {
      press(wizard::back);
      assertThat(shown()).isEqualTo(step);
      assertThat(scene.getFocusOwner().getId()).as(step.name()).startsWith("wizard-");
      assertThat(scene.getFocusOwner().getId())
          .as(step.name())
          .isNotIn("wizard-next", "wizard-back", "wizard-start-over", "wizard-undo");
    }
    interact(() -> wizard.restore(screen.fixture.draft.withTarget(to -> to.withTable("no good!"))));
    fire(entry(Step.DESTINATION));
    interact(() -> node("wizard-dataset").requestFocus());
    press(wizard::next);
    assertThat(scene.getFocusOwner().getId()).isEqualTo("wizard-table-name");
    assertThat(((Labeled) node("wizard-error")).getText()).isNotBlank();
  }

  private void press(Runnable key) {
    interact(() -> {
      key.run();
      settle();
    });
  }

  @Test
  void aStepOfTheBarIsGoneToAsFarAsNothingStops() {
    fire(entry(Step.REVIEW));
    assertThat(shown()).isEqualTo(Step.REVIEW);
    fire(entry(Step.SOURCE));
    assertThat(shown()).isEqualTo(Step.SOURCE);
    interact(() -> {
      wizard.restore(screen.fixture.draft.withTarget(to -> to.withTable("no good!")));
      settle();
    });
    fire(entry(Step.REVIEW));
    assertThat(shown()).as("what stops is shown").isEqualTo(Step.DESTINATION);
    assertThat(((Labeled) node("wizard-error")).getText()).isNotBlank();
  }

  @Test
  void everyStepOfTheBarHasANameForAScreenReader() {
    for (Step step : Step.values()) {
      Node entry = node(entry(step));
      assertThat(entry.isFocusTraversable()).as(entry(step)).isTrue();
      assertThat(entry.getAccessibleText()).as(entry(step)).isNotBlank();
    }
    assertThat(node("wizard-undo").getAccessibleText()).isNotBlank();
    assertThat(node("wizard-redo").getAccessibleText()).isNotBlank();
  }

  @Test
  void theLineBelowSaysWhatTheJobIsSoFar() {
    String said = ((Labeled) node("wizard-summary")).getText();
    assertThat(said).contains("2", "gemini-3.8-flash", "mine.answers");
    fire("wizard-start-over");
    assertThat(((Labeled) node("wizard-summary")).getText()).doesNotContain("mine.answers");
  }

  @Test
  void startingOverIsOneStepOfUndo() {
    fire(entry(Step.DESTINATION));
    fire("wizard-start-over");
    assertThat(shown()).isEqualTo(Step.SOURCE);
    assertThat(asked()).isEmpty();
    assertThat(node("wizard-undo").isDisabled()).isFalse();
    fire("wizard-undo");
    assertThat(asked()).isEqualTo("Which subject? {{text}}");
    fire("wizard-redo");
    assertThat(asked()).isEmpty();
  }

  @Test
  void undoAndRedoHaveKeys() {
    fire("wizard-start-over");
    interact(() -> node("wizard-next").requestFocus());
    push(KeyCode.SHORTCUT, KeyCode.Z);
    interact(this::settle);
    assertThat(asked()).isEqualTo("Which subject? {{text}}");
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    interact(this::settle);
    assertThat(asked()).isEmpty();
  }

  /// Only a press on Next goes on.
  @Test
  void enterInAFieldStaysOnItsStep() {
    for (Step step : List.of(Step.SOURCE, Step.DESTINATION)) {
      fire(entry(step));
      interact(() -> node(SHOWN.get(step)).requestFocus());
      push(KeyCode.ENTER);
      interact(this::settle);
      assertThat(shown()).isEqualTo(step);
    }
  }

  @Test
  void whereOneWasIsGoneOnWith() {
    for (Step step : Step.values()) {
      interact(() -> {
        wizard.resume(step);
        wizard.activate();
        settle();
      });
      assertThat(shown()).isEqualTo(step);
    }
    interact(() -> {
      wizard.restore(dev.pollux.draft.Draft.EMPTY);
      wizard.onStartOver();
      wizard.resume(Step.REVIEW);
    });
    assertThat(shown()).as("nothing to go on with").isEqualTo(Step.SOURCE);
  }

  /// What is wrong with a column stands below the columns; a name that is merely missing is said by
  /// the press that it stops.
  @Test
  void whatIsWrongWithAColumnIsSaidOnce() {
    fire("wizard-next");
    columns(new Member("1st", new AnswerSchema.Type.Text(), "", true));
    assertThat(((Labeled) node("wizard-schema-line")).getText()).contains("1st");
    assertThat(((Labeled) node("wizard-error")).getText()).isEmpty();
    fire("wizard-next");
    assertThat(shown()).isEqualTo(Step.REQUESTS);
    assertThat(((Labeled) node("wizard-error")).getText()).as("said once").isEmpty();

    columns(new Member("", new AnswerSchema.Type.Text(), "", true));
    assertThat(((Labeled) node("wizard-error")).getText()).as("nobody pressed").isEmpty();
    fire("wizard-next");
    assertThat(((Labeled) node("wizard-error")).getText()).isEqualTo("Give the column a name.");
  }

  private void columns(Member... members) {
    interact(() -> {
      AnswerSchema schema = new AnswerSchema(List.of(members));
      wizard.restore(screen.fixture.draft.withSpec(s -> s.withAnswer(Optional.of(schema))));
      wizard.resume(Step.REQUESTS);
      wizard.activate();
      settle();
    });
  }

  @Test
  void aFixTouchesNotTheFooter() {
    interact(() -> {
      wizard.restore(
          screen.fixture.draft.withSpec(
              s -> s.withTemplate(Template.parse("Of what is {{txt}}?"))));
      wizard.resume(Step.REQUESTS);
      wizard.activate();
      settle();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    });
    Node fix = node("wizard-fix");
    Node footer = scene.lookup(".wizard-footer");
    assertThat(footer.localToScene(footer.getLayoutBounds()).getMinY())
        .isGreaterThanOrEqualTo(fix.localToScene(fix.getLayoutBounds()).getMaxY() + 4);
  }

  @Test
  void submitStaysWhereItWasPressed() {
    fire(entry(Step.REVIEW));
    double before = bottomOfSubmit();
    interact(() -> ((ButtonBase) node("wizard-submit")).fire());
    assertThat(node("wizard-progress").isVisible()).isTrue();
    assertThat(((Labeled) node("wizard-progress")).getText()).isNotBlank();
    assertThat(bottomOfSubmit()).isEqualTo(before);
  }

  private double bottomOfSubmit() {
    interact(() -> scene.getRoot().layout());
    Node submit = node("wizard-submit");
    return submit.localToScene(submit.getBoundsInLocal()).getMaxY();
  }
}
