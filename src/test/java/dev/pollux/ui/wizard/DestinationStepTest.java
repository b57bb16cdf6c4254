package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.draft.Draft;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.ManualBackground;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;

/// Where the answers go: a free name is proposed, what is chosen and written stays, and what cannot
/// be is said with a way out.
class DestinationStepTest extends ApplicationTest {
  private final ManualBackground background = new ManualBackground();
  private WizardScreen screen;
  private WizardController wizard;
  private Stage stage;
  private Scene scene;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    show(Locale.ENGLISH, false, false);
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void show(Locale language, boolean small, boolean dark) {
    screen = new WizardScreen(language, background);
    screen.fixture.dataset("letters", DraftFixture.HERE);
    wizard = screen.wizard();
    scene = WizardScreen.scene(wizard, small, dark);
    stage.setScene(scene);
    stage.show();
    wizard.restore(screen.fixture.draft.withTarget(to -> to.withTable("")));
    wizard.activate();
    settle();
    for (int i = 0; i < 3; i++) {
      wizard.onNext();
      settle();
    }
  }

  private void settle() {
    do {
      background.workAll();
      background.deliver();
    } while (!background.waiting().isEmpty());
  }

  private TextField name() {
    return (TextField) scene.lookup("#wizard-table-name");
  }

  private String text(String id) {
    return WizardScreen.text(scene, id);
  }

  private Draft draft() {
    return screen.kept.getLast();
  }

  private void type(String text) {
    interact(() -> {
      name().setText(text);
      settle();
    });
  }

  @SuppressWarnings("unchecked")
  private <T> ComboBox<T> box(String id) {
    return (ComboBox<T>) scene.lookup("#" + id);
  }

  @Test
  void aNameIsProposedThatNothingIsWrongWith() {
    assertThat(name().getText()).startsWith("passages");
    assertThat(text("wizard-error")).isEmpty();
    assertThat(text("wizard-destination-uri"))
        .isEqualTo("bq://pollux-sandbox.mine." + name().getText());
    assertThat(((Button) scene.lookup("#wizard-next")).getText()).isEqualTo("Next: Review");
  }

  @Test
  void aProposalComesWhereTheFocusIsAndInterruptsNobody() {
    interact(() -> name().requestFocus());
    String proposed = name().getText();
    assertThat(proposed).startsWith("passages");
    interact(() -> screen.fixture.cloud.catalog.table("mine", proposed, 1));
    interact(() -> wizard.deactivate());
    interact(() -> wizard.activate());
    settleOnFx();
    interact(() -> name().requestFocus());
    assertThat(name().getText()).as("another one").isNotBlank().isNotEqualTo(proposed);

    type("");
    assertThat(name().getText()).as("cleared by who writes").isEmpty();
    interact(() -> box("wizard-location").requestFocus());
    assertThat(name().getText()).as("left").startsWith("passages");
  }

  @Test
  void aNameThatIsTakenIsNotProposed() {
    String first = name().getText();
    interact(() -> {
      screen.fixture.cloud.catalog.table("mine", first, 1);
      show(Locale.ENGLISH, false, false);
    });
    // Another screen asked anew; its catalog is its own.
    interact(() -> {
      screen.fixture.cloud.catalog.table("mine", name().getText(), 1);
      wizard.deactivate();
      wizard.activate();
      settle();
    });
    assertThat(name().getText()).isNotEqualTo(first).startsWith("passages");
    assertThat(text("wizard-error")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"no good name!", "a/b", "a.b"})
  void aNameThatCannotBeStopsNextAndSaysSo(String wrong) {
    type(wrong);
    interact(() -> wizard.onNext());
    settleOnFx();
    assertThat(scene.lookup("#wizard-table-name")).as("still on the step").isNotNull();
    assertThat(text("wizard-error")).isNotBlank();
  }

  private void settleOnFx() {
    interact(this::settle);
  }

  @Test
  void whatIsWrittenIsKept() {
    type("by_hand");
    assertThat(draft().target().table()).isEqualTo("by_hand");
    assertThat(text("wizard-destination-uri")).isEqualTo("bq://pollux-sandbox.mine.by_hand");
    assertThat(text("wizard-summary")).contains("mine.by_hand");
  }

  @Test
  void aDatasetIsChosenFromTheList() {
    ComboBox<Dataset> datasets = box("wizard-dataset");
    Dataset letters =
        datasets.getItems().stream()
            .filter(d -> d.ref().dataset().equals("letters"))
            .findFirst()
            .orElseThrow();
    interact(() -> {
      datasets.setValue(letters);
      settle();
    });
    assertThat(draft().target().dataset()).isEqualTo("pollux-sandbox.letters");
    assertThat(text("wizard-destination-uri")).startsWith("bq://pollux-sandbox.letters.");
    assertThat(datasets.getAccessibleText()).isEqualTo("Dataset");
  }

  @Test
  void aLocationIsChosenAndOnlyThenKept() {
    ComboBox<Location> locations = box("wizard-location");
    assertThat(locations.getValue()).as("proposed").isNotNull();
    assertThat(draft().target().location()).as("not decided").isEmpty();
    Location other =
        locations.getItems().stream()
            .filter(at -> !at.equals(locations.getValue()))
            .findFirst()
            .orElseThrow();
    interact(() -> {
      locations.setValue(other);
      settle();
    });
    assertThat(draft().target().location()).contains(other);
  }

  @ParameterizedTest
  @CsvSource({"en, true, false", "fr, true, true", "fr, false, false"})
  void fits(String language, boolean small, boolean dark) {
    interact(() -> {
      show(Locale.forLanguageTag(language), small, dark);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      assertThat(LayoutFaults.of(scene)).isEmpty();
    });
  }
}
