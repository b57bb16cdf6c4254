package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Cells that are made to freeze a grid or to fool who looks at it go from a table of the sandbox
/// into the grid, the value pane and the clipboard: shown written out, copied as they are, and
/// never laid out whole.
class HostileCellsTest extends ApplicationTest {
  @RegisterExtension static final OpenSandbox SANDBOX = new OpenSandbox();

  /// Characters that may be laid out at once, of a window of 990x700.
  private static final int MOST = 80_000;

  private static final String LONG = "x".repeat(1_000_000);
  private static final String DEEP = "[".repeat(10_000) + "]".repeat(10_000);
  private static final String BIDI = "invoice\u202Efdp.exe \u2066in\u2069";
  private static final String ANSI = "\u001b[31mred\u001b[0m\u0007\u0000end";
  private static final String NUMERIC = "12345678901234567890123456789.123456789";
  private static final List<Field> FIELDS =
      List.of(
          Field.of("long", FieldType.STRING),
          Field.of("deep", FieldType.STRING),
          Field.of("bidi", FieldType.STRING),
          Field.of("ansi", FieldType.STRING),
          Field.of("none", FieldType.STRING),
          Field.of("empty", FieldType.STRING),
          Field.of("why", FieldType.STRING),
          Field.of("json", FieldType.JSON));
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private Stage stage;

  @Override
  public void start(Stage shared) throws Exception {
    TableRef table = load();
    AppTheme.loadFonts();
    AppTheme.theme(false);
    BrowserController browser =
        new BrowserController(
            SANDBOX.cloud(),
            background,
            new Words(Locale.ENGLISH),
            new RecordedNavigation(),
            new FakeTables());
    stage = new Stage();
    Scene scene = new Scene(browser.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
    browser.open(table);
  }

  @AfterEach
  void close() {
    interact(stage::close);
    background.close();
  }

  private static TableRef load() throws Exception {
    TableRef plain = new TableRef("pollux-sandbox", "samples", "plain_" + System.nanoTime());
    TableRef table = new TableRef("pollux-sandbox", "samples", "hostile_" + System.nanoTime());
    JsonMapper json = JsonMapper.shared();
    ObjectNode row = json.createObjectNode();
    row.put("long", LONG).put("deep", DEEP).put("bidi", BIDI).put("ansi", ANSI);
    row.putNull("none").put("empty", "");
    row.put("why", "a\u200Bb");
    row.putObject("json").put("n", 1);
    SANDBOX
        .cloud()
        .loads()
        .run(
            new TableLoad(plain, Location.US_CENTRAL1, new TableSchema(FIELDS)),
            "load_" + UUID.randomUUID(),
            out -> out.write((row + "\n").getBytes(StandardCharsets.UTF_8)));
    SANDBOX
        .cloud()
        .queries()
        .run(
            Query.of(
                "CREATE TABLE "
                    + table.sql()
                    + " AS SELECT *, STRUCT(NUMERIC '"
                    + NUMERIC
                    + "' AS amount, why) AS paid FROM "
                    + plain.sql(),
                Location.US_CENTRAL1),
            "make_" + System.nanoTime());
    return table;
  }

  private TableView<?> grid() {
    return from(stage.getScene().getRoot()).lookup("#browser-grid").query();
  }

  private RichTextArea pane() {
    return from(stage.getScene().getRoot()).lookup("#browser-value-text").query();
  }

  private void select(String column) throws Exception {
    await(
        "the grid",
        () -> from(stage.getScene().getRoot()).lookup("#browser-grid").tryQuery().isPresent());
    await("the row", () -> !grid().getItems().isEmpty() && cells().length() > 60);
    interact(() -> select(grid(), column));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> void select(TableView<T> table, String name) {
    var column =
        table.getColumns().stream()
            .filter(
                it -> it.getUserData() instanceof GridColumn of && of.field().name().equals(name))
            .findFirst()
            .orElseThrow();
    table.requestFocus();
    table.scrollToColumn(column);
    table.getSelectionModel().clearAndSelect(0, column);
    table.getFocusModel().focus(0, column);
  }

  private String cells() {
    return laidOut(grid());
  }

  private String read() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < Math.min(50, pane().getParagraphCount()); i++) {
      all.append(pane().getPlainText(i)).append('\n');
    }
    return all.toString();
  }

  private static String laidOut(Node node) {
    StringBuilder all = new StringBuilder();
    collect(node, all);
    return all.toString();
  }

  private static void collect(Node node, StringBuilder all) {
    if (node instanceof Text text) {
      all.append(text.getText()).append('\n');
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  /// By the key, as a person copies a cell, and by the button of the pane.
  private void isCopiedAs(String text) throws Exception {
    for (boolean key : new boolean[] {true, false}) {
      interact(() -> Clipboard.getSystemClipboard().clear());
      if (key) {
        interact(() -> grid().requestFocus());
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
      } else {
        interact(() ->
            ((Button) from(stage.getScene().getRoot()).lookup("#browser-value-copy").query())
                .fire());
      }
      await(
          "the copy by " + (key ? "the key" : "the button"),
          () -> text.equals(Clipboard.getSystemClipboard().getString()));
    }
  }

  private void await(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    } catch (TimeoutException e) {
      String seen = laidOut(stage.getScene().getRoot());
      throw new AssertionError(
          "waited for "
              + what
              + "; on the screen: "
              + seen.substring(0, Math.min(600, seen.length())),
          e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aMegabyteIsThereAndLaidOutInPartsOnly() throws Exception {
    select("long");
    await("its text", () -> read().startsWith("xxx"));
    assertThat(laidOut(stage.getScene().getRoot()).length()).isLessThan(MOST);
    assertThat(pane().getParagraphCount()).isEqualTo(1_000);
    interact(() -> pane().select(pane().getDocumentEnd()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(laidOut(stage.getScene().getRoot()).length()).isLessThan(MOST);
    isCopiedAs(LONG);
  }

  @Test
  void jsonTenThousandLevelsDeepIsShownAsItCame() throws Exception {
    select("deep");
    await("its text", () -> read().startsWith("[[["));
    assertThat(laidOut(stage.getScene().getRoot()).length()).isLessThan(MOST);
    isCopiedAs(DEEP);
  }

  @Test
  void whatTurnsOrHidesTextIsWrittenOutAndCopiedAsItIs() throws Exception {
    select("bidi");
    await("its text", () -> read().contains("invoice\\u202efdp.exe \\u2066in\\u2069"));
    assertThat(cells()).contains("invoice\\u202efdp.exe").doesNotContain("\u202E");
    isCopiedAs(BIDI);
    select("ansi");
    await("its text", () -> read().contains("\\u001b[31mred\\u001b[0m\\u0007\\u0000end"));
    assertThat(cells()).doesNotContain("\u001b", "\0");
    interact(() -> Snapshot.take(stage.getScene(), "hostile-ansi"));
    isCopiedAs(ANSI);
  }

  @Test
  void exactNumbersInsideARecordAreKept() throws Exception {
    select("paid");
    await("its text", () -> read().contains("\"amount\" : " + NUMERIC));
    assertThat(read()).contains("a\\u200bb");
    isCopiedAs("{\n  \"amount\" : " + NUMERIC + ",\n  \"why\" : \"a\u200Bb\"\n}");
    interact(() -> Snapshot.take(stage.getScene(), "hostile-nested"));
  }

  @Test
  void nullIsUnlikeEmpty() throws Exception {
    select("none");
    await("the word", () -> read().startsWith("NULL"));
    select("empty");
    await("nothing", () -> read().isBlank());
  }
}
