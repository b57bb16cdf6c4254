package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.testing.Snapshot;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.kit.AppTheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Sorting and filtering rows of the Tables screen, with the mouse and without.
class SortingScreenTest extends ApplicationTest {
  private static final TableRef ORDERS = new TableRef(FakeCloud.PROJECT, "samples", "orders");
  private static final TableRef LARGE = new TableRef(FakeCloud.PROJECT, "samples", "large");
  private static final Field TEXT = Field.of("text", FieldType.STRING);
  private static final Field AMOUNT = Field.of("amount", FieldType.INT64);
  private final FakeCloud cloud = new FakeCloud();
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private BrowserController browser;

  @Override
  public void start(Stage stage) {
    cloud
        .catalog
        .dataset("samples", Location.US_CENTRAL1)
        .table("samples", "orders", 1_000, TEXT, AMOUNT)
        .table("samples", "large", 10_000_000, TEXT, AMOUNT);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Value amount = i == 500 ? Value.NULL : new Value.Scalar(Integer.toString(i * 7 % 1_000));
      rows.add(new Row(List.of(new Value.Scalar("order " + i), amount)));
    }
    cloud.rows.tables.put(ORDERS, rows);
    cloud.rows.tables.put(LARGE, rows);
    AppTheme.loadFonts();
    AppTheme.theme(false);
    browser =
        new BrowserController(
            cloud,
            background,
            new Words(Locale.ENGLISH),
            new RecordedNavigation(),
            new FakeTables());
    Scene scene = new Scene(browser.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  /// All screens are made anew then.
  @Test
  void anotherLanguageKeepsTheOrderTheFilterAndTheTree() throws Exception {
    open(ORDERS);
    clickHeader(1);
    await("the row without an amount first", () -> firstRow().equals("501 order 500 NULL"));
    interact(() -> {
      TreeView<?> tree = lookup("#browser-tree").queryAs(TreeView.class);
      TreeItem<?> project = tree.getRoot().getChildren().getLast();
      project.setExpanded(true);
    });
    await("the datasets", () -> lines().contains("samples"));
    interact(() -> {
      TreeView<?> tree = lookup("#browser-tree").queryAs(TreeView.class);
      tree.getRoot().getChildren().getLast().getChildren().getFirst().setExpanded(true);
    });
    await("the tables", () -> lines().contains("large"));
    List<String> before = lines();
    interact(() -> {
      Scene scene = lookup("#browser-tree").query().getScene();
      BrowserController french =
          new BrowserController(
              cloud,
              background,
              new Words(Locale.FRENCH),
              new RecordedNavigation(),
              new FakeTables());
      french.open(ORDERS);
      french.goOnFrom(browser);
      scene.setRoot(french.root());
    });
    await("the order", () -> firstRow().equals("501 order 500 NULL"));
    await("the tree", () -> lines().equals(before));
    assertThat(text("browser-sorting-chip-0")).startsWith("amount, ");
  }

  /// The session ended elsewhere: what a person looks at is theirs.
  @Test
  void whoIsSignedInAgainKeepsTheOrder() throws Exception {
    open(ORDERS);
    clickHeader(1);
    await("the row without an amount first", () -> firstRow().equals("501 order 500 NULL"));
    interact(browser::onSignedIn);
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    assertThat(firstRow()).isEqualTo("501 order 500 NULL");
    assertThat(text("browser-sorting-chip-0")).isEqualTo("amount, lowest first");
  }

  private List<String> lines() {
    TreeView<?> tree = lookup("#browser-tree").queryAs(TreeView.class);
    return IntStream.range(0, tree.getExpandedItemCount())
        .mapToObj(tree::getTreeItem)
        .map(item -> ((CatalogNode) item.getValue()).label())
        .toList();
  }

  @Test
  void aHeaderSortsUpThenDownThenAsItWas() throws Exception {
    open(ORDERS);
    clickHeader(1);
    await("the row without an amount first", () -> firstRow().equals("501 order 500 NULL"));
    assertThat(text("browser-sorting-count")).isEqualTo("1,000 of 1,000 rows");
    clickHeader(1);
    await("the highest first", () -> firstRow().equals("858 order 857 999"));
    assertThat(text("browser-sorting-chip-0")).isEqualTo("amount, highest first");
    clickHeader(1);
    await("as it was", () -> firstRow().equals("1 order 0 0"));
    assertThat(lookup("#browser-sorting-chip-0").tryQuery()).isEmpty();
    assertThat(cloud.queries.calls).isZero();
  }

  /// A second click at the same place meets the same header, whatever was asked for.
  @Test
  void theHeadersStayWhereTheyAre() throws Exception {
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    open(ORDERS);
    double place = headers();
    clickOn("#browser-sorting-filter");
    assertThat(headers()).as("while one filters").isEqualTo(place);
    clickOn("#browser-sorting-line-value").write("order 99").push(KeyCode.ENTER);
    await("those rows", () -> rows() == 11);
    assertThat(headers()).as("with a chip").isEqualTo(place);
    clickHeader(1);
    await("sorted", () -> text("browser-sorting-chip-0").equals("amount, lowest first"));
    assertThat(headers()).as("with two chips").isEqualTo(place);
    open(LARGE);
    clickHeader(1);
    await("the price", () -> !text("browser-sorting-buy").isEmpty());
    assertThat(text("browser-sorting-said")).startsWith("The table is too large");
    assertThat(headers()).as("with a price").isEqualTo(place);
  }

  private double headers() {
    WaitForAsyncUtils.waitForFxEvents();
    Node row = lookup("#browser-grid .column-header-background").query();
    return row.localToScene(row.getBoundsInLocal()).getMinY();
  }

  /// A choice without a row is not a table without rows.
  @Test
  void aFilterWithoutHitsSaysSo() throws Exception {
    open(ORDERS);
    await("what is in sight", () -> text("browser-range").endsWith(" of 1,000"));
    filterBy("nothing like that");
    await("no row", () -> rows() == 0);
    assertThat(lookup("No row fits what was asked for.").tryQuery()).isPresent();
    assertThat(lookup("This table has no rows.").tryQuery()).isEmpty();
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    assertThat(text("browser-range")).isEmpty();
    picture("sorting-none");
    clickOn("#browser-sorting-clear");
    await("as it was", () -> text("browser-range").endsWith(" of 1,000"));
  }

  /// Rows have one number, that of their table, also where some of them are shown.
  @Test
  void aRowIsGoneToByTheNumberThatIsSeen() throws Exception {
    open(ORDERS);
    filterBy("order 99");
    await("those rows", () -> rows() == 11);
    clickOn("#browser-goto").write("995").push(KeyCode.ENTER);
    assertThat(text("browser-goto-note")).isEmpty();
    assertThat(table().getFocusModel().getFocusedIndex()).isEqualTo(5);
    clickOn("#browser-goto").eraseText(3).write("7").push(KeyCode.ENTER);
    assertThat(text("browser-goto-note")).isEqualTo("Row 7 is not among the 11 rows shown.");
    clickOn("#browser-sorting-clear");
    await("as it was", () -> firstRow().equals("1 order 0 0"));
    assertThat(text("browser-goto-note")).as("of other rows").isEmpty();
  }

  private void filterBy(String text) {
    clickOn("#browser-sorting-filter");
    clickOn("#browser-sorting-line-value").write(text).push(KeyCode.ENTER);
  }

  @Test
  void aFilterIsAChipThatCanBeTakenAway() throws Exception {
    open(ORDERS);
    clickOn("#browser-sorting-filter");
    clickOn("#browser-sorting-line-value").write("order 99").push(KeyCode.ENTER);
    await("those rows", () -> firstRow().equals("100 order 99 693"));
    assertThat(text("browser-sorting-count")).isEqualTo("11 of 1,000 rows");
    assertThat(text("browser-sorting-chip-0")).isEqualTo("text contains “order 99”");

    clickHeader(1);
    clickHeader(1);
    await("the highest of them first", () -> firstRow().equals("1,000 order 999 993"));
    assertThat(text("browser-sorting-chip-0")).isEqualTo("amount, highest first");
    picture("sorting-chips");
    clickOn("#browser-sorting-chip-1");
    await("all rows, sorted", () -> rows() == 1_000 && firstRow().equals("858 order 857 999"));
    clickOn("#browser-sorting-clear");
    await("as it was", () -> firstRow().equals("1 order 0 0"));
  }

  @Test
  void whoComesBackFindsTheFilterAsItWasAndAJobIsAboutItsRows() throws Exception {
    open(ORDERS);
    clickOn("#browser-sorting-filter");
    clickOn("#browser-sorting-line-value").write("order 99").push(KeyCode.ENTER);
    await("those rows", () -> rows() == 11);
    Scene scene = browser.root().getScene();
    interact(() -> scene.setRoot(new Pane()));
    interact(() -> scene.setRoot(browser.root()));
    await("those rows still", () -> rows() == 11 && firstRow().equals("100 order 99 693"));
    assertThat(text("browser-sorting-chip-0")).isEqualTo("text contains “order 99”");
    assertThat(browser.conditions(ORDERS))
        .containsExactly(new RowChoice.Condition("text", RowChoice.Operator.CONTAINS, "order 99"));
    assertThat(browser.conditions(LARGE)).as("of a table that is not shown").isEmpty();
    interact(() -> browser.onRefresh());
    await("all rows once it is read again", () -> rows() == 1_000);
  }

  @Test
  void nullIsUnlikeEmptyAndAWrongValueIsSaid() throws Exception {
    open(ORDERS);
    clickOn("#browser-sorting-filter");
    interact(() -> choose("browser-sorting-line-column", 1));
    clickOn("#browser-sorting-line-value").write("many").push(KeyCode.ENTER);
    assertThat(text("browser-sorting-line-wrong"))
        .isEqualTo("“many” cannot be compared with amount, which is INT64.");
    interact(() -> choose("browser-sorting-line-operator", 4));
    clickOn("#browser-sorting-line-apply");
    await("the one", () -> rows() == 1 && firstRow().equals("501 order 500 NULL"));
    assertThat(text("browser-sorting-count")).isEqualTo("1 of 1,000 rows");
  }

  /// Without a mouse: the menu of the cells has it all.
  @Test
  void theMenuSortsToo() throws Exception {
    open(ORDERS);
    clickOn("order 3");
    fire("kit-grid-sort-down");
    await("by text, downwards", () -> firstRow().startsWith("1,000 order 999"));
    clickOn("order 999");
    fire("kit-grid-filter");
    assertThat(lookup("#browser-sorting-line-value").query().isFocused()).isTrue();
    push(KeyCode.ESCAPE);
    assertThat(lookup("#browser-sorting-line").query().isVisible()).isFalse();
  }

  @Test
  void tenMillionRowsAreSortedByAQueryThatSaysItsPriceFirst() throws Exception {
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of(TEXT, AMOUNT)),
            List.of(
                new Row(
                    List.of(
                        new Value.Scalar("order 7"),
                        new Value.Scalar("12"),
                        new Value.Scalar("4100")))));
    open(LARGE);
    clickHeader(1);
    await(
        "the price",
        () -> text("browser-sorting-buy").equals("Ask by a query: reads 12 MB, about $0.000068"));
    picture("sorting-offered");
    assertThat(firstRow()).as("rows stay as they were").isEqualTo("1 order 0 0");
    assertThat(cloud.queries.calls).isZero();
    clickOn("#browser-sorting-buy");
    await("what the query gave", () -> firstRow().equals("1 order 7 12"));
    assertThat(text("browser-sorting-count")).isEqualTo("4,100 of 10,000,000 rows");
    assertThat(text("browser-sorting-said")).isEqualTo("By a query. These are the first 1.");
  }

  private void open(TableRef ref) throws Exception {
    interact(() -> browser.open(ref));
    await("the rows", () -> firstRow().equals("1 order 0 0"));
  }

  private void picture(String name) {
    interact(() -> Snapshot.take(table().getScene(), name));
  }

  private TableView<?> table() {
    return lookup("#browser-grid").query();
  }

  private int rows() {
    return table().getItems().size();
  }

  /// @param column that of the table, 0-based
  private void clickHeader(int column) {
    Node header =
        lookup("#browser-grid .column-header").queryAll().stream()
            .filter(node ->
                node instanceof TableColumnHeader of
                    && table().getColumns().get(column + 1).equals(of.getTableColumn()))
            .findFirst()
            .orElseThrow();
    interact(() -> {
      header.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, header));
      header.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, header));
    });
  }

  /// As a mouse has it that stood still: the clicks of TestFX do not say so, and headers want it.
  private static MouseEvent mouse(EventType<MouseEvent> type, Node on) {
    return new MouseEvent(
        type,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        type == MouseEvent.MOUSE_PRESSED,
        false,
        false,
        false,
        false,
        true,
        new PickResult(on, 5, 5));
  }

  private void fire(String id) {
    interact(() -> {
      ContextMenu menu = table().getContextMenu();
      Objects.requireNonNull(menu.getOnShowing()).handle(null);
      menu.getItems().stream()
          .filter(item -> id.equals(item.getId()))
          .findFirst()
          .orElseThrow()
          .fire();
    });
  }

  private void choose(String id, int index) {
    ((ComboBox<?>) lookup("#" + id).query()).getSelectionModel().select(index);
  }

  private String firstRow() {
    return lookup("#browser-grid .table-row-cell").queryAll().stream()
        .filter(node -> node instanceof TableRow<?> row && row.getIndex() == 0)
        .findFirst()
        .map(row ->
            row.lookupAll(".table-cell").stream()
                .map(cell -> ((Labeled) cell).getText())
                .reduce((a, b) -> a + " " + b)
                .orElse(""))
        .orElse("");
  }

  private String text(String id) {
    return lookup("#" + id).tryQuery().map(node -> ((Labeled) node).getText()).orElse("");
  }

  private void await(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    } catch (TimeoutException e) {
      throw new AssertionError(what + ", but: " + firstRow() + " of " + rows(), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
