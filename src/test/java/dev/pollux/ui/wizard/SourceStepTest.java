package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.Draft;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.Snapshot;
import dev.pollux.ui.catalog.CatalogNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;

/// A table is chosen in the tree, or written in any usual way; what cannot be read says so beside
/// the field, and nothing is lost.
class SourceStepTest extends ApplicationTest {
  private static final TableRef LETTERS = new TableRef(FakeCloud.PROJECT, "mine", "letters");
  private final ManualBackground background = new ManualBackground();
  private WizardScreen screen;
  private WizardController wizard;
  private Stage stage;
  private Scene scene;

  @Override
  public void start(Stage shown) {
    stage = shown;
    show(Locale.ENGLISH, false, false);
  }

  private void show(Locale language, boolean small, boolean dark) {
    screen = new WizardScreen(language, background);
    screen.fixture.cloud.catalog.table("mine", "letters", 40, DraftFixture.TEXT);
    wizard = screen.wizard();
    scene = WizardScreen.scene(wizard, small, dark);
    stage.setScene(scene);
    stage.show();
    wizard.activate();
    settle();
  }

  /// All questions are answered, those too that wait until a person has paused.
  private void settle() {
    do {
      background.workAll();
      background.deliver();
    } while (!background.waiting().isEmpty());
  }

  private void type(String text) {
    interact(() -> {
      field().setText(text);
      settle();
    });
  }

  private TextField field() {
    return (TextField) scene.lookup("#wizard-source");
  }

  @SuppressWarnings("unchecked")
  private TreeView<CatalogNode> tree() {
    return (TreeView<CatalogNode>) scene.lookup("#wizard-source-tree");
  }

  private List<String> lines() {
    TreeView<CatalogNode> tree = tree();
    return IntStream.range(0, tree.getExpandedItemCount())
        .mapToObj(tree::getTreeItem)
        .map(TreeItem::getValue)
        .map(CatalogNode::label)
        .toList();
  }

  private String text(String id) {
    return WizardScreen.text(scene, id);
  }

  private Draft draft() {
    return screen.kept.getLast();
  }

  private int columns() {
    return ((TableView<?>) scene.lookup("#wizard-source-columns")).getItems().size();
  }

