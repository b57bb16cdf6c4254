package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ContrastFaults;
import dev.pollux.testing.ErrorOutput;
import dev.pollux.testing.LayoutFaults;
import dev.pollux.testing.ReadingOrderFaults;
import dev.pollux.ui.connection.SandboxControls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Walks through every screen of the real window, with real content, in English and French, at
/// 1000x700 and 1280x800, light and dark: no word is cut, nothing lies on something else or leaves
/// its place or the window, every control has a name, every word stands out from its ground.
@ExtendWith(ApplicationExtension.class)
class ScreenWalkTest {
  // The entries of the gear: three themes, a line, three languages.
  private static final int LIGHT = 3;
  private static final int DARK = 4;
  private static final int ENGLISH = 7;
  private static final int FRENCH = 8;
  private static final int[][] SIZES = {{1000, 700}, {1280, 800}};
  // In a window that is narrower than the narrowest of these, long names have their tooltips.
  private static final String CUT = "cut: ";
  // Of a start from the class path, without the options of the program's own.
  private static final Pattern OF_THE_START =
      Pattern.compile("Unsupported JavaFX configuration|Using incubating API");
  // What a screen of 1920x1080 has room for at a scale of 200 %; looked at once on each screen.
  private static final int[] HALF_OF_1080P = {960, 540};
  private static final Set<String> SCALED =
      Set.of(
          "tables, rows",
          "source",
          "requests, preview",
          "requests, three answer columns",
          "trial",
          "model",
          "destination",
          "review",
          "jobs, done",
          "results",
          "connection, faults");
  private static final List<String> TYPES =
      List.of(
          "{\"type\":\"STRING\",\"enum\":[\"economy\",\"war\",\"law\"]}",
          "{\"type\":\"NUMBER\"}",
          "{\"type\":\"STRING\",\"description\":\"A verbatim quote from the column \\\"text\\\", copied"
              + " character for character.\"}",
          "{\"type\":\"BOOLEAN\"}",
          "{\"type\":\"INTEGER\"}");

  @TempDir private static Path folder;
  private final ScreenHand hand = new ScreenHand();
  private final Map<String, Set<String>> found = new LinkedHashMap<>();
  private Stage stage;
  private OpenedWindow window;
  private String language = "en";
  private boolean dark;
  private int looks;
  private int size;

  /// A window of its own: its size and place must not stay with the one that all tests share.
  @Start
  void start(Stage shared) {
    stage = new Stage();
    window = new OpenedWindow(folder, stage);
    // On so small a screen the least size is that of the screen.
    stage.setMinHeight(HALF_OF_1080P[1]);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    said.close();
  }

  private final ErrorOutput said = ErrorOutput.listen();

  @Test
  void everyScreenFitsInBothLanguagesSizesAndThemes() throws Exception {
    window.awaitUsable();
    for (String now : List.of("en", "fr")) {
      language = now;
      dark = now.equals("fr");
      menu(dark ? FRENCH : ENGLISH);
      menu(dark ? DARK : LIGHT);
      tables();
      importedFile();
      wizard();
      jobs();
      frame();
    }
    assertThat(looks).as("looks at a screen").isGreaterThan(280);
    said.said().stream()
        .filter(line -> !OF_THE_START.matcher(line).find())
        .forEach(line -> add("said where nobody looks: " + line, "anywhere"));
    assertThat(report()).as("what a person would see to be wrong").isEmpty();
  }

