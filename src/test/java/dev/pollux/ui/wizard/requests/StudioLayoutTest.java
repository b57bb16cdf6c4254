package dev.pollux.ui.wizard.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.ManualBackground;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.wizard.StudioScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The studio in both languages, light and dark, as large as the frame leaves it in the smallest
/// window: no word is cut, nothing lies on something else or leaves the window, whatever is asked.
@ExtendWith(ApplicationExtension.class)
class StudioLayoutTest {
  private static final int WIDTH = 924;
  private static final int HEIGHT = 520;
  private final ManualBackground background = new ManualBackground();
  private Stage stage;
  private StudioScreen studio;
  private Scene scene;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  private void open(FxRobot robot, String language, boolean dark, List<String> more) {
    robot.interact(() -> {
      studio =
          new StudioScreen(
              Locale.forLanguageTag(language),
              background,
              request ->
                  request.contains("1791")
                      ? ""
                      : StudioScreen.answer("{\"subject\":\"war\"}", "STOP"),
              more);
      studio.open();
      scene = studio.scene(WIDTH, HEIGHT, dark);
      stage.setScene(scene);
      stage.show();
    });
  }

  private void ask(FxRobot robot, String template, int columns) {
    robot.interact(() -> {
      studio.model.edit(
          "",
          draft ->
              draft.withSpec(spec ->
                  spec.withTemplate(Template.parse(template))
                      .withSystem("You are a careful historian.")
                      .withAnswer(Optional.of(schema(columns)))));
      studio.look();
    });
  }