  @Test
  void aPersonChoosesWhatIsKeptBesideTheAnswers() {
    type(DraftFixture.TABLE.toString());
    interact(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    });
    CheckBox box = (CheckBox) scene.lookup("#wizard-source-pass-n");
    assertThat(box.isSelected()).as("the prompt does not use it").isFalse();
    interact(box::fire);
    assertThat(draft().passing().orElseThrow()).contains("n");
  }

  @Test
  void theSpaceBarOnAColumnSaysWhetherItIsKept() {
    type(DraftFixture.TABLE.toString());
    TableView<?> columns = (TableView<?>) scene.lookup("#wizard-source-columns");
    interact(() -> {
      columns.requestFocus();
      columns.getSelectionModel().select(0);
    });
    String first = ((Field) columns.getItems().getFirst()).name();
    boolean kept = draft().passing().orElse(Set.of()).contains(first);

    press(KeyCode.SPACE).release(KeyCode.SPACE);
    assertThat(draft().passing().orElseThrow().contains(first)).isNotEqualTo(kept);
    press(KeyCode.SPACE).release(KeyCode.SPACE);
    assertThat(draft().passing().orElseThrow().contains(first)).isEqualTo(kept);
  }

  /// Long names of tables have the room that a person gives them.
  @Test
  void theTreeIsMadeWiderByItsDivider() {
    SplitPane split = (SplitPane) scene.lookup("#wizard-source-split");
    interact(() -> {
      scene.getRoot().layout();
      split.setDividerPositions(0.2);
      scene.getRoot().layout();
    });
    double narrow = tree().getWidth();
    interact(() -> {
      split.setDividerPositions(0.6);
      scene.getRoot().layout();
    });
    assertThat(tree().getWidth()).isGreaterThan(narrow + 200);
  }

  @Test
  void enterOpensWhatHoldsOthers() {
    interact(() -> tree().requestFocus());
    assertThat(tree().getFocusModel().getFocusedIndex()).isZero();
    int before = lines().size();
    press(KeyCode.ENTER).release(KeyCode.ENTER);
    interact(this::settle);
    assertThat(lines().size()).isNotEqualTo(before);
  }

  @Test
  void nothingIsRedBeforeSomethingWasTyped() {
    assertThat(text("wizard-source-meaning")).contains("project.dataset.table");
    assertThat(scene.lookup("#wizard-source-meaning").getStyleClass()).contains("quiet");
    assertThat(text("wizard-error")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "samples.passages",
    "pollux-sandbox.samples.passages",
    "pollux-sandbox:samples.passages",
    "`pollux-sandbox.samples.passages`;",
    "FROM `pollux-sandbox`.samples.passages p",
    "bq://pollux-sandbox.samples.passages",
    "https://console.cloud.google.com/bigquery?p=pollux-sandbox&d=samples&t=passages&page=table",
    "//bigquery.googleapis.com/projects/pollux-sandbox/datasets/samples/tables/passages",
  })
  void readsWhateverNameIsWritten(String text) {
    type(text);
    assertThat(columns()).isEqualTo(2);
    assertThat(draft().source()).as("as it was typed").isEqualTo(text);
    assertThat(text("wizard-error")).isEmpty();
    boolean whole = text.equals(DraftFixture.TABLE.toString());
    assertThat(text("wizard-source-meaning")).isEqualTo(whole ? "" : DraftFixture.TABLE.toString());
  }

  @Test
  void whatCannotBeReadIsSaidOnceBesideTheField() {
    type("samples.passages.text.year");
    assertThat(text("wizard-source-meaning")).contains("A table has three");
    assertThat(text("wizard-error")).isEmpty();
    interact(() -> wizard.onNext());
    assertThat(scene.lookup("#wizard-source-meaning").getStyleClass()).contains("problem");
    assertThat(text("wizard-error")).as("said once").isEmpty();
    assertThat(field().getText()).isEqualTo("samples.passages.text.year");
    assertThat(scene.getFocusOwner()).isSameAs(field());
  }

  @Test
  void aLongLinkIsNotRepeated() {
    type("https://console.cloud.google.com/storage/browser/" + "a".repeat(3_000));
    assertThat(text("wizard-source-meaning")).hasSizeLessThan(200);
  }

  @Test
  void aWordFindsTablesAndEnterChoosesOne() {
    type("lett");
    assertThat(lines()).contains("mine", "letters").doesNotContain("samples", "passages");
    clickOn(field()).push(KeyCode.DOWN);
    assertThat(scene.getFocusOwner()).isSameAs(tree());
    interact(() -> tree().getSelectionModel().select(lines().indexOf("letters")));
    assertThat(field().getText()).as("walking chooses nothing").isEqualTo("lett");
    push(KeyCode.ENTER);
    interact(() -> settle());
    assertThat(field().getText()).isEqualTo(LETTERS.toString());
    assertThat(columns()).isOne();
    assertThat(lines()).as("all are there again").contains("samples", "mine");
  }

  @Test
  void aWordThatNothingHasSaysSo() {
    type("zzz");
    assertThat(lines()).isEmpty();
    assertThat(scene.lookup("#wizard-source-no-hit").isVisible()).isTrue();
    type("");
    assertThat(scene.lookup("#wizard-source-no-hit").isVisible()).isFalse();
  }

  @Test
  void pinnedAndRecentTablesStandOnTop() {
    interact(() -> {
      screen.tables.pin(LETTERS, true);
      screen.tables.opened(DraftFixture.TABLE);
      wizard.deactivate();
      wizard.activate();
      settle();
    });
    assertThat(lines()).startsWith("Pinned", "mine.letters", "Recent", "samples.passages");
    interact(() -> tree().getSelectionModel().select(1));
    clickOn(tree()).push(KeyCode.ENTER);
  }

  @Test
  void anotherTableDoesNotTakeTheDestinationOfTheOneBefore() {
    type("samples.passages");
    interact(() -> {
      wizard.restore(
          draft()
              .withTitle("Passages")
              .withTarget(to -> to.withTable("subjects", DraftFixture.TABLE.toString())));
      settle();
    });
    type("mine.letters");
    assertThat(text("wizard-summary")).doesNotContain("subjects");
    assertThat(text("wizard-summary")).contains("letters_answers");
    type("samples.passages");
    assertThat(text("wizard-summary")).as("nothing is lost").contains("subjects");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Asked about: only where text contains “Lincoln” and n is at least “3”",
        "fr | Lignes interrogées : seulement celles où text contient « Lincoln » et n est au moins"
            + " « 3 »",
      })
  void theRowsThatAPersonLookedAtAreTheOnesThatAreAskedAbout(String language, String said) {
    interact(() -> show(Locale.of(language), true, false));
    List<RowChoice.Condition> looked =
        List.of(
            new RowChoice.Condition("text", RowChoice.Operator.CONTAINS, "Lincoln"),
            new RowChoice.Condition("n", RowChoice.Operator.AT_LEAST, "3"));
    interact(() -> {
      wizard.start(DraftFixture.TABLE, looked);
      settle();
    });
    assertThat(draft().rows().conditions()).isEqualTo(looked);
    assertThat(text("wizard-source-only").replace('\u00a0', ' ')).isEqualTo(said);
    interact(() -> {
      wizard.start(DraftFixture.TABLE, List.of());
      settle();
    });
    assertThat(draft().rows().conditions()).as("and said where it stays").isEqualTo(looked);
    assertThat(text("wizard-source-only")).isNotEmpty();
    interact(() -> scene.getRoot().layout());
    assertThat(LayoutFaults.of(scene)).isEmpty();
    interact(() -> Snapshot.take(scene, "source-only-" + language));
  }

  @Test
  void aTableThatComesLateIsNotShownForAnother() {
    interact(() -> {
      field().setText("samples.passages");
      background.workAll();
      field().setText("mine.letters");
      background.deliver();
    });
    assertThat(columns()).isZero();
    interact(() -> settle());
    assertThat(columns()).isOne();
  }

  @Test
  void tablesThatCannotBeListedAreStillWritten() {
    screen.fixture.cloud.catalog.failure =
        Optional.of(new CloudException.NotAllowed("no", "403", null));
    interact(() -> {
      wizard = screen.wizard();
      scene = WizardScreen.scene(wizard, false, false);
      stage.setScene(scene);
      wizard.activate();
      settle();
    });
    assertThat(lines()).anyMatch(line -> line.contains("could not be listed"));
    screen.fixture.cloud.catalog.failure = Optional.empty();
    type("samples.passages");
    assertThat(columns()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "en, true, false, samples.passages",
    "en, true, true, a.b.c.d",
    "fr, true, false, a_very_long_word_that_is_no_name_at_all_and_goes_on_and_on_for_a_while",
    "fr, true, true, ''",
    "fr, false, false, samples.passages",
    "en, false, true, zzz",
  })
  void fitsAtEverySize(String language, boolean small, boolean dark, String text) {
    interact(() -> show(Locale.of(language), small, dark));
    type(text);
    interact(() -> scene.getRoot().layout());
    assertThat(LayoutFaults.of(scene)).isEmpty();
    String name = language + (small ? "-small" : "") + (dark ? "-dark" : "") + text.length();
    interact(() -> Snapshot.take(scene, "source-" + name));
  }
}