  private String report() {
    return found.entrySet().stream()
        .map(e -> e.getKey() + "\n      " + String.join("; ", e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /// An entry of the gear.
  private void menu(int entry) {
    hand.menu("shell-settings", entry);
    hand.awaitShown("rail-tables");
  }

  // ---- looking

  /// Looks at everything that is shown, at both sizes. Themes differ in colours only, and words in
  /// places, so that English is looked at in light and French in dark; one size follows on the
  /// other, and is the first of the next stop.
  private void look(String stop) {
    look(stop, () -> {});
  }

  /// @param open opens anew what closes when the window changes its size
  private void look(String stop, Runnable open) {
    look(stop, SIZES[size], open, true);
    size = 1 - size;
    look(stop, SIZES[size], open, false);
    if (SCALED.contains(stop)) {
      look(stop, HALF_OF_1080P, open, false);
    }
  }

  private void look(String stop, int[] size, Runnable open, boolean colours) {
    hand.run(() -> {
      stage.setWidth(size[0]);
      stage.setHeight(size[1]);
    });
    ScreenHand.await(
        "a window of " + size[0],
        () -> stage.getWidth() == size[0] && stage.getHeight() == size[1]);
    open.run();
    hand.run(() ->
        Window.getWindows().stream()
            .filter(shown -> !shown.equals(stage) && !(shown instanceof ContextMenu))
            .forEach(Window::sizeToScene));
    hand.frames();
    hand.run(() -> look(stop, size[0], colours));
  }

  private void look(String stop, int width, boolean colours) {
    looks++;
    String where = stop + " " + language + " " + width + (dark ? " dark" : " light");
    for (Window shown : List.copyOf(Window.getWindows())) {
      Scene scene = shown.getScene();
      if (!shown.isShowing() || shown instanceof javafx.scene.control.Tooltip) {
        continue;
      }
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      LayoutFaults.of(scene).stream()
          .filter(fault -> width >= SIZES[0][0] || !fault.startsWith(CUT))
          .forEach(fault -> add(fault, where));
      if (colours) {
        ContrastFaults.of(scene).forEach(fault -> add(fault, where));
        ReadingOrderFaults.of(scene).forEach(fault -> add(fault, where));
      }
      if (!shown.equals(stage)) {
        onScreen(shown).forEach(fault -> add(fault, where));
      }
    }
  }

  private List<String> onScreen(Window shown) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean inside =
        shown.getY() >= screen.getMinY()
            && shown.getY() + shown.getHeight() <= Math.max(screen.getMaxY(), 0)
            && shown.getX() + shown.getWidth() <= screen.getMaxX() + 20;
    return inside
        ? List.of()
        : List.of(
            "a panel leaves the screen: "
                + shown.getX()
                + ", "
                + shown.getY()
                + " "
                + shown.getWidth()
                + "x"
                + shown.getHeight());
  }

  private void add(String fault, String where) {
    found.computeIfAbsent(fault, _ -> new TreeSet<>()).add(where);
  }

  // ---- the screens

  private void tables() {
    hand.press("rail-tables");
    hand.write("browser-filter", "");
    look("tables");
    hand.write("browser-filter", "zzz");
    look("tables, filter without a hit");
    new SampleJob(hand).openTable();
    look("tables, rows");
    hand.run(() -> selectCell("browser-grid", 2, 7));
    hand.awaitShown("browser-value");
    look("tables, a value");
    hand.press("browser-value-look");
    hand.write("browser-value-text-find", "the");
    look("tables, found in a value");
    hand.press("browser-value-text-find-close");
    filter("browser", "tables");
    settleColumns("browser-columns");
    look("tables, which columns", () -> openColumns("browser-columns"));
    hide();
    look("tables, menu of a column", () -> openHeaderMenu("browser-grid", 2));
    look("tables, menu of the cells", () -> openCellMenu("browser-grid"));
    hide();
    find("browser-grid", "Fellow");
    look("tables, found");
    find("browser-grid", "zzz");
    look("tables, not found");
    new FxRobot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    hand.press("browser-tab-schema");
    look("tables, schema");
    hand.press("browser-tab-profile");
    hand.awaitShown("browser-profile-whole");
    hand.awaitText("browser-profile", "INT64");
    look("tables, columns at a glance");
    hand.press("browser-profile-whole");
    hand.awaitText("browser-profile-said", "$");
    look("tables, columns of all rows");
    hand.press("browser-tab-details");
    look("tables, details");
    hand.press("browser-tab-rows");
    byQuery();
  }

  /// A file that becomes a table, with names and a type that are not what they should be.
  private void importedFile() throws Exception {
    String columns =
        IntStream.range(0, 12)
            .mapToObj(i -> "a rather long name of column " + i)
            .collect(Collectors.joining(";"));
    Path file =
        Files.writeString(
            folder.resolve("Reviews of 2026.csv"),
            columns + "\n" + "words of a person;".repeat(11) + "12\n");
    hand.run(() -> window.drop(file));
    hand.awaitShown("import-name-0");
    look("import");
    hand.write("import-name-0", "no good name!");
    hand.choose("import-type-1", 1);
    look("import, a wrong name");
    hand.press("import-cancel");
    hand.run(() -> window.drop(folder.resolve("gone.csv")));
    hand.awaitShown("import-said");
    look("import, no such file");
    hand.press("import-cancel");
    hand.awaitShown("browser-new-job");
  }

  /// Some of the rows, by the first column.
  private void filter(String grid, String screen) {
    hand.press(grid + "-sorting-filter");
    look(screen + ", which rows");
    hand.write(grid + "-sorting-line-value", "many");
    hand.press(grid + "-sorting-line-apply");
    look(screen + ", which rows, no number");
    hand.write(grid + "-sorting-line-value", "3");
    hand.press(grid + "-sorting-line-apply");
    hand.awaitText(grid + "-sorting-count", "1");
    look(screen + ", some rows");
    hand.press(grid + "-sorting-clear");
  }

  /// What is not listed free of charge, before and after its query; what cannot be read at all.
  private void byQuery() {
    hand.write("browser-filter", "passages_");
    hand.select("browser-tree", "passages_view");
    hand.awaitShown("browser-preview-read");
    look("tables, rows by a query");
    hand.press("browser-preview-read");
    hand.awaitText("browser-grid", "George Washington");
    look("tables, rows of a query");
    hand.select("browser-tree", "passages_external");
    hand.awaitShown("browser-preview-read");
    look("tables, rows of files by a query");
    hand.select("browser-tree", "passages_with_secret");
    hand.awaitShown("browser-preview-read");
    look("tables, rows that are not listed to you");
    hand.press("browser-preview-read");
    hand.awaitText("browser-read-how", "1");
    look("tables, rows without a column");
    hand.write("browser-filter", "sotu");
    hand.select("browser-tree", "sotu_passages");
    // The rows of the table before name him too.
    hand.awaitText("browser-title", "sotu_passages");
    hand.awaitText("browser-grid", "George Washington");
  }

  private void find(String grid, String text) {
    hand.run(() -> hand.node(grid).requestFocus());
    new FxRobot()
        .press(KeyCode.CONTROL)
        .press(KeyCode.F)
        .release(KeyCode.F)
        .release(KeyCode.CONTROL);
    hand.write(grid + "-find", text);
    boolean some = !text.equals("zzz");
    hand.awaitText(
        grid + "-found", words -> !words.isBlank() && Character.isDigit(words.charAt(0)) == some);
  }

  /// Its list has its size from the second time on.
  private void settleColumns(String id) {
    openColumns(id);
    hand.frames();
    hide();
    hand.frames();
  }

  private void openColumns(String id) {
    hide();
    hand.run(() -> ((CheckComboBox<?>) hand.node(id)).show());
  }

  private void openHeaderMenu(String grid, int column) {
    hide();
    hand.run(() -> {
      TableView<?> table = (TableView<?>) hand.node(grid);
      open(table.getColumns().get(column).getContextMenu(), table);
    });
  }

  private void openCellMenu(String grid) {
    hide();
    hand.run(() -> {
      TableView<?> table = (TableView<?>) hand.node(grid);
      open(table.getContextMenu(), table);
    });
  }

  private static void open(ContextMenu menu, Node over) {
    Point2D at = over.localToScreen(200, 30);
    menu.show(over, at.getX(), at.getY());
  }

  private void selectCell(String id, int row, int column) {
    TableView<?> grid = (TableView<?>) hand.node(id);
    select(grid, row, Math.min(column, grid.getColumns().size() - 1));
  }

  private static <T> void select(TableView<T> grid, int row, int column) {
    grid.requestFocus();
    grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
    grid.getFocusModel().focus(row, grid.getColumns().get(column));
  }

  private void wizard() {
    window.fail(new SandboxControls.Faults(1, 25, 0, 0, 0));
    hand.press("browser-new-job");
    hand.awaitText("wizard-summary", "13");
    source();
    prompt();
    answer();
    trial();
    rowsAndColumns();
    model();
    destination();
    review();
  }

  private void source() {
    hand.press("wizard-start-over");
    hand.write("wizard-source", "");
    look("source, nothing chosen");
    hand.press("wizard-next");
    look("source, nothing chosen, next");
    hand.write("wizard-source", "samples.no_such_table");
    hand.press("wizard-source-read");
    look("source, no such table");
    hand.write("wizard-source", "pollux-sandbox.samples.sotu_passages");
    hand.press("wizard-source-read");
    hand.awaitText("wizard-source-columns", "president");
    look("source");
    hand.press("wizard-next");
  }

  private void prompt() {
    hand.awaitShown("wizard-template");
    look("requests, empty");
    hand.press("wizard-next");
    look("requests, empty, next");
    hand.write(
        "wizard-template",
        IntStream.range(0, 30)
            .mapToObj(i -> "{{unknown_column_" + i + "}}")
            .collect(Collectors.joining(" ")));
    hand.awaitText("wizard-prompt-line", "28");
    look("requests, 30 unknown columns");
    look("requests, 30 unknown columns, choices", () -> reopen("wizard-prompt-fix"));
    hide();
    for (String wrong : List.of("About {{text", "About {{presidnet}}", "About nothing")) {
      hand.write("wizard-template", wrong);
      look("requests, " + wrong);
    }
    hand.write(
        "wizard-template", "Which subject does this passage of {{year}} deal with? {{text}}");
    hand.awaitText("wizard-preview-text", "Fellow-Citizens");
    look("requests, preview");
    look("requests, recipes", () -> reopen("wizard-recipes"));
    hide();
  }

  private void answer() {
    hand.press("wizard-answer-columns");
    look("requests, answer columns, none named");
    schema(20);
    look("requests, 20 answer columns");
    hand.press("wizard-schema-show");
    look("requests, answer columns as JSON");
    hand.write("wizard-schema-json", "{\"type\":\"STRING\"");
    hand.press("wizard-schema-read");
    look("requests, JSON that is none");
    hand.press("wizard-schema-show");
    schema(3);
    look("requests, three answer columns");
  }

  /// As it is pasted.
  private void schema(int columns) {
    String members =
        IntStream.range(0, columns)
            .mapToObj(i -> "\"column_" + i + "\":" + TYPES.get(i % TYPES.size()))
            .collect(Collectors.joining(","));
    hand.press("wizard-schema-show");
    hand.write("wizard-schema-json", "{\"type\":\"OBJECT\",\"properties\":{" + members + "}}");
    hand.press("wizard-schema-read");
    hand.awaitShown("wizard-schema-name-" + (columns - 1));
  }

  private void trial() {
    hand.press("wizard-tab-trial");
    look("trial, none");
    hand.press("wizard-trial-start");
    look("trial, under way");
    hand.awaitText("wizard-trial-sums", "10");
    look("trial");
    hand.run(() -> selectCell("wizard-trial-table", 1, 2));
    look("trial, an answer");
    hand.write("wizard-template", "Which subject does this passage deal with? {{text}}");
    look("trial, of an earlier request");
  }

  private void rowsAndColumns() {
    hand.press("wizard-tab-rows");
    look("rows, all");
    hand.press("wizard-rows-add");
    look("rows, a condition");
    hand.press("wizard-condition-remove-0");
    hand.choose("wizard-rows-share", 1);
    hand.write("wizard-rows-limit", "abc");
    look("rows, a wrong limit");
    hand.write("wizard-rows-limit", "60");
    look("rows, 60");
    hand.press("wizard-tab-columns");
    look("columns");
    hand.press("wizard-files-add");
    look("columns, a file");
    hand.press("wizard-file-remove-0");
    hand.press("wizard-kind-own");
    look("requests, own column");
    hand.press("wizard-kind-template");
    hand.press("wizard-tab-preview");
  }

  private void model() {
    hand.press("wizard-next");
    hand.awaitText("wizard-cost-range", "$");
    look("model");
    hand.write("wizard-model-name", "gemini-of-tomorrow");
    look("model, unknown");
    hand.write("wizard-model-name", "gemini-2.5-flash");
    look("model, retiring");
    hand.write("wizard-model-name", "");
    hand.press("wizard-settings-more");
    look("model, settings");
    hand.press("wizard-next");
  }

  private void destination() {
    hand.awaitShown("wizard-table-name");
    look("destination");
    hand.write("wizard-table-name", "no good name!");
    hand.press("wizard-next");
    look("destination, a wrong name");
    hand.write("wizard-table-name", "subjects_" + language);
    look("destination, named");
    hand.press("wizard-next");
  }

  private void review() {
    hand.awaitShown("wizard-review-checks");
    look("review, checking");
    hand.awaitEnabled("wizard-submit");
    look("review");
    for (String shape : List.of("sql", "curl", "python", "java", "call")) {
      hand.press("wizard-review-" + shape);
      look("review, " + shape);
    }
    hand.press("wizard-submit");
    if (language.equals("fr")) {
      hand.awaitText("wizard-question", text -> !text.isBlank());
      look("review, the same job again");
      hand.press("wizard-submit");
    }
    hand.awaitText("jobs-details-title", "subjects_" + language);
  }

  private void jobs() {
    // First, since a slow look may take longer than the job, and an ended one cannot be stopped.
    hand.awaitEnabled("jobs-cancel");
    hand.pressLater("jobs-cancel");
    hand.awaitShown("confirm-keep");
    look("jobs, stop?");
    hand.press("confirm-keep");
    look("jobs, just sent");
    hand.awaitText("jobs-table", "60");
    look("jobs, running");
    hand.awaitEnabled("jobs-open-results");
    look("jobs, done");
    hand.pressLater("jobs-delete");
    hand.awaitShown("confirm-keep");
    look("jobs, delete?");
    hand.press("confirm-keep");
    hand.write("jobs-filter", "zzz");
    look("jobs, filter without a hit");
    hand.write("jobs-filter", "");
    hand.press("jobs-tab-need-you");
    look("jobs, need you");
    hand.press("jobs-tab-all");
    hand.press("jobs-open-results");
    hand.awaitText("results-counts", "60");
    hand.awaitText("results-grid", "STOP");
    look("results");
    hand.run(() -> selectCell("results-grid", 1, 3));
    look("results, an answer");
    hand.press("results-value-both");
    look("results, prompt and answer");
    hand.press("results-value-raw");
    look("results, raw JSON");
    hand.press("results-value-answer");
    filter("results", "results");
    settleColumns("results-columns");
    look("results, which columns", () -> openColumns("results-columns"));
    look("results, menu of a column", () -> openHeaderMenu("results-grid", 3));
    hide();
    hand.press("results-filter-failed");
    look("results, failed rows");
    hand.press("results-filter-all");
    hand.press("results-tab-errors");
    look("results, errors");
    hand.press("results-tab-summary");
    look("results, summary");
    hand.press("results-tab-compare");
    look("results, compare");
    hand.press("results-tab-answers");
  }

  private void frame() {
    look("connection", () -> openConnection(false));
    look("connection, faults", () -> openConnection(true));
    hand.press("connection-new");
    look("connection, a new one", () -> openConnection(false));
    hand.write("connection-project", "Not a project");
    hand.press("connection-google");
    hand.run(() -> ((TitledPane) hand.node("connection-more")).setExpanded(true));
    look("connection, a wrong project", () -> openConnection(false));
    hand.write("connection-project", "my-project-123");
    hand.press("connection-google");
    hand.awaitText("connection-failure", text -> !text.isBlank());
    look("connection, refused", () -> openConnection(false));
    hide();
    hand.press("shell-messages");
    look("messages");
    hand.press("shell-messages");
    hand.press("shell-search");
    look("palette");
    hand.write("palette-filter", "zzz");
    look("palette, no command");
    new FxRobot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    hand.press("shell-help");
    look("help");
    hand.press("help-close");
    look("gear", () -> reopen("shell-settings"));
    hide();
    hand.menu("shell-settings", 0);
    look("settings");
    hand.write("settings-search", "zzz");
    look("settings, none found");
    hand.press("settings-close");
  }

  private void reopen(String id) {
    hide();
    hand.press(id);
    hand.run(() -> {});
  }

  private void openConnection(boolean faults) {
    if (!hand.isOpen("connection-panel")) {
      hand.press("connection-chip");
    }
    hand.awaitShown("connection-panel");
    if (hand.isOpen("connection-faults")) {
      hand.run(() -> ((TitledPane) hand.node("connection-faults")).setExpanded(faults));
    }
    hand.run(() -> {});
  }

  /// Closes what is above the window.
  private void hide() {
    hand.run(() ->
        List.copyOf(Window.getWindows()).stream()
            .filter(shown -> !shown.equals(stage))
            .forEach(Window::hide));
  }
}