  private static AnswerSchema schema(int columns) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      AnswerSchema.Type type =
          switch (i % 4) {
            case 0 -> new AnswerSchema.Type.Choice(List.of("economy", "war", "law"));
            case 1 -> new AnswerSchema.Type.Decimal();
            case 2 -> new AnswerSchema.Type.YesNo();
            default -> new AnswerSchema.Type.Text();
          };
      members.add(new Member("column_" + i, type, "what it means", i % 2 == 0));
    }
    return new AnswerSchema(members);
  }

  private void noFaults(FxRobot robot, String where) {
    WaitForAsyncUtils.waitForFxEvents();
    List<String> faults = new ArrayList<>();
    robot.interact(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      faults.addAll(LayoutFaults.of(scene));
    });
    assertThat(faults).as(where).isEmpty();
  }

  private void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ToggleButton.class).fire());
  }

  @ParameterizedTest
  @CsvSource({"en, false", "en, true", "fr, false", "fr, true"})
  void everyPageFits(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    noFaults(robot, "nothing written");
    ask(robot, "Which subject does this passage of {{year}} deal with?\n\n{{text}}", 6);
    noFaults(robot, "preview");
    robot.interact(() -> robot.lookup("#wizard-trial-start").queryAs(Button.class).fire());
    noFaults(robot, "trial under way");
    robot.interact(() -> background.settle());
    noFaults(robot, "trial");
    ask(robot, "Which subject does this passage of {{year}} deal with? {{text}}", 6);
    noFaults(robot, "trial of an earlier request");
    press(robot, "wizard-tab-rows");
    robot.interact(() -> robot.lookup("#wizard-rows-add").queryAs(Button.class).fire());
    robot.interact(() -> studio.look());
    noFaults(robot, "rows");
    press(robot, "wizard-tab-columns");
    robot.interact(() -> robot.lookup("#wizard-files-add").queryAs(Button.class).fire());
    noFaults(robot, "columns");
    press(robot, "wizard-schema-show");
    noFaults(robot, "schema as JSON");
    press(robot, "wizard-kind-own");
    noFaults(robot, "own requests");
  }

  @ParameterizedTest
  @CsvSource({"en, false", "fr, true"})
  void theBarEndsWhereThePageBelowDoes(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    ask(robot, "Which subject is this? {{text}}", 0);
    noFaults(robot, "preview");
    assertThat(right(robot, "wizard-trial-start")).isEqualTo(right(robot, "wizard-preview-json"));
  }

  private static double right(FxRobot robot, String id) {
    Node node = robot.lookup("#" + id).query();
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  /// In high contrast a chip has a line that stands out, as every other button.
  @Test
  void aChipHasALine(FxRobot robot) {
    open(robot, "en", false, List.of());
    ask(robot, "Which subject is this? {{text}}", 0);
    robot.interact(() -> {
      AppTheme.theme(false, true);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      for (String name : List.of("wizard-chip-id", "wizard-chip-text")) {
        List<BackgroundFill> fills =
            robot.lookup("#" + name).queryAs(Region.class).getBackground().getFills();
        assertThat(fills.getFirst().getInsets()).as(name).isEqualTo(Insets.EMPTY);
        assertThat(fills.get(1).getInsets()).as(name).isEqualTo(new Insets(1));
        assertThat(((Color) fills.getFirst().getFill()).getBrightness()).as(name).isLessThan(0.6);
      }
      AppTheme.theme(false);
    });
  }

  @ParameterizedTest
  @CsvSource({"en, false", "fr, true"})
  void thirtyUnknownColumnsTakeOneLine(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    ask(
        robot,
        IntStream.range(0, 30)
            .mapToObj(i -> "{{unknown_column_" + i + "}}")
            .collect(Collectors.joining(" ")),
        6);
    noFaults(robot, "30 unknown columns");
    robot.interact(() -> robot.lookup("#wizard-prompt-fix").queryAs(Button.class).fire());
    Window choices =
        Window.getWindows().stream()
            .filter(window -> !window.equals(stage) && window.isShowing())
            .findFirst()
            .orElseThrow();
    List<String> faults = new ArrayList<>();
    robot.interact(() -> {
      choices.getScene().getRoot().applyCss();
      choices.getScene().getRoot().layout();
      faults.addAll(LayoutFaults.of(choices.getScene()));
      choices.hide();
    });
    assertThat(faults).as("a place for each of them").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, false", "fr, true"})
  void whateverIsWrongWithThePromptIsSaidInFull(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    for (String template :
        List.of(
            "About {{president_name}}",
            "About {{nothing_of_that_name}}",
            "About {{text",
            "About",
            "{{text.words}}",
            "{{a1}} {{a2}} {{a3}}")) {
      ask(robot, template, 6);
      noFaults(robot, template);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, true", "fr, false"})
  void twentyColumnsAreScrolledInTheirTable(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    ask(robot, "About {{text}}", 20);
    noFaults(robot, "20 columns");
    robot.interact(() -> robot.lookup("#wizard-schema-add").queryAs(Button.class).fire());
    noFaults(robot, "21 columns");
    var name = robot.lookup("#wizard-schema-name-20").query();
    var table = robot.lookup("#wizard-schema").query();
    assertThat(name.isFocused()).isTrue();
    assertThat(table.localToScene(table.getBoundsInLocal()))
        .matches(
            bounds -> bounds.contains(name.localToScene(name.getBoundsInLocal())),
            "shows the new column");
  }

  @ParameterizedTest
  @CsvSource({"en, false"})
  void fortyColumnsOfTheTableStayOnOneLine(String language, boolean dark, FxRobot robot) {
    open(
        robot,
        language,
        dark,
        IntStream.range(0, 40).mapToObj(i -> "a_long_column_name_" + i).toList());
    ask(robot, "About {{text}}", 6);
    noFaults(robot, "46 columns in the table");
  }

  @ParameterizedTest
  @CsvSource({"en, false"})
  void theHeadOfTheAnswersColumnsIsAsWideAsItsLines(String language, boolean dark, FxRobot robot) {
    open(robot, language, dark, List.of());
    for (int columns : List.of(3, 20, 3)) {
      ask(robot, "About {{text}}", columns);
      headAsWideAsLines(robot, columns + " columns");
      robot.interact(() -> stage.setWidth(stage.getWidth() + 280));
      headAsWideAsLines(robot, columns + " columns, wider");
      robot.interact(() -> stage.setWidth(stage.getWidth() - 280));
      headAsWideAsLines(robot, columns + " columns, narrower again");
    }
  }

  private void headAsWideAsLines(FxRobot robot, String where) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {});
    Node head = robot.lookup(".member-head").query();
    Node line = robot.lookup(".member-line").query();
    assertThat(head.getLayoutBounds().getWidth())
        .as(where)
        .isEqualTo(line.getLayoutBounds().getWidth());
  }
}
