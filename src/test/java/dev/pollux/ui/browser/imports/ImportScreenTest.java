package dev.pollux.ui.browser.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.imports.ImportSheet;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A file that is dropped becomes a table, after the person saw what it holds.
class ImportScreenTest extends ApplicationTest {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  @TempDir private Path folder;
  private final FakeCloud cloud = new FakeCloud();
  private final List<TableRef> made = new ArrayList<>();
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private ImportController imports;

  @Override
  public void start(Stage stage) {
    cloud.catalog.dataset("mine", Location.US_CENTRAL1);
    AppTheme.loadFonts();
    AppTheme.theme(false);
    imports = new ImportController(cloud, background, new Words(Locale.ENGLISH), made::add);
    Scene scene = new Scene(imports.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  private void open(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    interact(() -> imports.open(file));
    await(() -> !text("import-said").equals("Looking into the file…"));
  }

  private String text(String id) {
    return ((Labeled) lookup("#" + id).query()).getText();
  }

  private double placeOf(String id) {
    return lookup("#" + id).query().localToScene(0, 0).getY();
  }

  private String field(String id) {
    return ((TextField) lookup("#" + id).query()).getText();
  }

  private FieldType type(int column) {
    return (FieldType) ((ComboBox<?>) lookup("#import-type-" + column).query()).getValue();
  }

  private void await(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void namesAndTypesAreSeenAndChangedBeforeAnythingIsSent() throws Exception {
    open("Orders 2024.csv", "id;Été;amount\n1;x;2\n2;\"\";3\n");
    assertThat(text("import-title")).isEqualTo("Import Orders 2024.csv");
    assertThat(text("import-said")).contains("stays on this computer");
    assertThat(field("import-table")).isEqualTo("Orders_2024");
    assertThat(field("import-name-1")).isEqualTo("Ete");
    assertThat(type(0)).isEqualTo(FieldType.INT64);
    interact(() -> Snapshot.take(imports.root().getScene(), "import"));
    assertThat(cloud.loads.tables).isEmpty();

    interact(() -> {
      ((TextField) lookup("#import-name-1").query()).setText("season");
      lookup("#import-type-2").<ComboBox<FieldType>>query().setValue(FieldType.STRING);
    });
    clickOn("#import-send");
    await(() -> !made.isEmpty());
    assertThat(made).containsExactly(new TableRef(FakeCloud.PROJECT, "mine", "Orders_2024"));
    TableLoad load = cloud.loads.tables.keySet().iterator().next();
    assertThat(load.schema().fields())
        .extracting(field -> field.name() + " " + field.typeName())
        .containsExactly("id INT64", "season STRING", "amount STRING");
    assertThat(cloud.loads.tables.get(load))
        .containsExactly(
            "{\"id\":1,\"season\":\"x\",\"amount\":\"2\"}",
            "{\"id\":2,\"season\":\"\",\"amount\":\"3\"}");
    assertThat(imports.isOpen().getValue()).isFalse();
  }

  @Test
  void theSheetOfAWorkbookIsChosen() throws Exception {
    Path file = folder.resolve("months.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      Workbook book = new Workbook(out, "test", "1.0");
      Worksheet old = book.newWorksheet("Old");
      old.value(0, 0, "was");
      old.setVisibilityState(VisibilityState.HIDDEN);
      book.newWorksheet("May").value(0, 0, "id");
      Worksheet june = book.newWorksheet("June");
      june.value(0, 0, "day");
      june.value(1, 0, 7);
      book.newWorksheet("Nothing");
      book.finish();
    }
    interact(() -> imports.open(file));
    await(() ->
        lookup("#import-name-0").tryQuery().isPresent() && field("import-name-0").equals("id"));
    ComboBox<ImportSheet> sheet = lookup("#import-sheet").query();
    assertThat(sheet.getValue().name()).as("the first that is seen").isEqualTo("May");
    assertThat(sheet.getAccessibleText()).isEqualTo("Sheet of the workbook");
    assertThat(sheet.getItems().stream().map(sheet.getConverter()::toString))
        .containsExactly("Old (hidden)", "May", "June", "Nothing");
    interact(sheet::requestFocus);
    press(KeyCode.DOWN).release(KeyCode.DOWN);
    await(() ->
        lookup("#import-name-0").tryQuery().isPresent() && field("import-name-0").equals("day"));
    assertThat(type(0)).isEqualTo(FieldType.INT64);
    double foot = placeOf("import-cancel");
    interact(() -> sheet.setValue(sheet.getItems().getLast()));
    await(() -> text("import-said").equals("The sheet “Nothing” is empty: it has no columns."));
    assertThat(placeOf("import-cancel")).as("nothing jumps").isEqualTo(foot);
    assertThat(sheet.isVisible()).as("another can be chosen").isTrue();
    interact(() -> sheet.setValue(sheet.getItems().get(2)));
    await(() -> lookup("#import-send").query().isVisible());

    ImportController other =
        new ImportController(cloud, background, new Words(Locale.FRENCH), made::add);
    interact(() -> {
      Scene scene = imports.root().getScene();
      other.goOnFrom(imports);
      scene.setRoot(other.root());
    });
    assertThat(lookup("#import-sheet").<ComboBox<ImportSheet>>query().getValue())
        .as("in another language")
        .isEqualTo(new ImportSheet("June", false));
    clickOn("#import-send");
    await(() -> !made.isEmpty());
    assertThat(cloud.loads.tables.values()).containsExactly(List.of("{\"day\":7}"));
  }

  @Test
  void whatIsMadeOfRowsThatAreSentIsToldApart() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    cloud.loads.meanwhile =
        () -> {
          try {
            end.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        };
    open("x.csv", "a\n1\n2\n");
    clickOn("#import-send");
    await(() -> text("import-said").equals("All 2 rows are sent. The table is being made…"));
    end.countDown();
    await(() -> !made.isEmpty());
  }

  @Test
  void theKeysGoOnWhereTheTableIsNamed() throws Exception {
    Button from = opener();
    open("x.csv", "a\n1\n");
    assertThat(focused()).isEqualTo("import-table");
    interact(() -> lookup("#import-separator").<ComboBox<Character>>query().requestFocus());
    interact(() -> lookup("#import-separator").<ComboBox<Character>>query().setValue(';'));
    await(() -> !text("import-said").equals("Looking into the file…"));
    assertThat(focused()).as("read in another way").isEqualTo("import-separator");
    interact(() -> imports.leave());

    interact(from::requestFocus);
    open("x.doc", "?");
    assertThat(focused()).as("what is none is closed").isEqualTo("import-cancel");
  }

  /// As the button beside the tables.
  private Button opener() {
    Button from = new Button("Import a file");
    interact(() -> {
      ((VBox) imports.root()).getChildren().addFirst(from);
      from.requestFocus();
    });
    return from;
  }

  private String focused() {
    return imports.root().getScene().getFocusOwner().getId();
  }

  @Test
  void howTextIsReadCanBeChanged() throws Exception {
    open("x.csv", "1,2\n3,4\n");
    assertThat(field("import-name-0")).isEqualTo("c_1");
    interact(() -> ((CheckBox) lookup("#import-header").query()).setSelected(false));
    await(() -> field("import-name-0").equals("column_1"));
    interact(() -> lookup("#import-separator").<ComboBox<Character>>query().setValue(';'));
    await(() -> lookup("#import-name-1").tryQuery().isEmpty());
    assertThat(type(0)).isEqualTo(FieldType.STRING);
  }

  /// Bytes that may be any letters are never taken for granted, in no file of text.
  @Test
  void anEncodingThatNothingSaysIsSaidAndCanBeChanged() throws Exception {
    Charset cyrillic = Charset.forName("windows-1251");
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"a\": \"Иван\"}\n", cyrillic);
    interact(() -> imports.open(file));
    await(() -> text("import-about").contains("it is read as windows-1252. If “Èâàí” is not"));
    assertThat(lookup("#import-separator").query().getParent().isVisible()).isFalse();
    assertThat(lookup("#import-header").query().isVisible()).isFalse();
    interact(() -> lookup("#import-charset").<ComboBox<Charset>>query().setValue(cyrillic));
    await(() -> text("import-about").contains("“Иван”"));
    clickOn("#import-send");
    await(() -> !made.isEmpty());
    assertThat(cloud.loads.tables.values()).containsExactly(List.of("{\"a\":\"Иван\"}"));
  }

  /// As many fields as a wide file has columns would be laid out for minutes.
  @Test
  void aFileOfManyColumnsIsShownPageByPage() throws Exception {
    String names = IntStream.range(0, 120).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    open("wide.csv", names + "\n");
    assertThat(text("import-columns-range")).isEqualTo("Columns 1 to 50 of 120");
    assertThat(lookup("#import-columns-before").query().isDisabled()).isTrue();
    assertThat(lookup("#import-name-50").tryQuery()).isEmpty();
    clickOn("#import-columns-after");
    interact(() -> lookup("#import-name-50").<TextField>query().setText("c0"));
    assertThat(text("import-said")).contains("“c0”");
    clickOn("#import-columns-before");
    clickOn("#import-columns-after");
    assertThat(field("import-name-50")).isEqualTo("c0");
    assertThat(lookup("#import-name-50").query().getPseudoClassStates()).contains(WRONG);
    clickOn("#import-columns-after");
    assertThat(text("import-columns-range")).isEqualTo("Columns 101 to 120 of 120");
    assertThat(lookup("#import-columns-after").query().isDisabled()).isTrue();
    open("narrow.csv", "a,b\n");
    assertThat(lookup("#import-columns-range").query().getParent().isVisible()).isFalse();
  }

  /// Whatever a file has in a cell, or calls a column, a line of the table is a line.
  @Test
  void aColumnStandsOnOneLine() throws Exception {
    String value = "many words that stand in a cell and go on ".repeat(20);
    String row = value + "," + "\u202e😀".repeat(1_000) + "\n";
    open("long.csv", "n ".repeat(100_000) + ",b\n" + row.repeat(4));
    for (int column : List.of(0, 1)) {
      assertThat(lookup("#import-values-" + column).<Labeled>query().getHeight())
          .isLessThan(lookup("#import-name-0").<TextField>query().getHeight());
    }
    assertThat(text("import-values-1")).startsWith("\\u202e😀").contains("…  ·  ");
    assertThat(lookup("#import-name-0").query().getAccessibleText()).hasSizeLessThan(400);
    interact(() -> lookup("#import-type-0").<ComboBox<FieldType>>query().setValue(FieldType.BOOL));
    clickOn("#import-send");
    await(() -> text("import-said").startsWith("Line 2, column “n n"));
    assertThat(text("import-said")).hasSizeLessThan(400);
  }

  @Test
  void aFileWithoutRowsIsSaid() throws Exception {
    open("x.csv", "a,b\n");
    assertThat(text("import-about")).contains("no rows in it: the table will be empty");
    clickOn("#import-send");
    await(() -> !made.isEmpty());
    assertThat(cloud.loads.tables.values()).containsExactly(List.of());
  }

  @Test
  void aNameThatCannotBeIsSaidWhileItIsTyped() throws Exception {
    open("x.csv", "a,b\n1,2\n");
    String note = text("import-said");
    for (List<String> typed :
        List.of(
            List.of("import-name-0", "no good name!", "no good name!"),
            List.of("import-name-0", "", "“”"),
            List.of("import-name-1", "A", "“A”"),
            List.of("import-table", "no/table", "no/table"),
            List.of("import-table", "", "“”"))) {
      TextField field = lookup("#" + typed.getFirst()).query();
      String before = field.getText();
      interact(() -> field.setText(typed.get(1)));
      assertThat(text("import-said")).as("%s", typed).isNotEqualTo(note).contains(typed.get(2));
      assertThat(field.getPseudoClassStates()).as("%s", typed).contains(WRONG);
      interact(() -> field.setText(before));
      assertThat(text("import-said")).as("%s, mended", typed).isEqualTo(note);
      assertThat(field.getPseudoClassStates()).as("%s, mended", typed).doesNotContain(WRONG);
    }
  }

  @Test
  void whatDoesNotFitIsSaidAndCanBeMended() throws Exception {
    open("x.csv", "a\n" + "1\n".repeat(1_000) + "one\n");
    clickOn("#import-send");
    await(() -> text("import-said").startsWith("Line 1,002, column “a”: “one” is no INT64."));
    interact(() -> Snapshot.take(imports.root().getScene(), "import-fault"));
    assertThat(made).isEmpty();
    interact(
        () -> lookup("#import-type-0").<ComboBox<FieldType>>query().setValue(FieldType.STRING));
    clickOn("#import-send");
    await(() -> !made.isEmpty());
  }

  @Test
  void aFileThatIsNoneIsSaidAndClosed() throws Exception {
    open("x.csv", "");
    assertThat(text("import-said")).isEqualTo("The file is empty: it has no columns.");
    clickOn("#import-cancel");
    assertThat(imports.isOpen().getValue()).isFalse();
    open("x.doc", "?");
    assertThat(text("import-said")).contains("x.doc is none of the files");
  }

  /// What is wrong names a remedy, and the remedy is at hand.
  @Test
  void aFileThatIsReadInTheWrongFormCanBeReadInAnother() throws Exception {
    open("ragged.csv", "a,b;c\n1,2;3\n1,2,3;4\n");
    assertThat(text("import-said")).startsWith("Line 3 has 3 cells, but there are only 2 columns.");
    assertThat(lookup("#import-separator").query().isVisible()).isTrue();
    interact(() -> Snapshot.take(imports.root().getScene(), "import-ragged"));
    interact(() -> lookup("#import-separator").<ComboBox<Character>>query().setValue(';'));
    await(() -> text("import-said").contains("stays on this computer"));
    assertThat(field("import-name-0")).isEqualTo("a_b");
    clickOn("#import-send");
    await(() -> !made.isEmpty());
  }
}
