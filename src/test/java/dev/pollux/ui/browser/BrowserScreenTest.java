package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

class BrowserScreenTest extends ApplicationTest {
  private static final TableRef PASSAGES = new TableRef(FakeCloud.PROJECT, "samples", "passages");
  @TempDir private Path folder;
  private final FakeCloud cloud = new FakeCloud();
  private final FakeTables shelf = new FakeTables();
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
        .table("samples", "passages", 1_000, Field.of("text", FieldType.STRING))
        .table("samples", "reviews", 0, Field.of("text", FieldType.STRING));
    cloud.rows.tables.put(
        PASSAGES,
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(i -> new Row(List.of(new Value.Scalar("passage number " + i))))
            .toList());
    AppTheme.loadFonts();
    AppTheme.theme(false);
    browser =
        new BrowserController(
            cloud, background, new Words(Locale.ENGLISH), new RecordedNavigation(), shelf);
    Scene scene = new Scene(browser.root(), 990, 700);
    AppTheme.dress(scene, "browser");
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  /// A dataset is selected when one clicks on it, and the filter takes lines away above and below.
  @Test
  void aFilterOpensNothingByItself() throws Exception {
    awaitShown("samples");
    cloud.catalog.dataset("archive", Location.US_CENTRAL1);
    interact(browser::onRefresh);
    awaitShown("archive");
    clickOn("samples");
    awaitShown("reviews");
    clickOn("#browser-filter");
    for (String letter : List.of("p", "a", "s", "s", "a", "g")) {
      write(letter);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(shelf.recent).as("typed %s", letter).isEmpty();
    }
    clickOn("passages");
    awaitShown("passage number 1");
    clickOn("#browser-filter").write("x").eraseText(7);
    awaitShown("reviews");
    TreeView<?> tree = lookup("#browser-tree").queryAs(TreeView.class);
    assertThat(shelf.recent).containsExactly(PASSAGES);
    assertThat(((CatalogNode) tree.getSelectionModel().getSelectedItem().getValue()).table())
        .as("selected again")
        .contains(PASSAGES);
  }

  @Test
  void filtersTheTreeShowsRowsAndJumps() throws Exception {
    awaitShown("samples");
    clickOn("#browser-filter").write("passag");
    awaitShown("passages");
    assertThat(lookup("reviews").tryQuery()).isEmpty();
    clickOn("passages");
    awaitShown("passage number 1");
    clickOn("#browser-goto").write("500").push(KeyCode.ENTER);
    awaitShown("passage number 500");
    assertThat(shelf.recent).containsExactly(PASSAGES);
  }

  /// The name of a dataset opens it, as its arrow does; so does Enter. Who comes to the screen by
  /// its key sees where they are, whatever stands there.
  @Test
  void theFocusIsAlwaysSeen() throws Exception {
    awaitShown("samples");
    interact(browser::focus);
    TreeView<?> tree = lookup("#browser-tree").queryAs(TreeView.class);
    assertThat(tree.isFocused()).isTrue();
    assertThat(tree.getFocusModel().getFocusedIndex()).as("nothing is open").isZero();

    interact(() -> browser.open(new TableRef(FakeCloud.PROJECT, "samples", "gone")));
    awaitShown("Try again");
    interact(browser::focus);
    assertThat(ring().getId()).as("a table that is not there").isEqualTo("state-retry");

    interact(() -> browser.open(new TableRef(FakeCloud.PROJECT, "samples", "reviews")));
    awaitShown("reviews");
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> lookup("#browser-title").tryQuery().isPresent());
    interact(browser::focus);
    assertThat(ring()).as("a table without rows").isInstanceOf(ToggleButton.class);
    interact(() -> tree.requestFocus());
    assertThat(lookup(".tab-button:focus-visible").tryQuery()).as("where it is no more").isEmpty();

    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
    interact(browser::focus);
    assertThat(tree.getScene().getFocusOwner()).as("rows").isInstanceOf(TableView.class);
  }

  private Node ring() {
    Node focused = lookup("#browser-tree").query().getScene().getFocusOwner();
    assertThat(focused.getPseudoClassStates()).contains(Screen.RING);
    return focused;
  }

  @Test
  void aDatasetIsOpenedByItsNameAndByEnter() throws Exception {
    awaitShown("samples");
    clickOn("samples");
    awaitShown("passages");
    // Two clicks at once are one.
    WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
    clickOn("samples");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("passages").tryQuery()).isEmpty();
    WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
    doubleClickOn("samples");
    awaitShown("passages");
    push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("passages").tryQuery()).isEmpty();
  }

  @Test
  void theRingIsOnTheLineWhoseArrowIsPressed() throws Exception {
    awaitShown("samples");
    Node cell = lookup("#browser-tree .tree-cell").match(of("samples")).query();
    int line = ((TreeCell<?>) cell).getIndex(); // the cell may stand for another line later
    clickOn(cell.lookup(".tree-disclosure-node"));
    awaitShown("passages");
    TreeView<?> tree = lookup("#browser-tree").query();
    assertThat(tree.getFocusModel().getFocusedIndex()).isEqualTo(line);
  }

  private static Predicate<Node> of(String name) {
    return node ->
        node instanceof TreeCell<?> cell
            && cell.getItem() instanceof CatalogNode shown
            && shown.label().equals(name);
  }

  @Test
  void anImportedTableIsSelectedInTheTree() throws Exception {
    awaitShown("samples");
    clickOn("samples");
    awaitShown("passages");
    clickOn("passages");
    awaitShown("passage number 1");
    Path file = Files.writeString(folder.resolve("orders.csv"), "id\n1\n");
    interact(() -> browser.importFile(file));
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> lookup("#import-send").match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    cloud.catalog.table("samples", "orders", 1, Field.of("id", FieldType.INT64));
    clickOn("#import-send");
    TreeView<?> tree = lookup("#browser-tree").query();
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            tree.getSelectionModel().getSelectedItem() != null
                && tree.getSelectionModel().getSelectedItem().getValue() instanceof CatalogNode node
                && node.label().equals("orders"));
    assertThat(browser.known()).contains(PASSAGES);
  }

  /// As the palette does, and who looks at where answers were brought to.
  @Test
  void aTableThatIsOpenedFromElsewhereIsNotBehindAnImport() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), "id\n1\n");
    interact(() -> browser.importFile(file));
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> lookup("#import-send").tryQuery().isPresent());
    interact(browser::onRefresh);
    assertThat(lookup("#import").query().isVisible()).as("what is only read again").isTrue();
    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
    assertThat(lookup("#import").query().isVisible()).isFalse();
  }

  @Test
  void whatIsWaitedForIsSaidUntilItIsThere() throws Exception {
    interact(() -> browser.waitFor("Starting the sandbox"));
    awaitShown("Starting the sandbox");
    assertThat(lookup(".masker-pane").query().getAccessibleText())
        .isEqualTo("Starting the sandbox");
    interact(browser::goOn);
    awaitShown("Choose a table on the left to see its rows.");
    interact(() -> browser.waitFor("Starting the sandbox"));
    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
  }

  @Test
  void theArrowOfABranchStandsOnTheLineOfItsText() throws Exception {
    awaitShown("samples");
    WaitForAsyncUtils.waitForFxEvents();
    for (Node cell : lookup("#browser-tree .tree-cell").queryAll()) {
      Node arrow = cell.lookup(".tree-disclosure-node > .arrow");
      if (arrow != null && arrow.getParent().isVisible()) {
        assertThat(middle(arrow)).isCloseTo(middle(cell), within(1.5));
      }
    }
  }

  private static double middle(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getCenterY();
  }

  @Test
  void aPinnedTableStandsOnTopUntilThePinIsTakenOut() throws Exception {
    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
    clickOn("#browser-pin");
    awaitShown("Pinned");
    awaitShown("samples.passages");
    assertThat(shelf.pinned).containsExactly(PASSAGES);
    clickOn("#browser-pin");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lookup("Pinned").tryQuery()).isEmpty();
  }

  /// Its rows need a query: that is said, nothing is asked that the service refuses.
  @ParameterizedTest
  @EnumSource(names = {"VIEW", "MATERIALIZED_VIEW", "EXTERNAL", "OTHER"})
  void aViewIsReadByAQueryThatSaysItsPriceFirst(TableKind kind) throws Exception {
    TableInfo table = cloud.catalog.tables.get(PASSAGES);
    TableRef ref = new TableRef(FakeCloud.PROJECT, "samples", "recent_orders");
    long rows = kind == TableKind.MATERIALIZED_VIEW ? 12 : -1;
    cloud.catalog.tables.put(
        ref,
        new TableInfo(
            ref,
            kind,
            table.location(),
            table.schema(),
            rows,
            rows,
            table.created(),
            table.modified(),
            Optional.empty(),
            ""));
    cloud.queries.dryRun = new DryRun(12_000_000, table.schema());
    cloud.queries.result =
        new QueryResult(
            table.schema(),
            List.of(
                new Row(List.of(new Value.Scalar("read by a query"))),
                new Row(List.of(Value.NULL))));
    interact(() -> browser.open(ref));
    awaitShown(new Words(Locale.ENGLISH).get("browser.rows.by-query"));
    awaitShown("Preview 200 rows by a query: reads 12 MB, about $0.000068");
    clickOn("#browser-tab-schema");
    awaitShown("text");
    clickOn("#browser-tab-rows");
    assertThat(lookup("#browser-by-query").tryQuery()).isPresent();
    assertThat(lookup("#browser-grid").tryQuery()).isEmpty();
    assertThat(cloud.queries.calls).as("queries that nobody asked for").isZero();
    clickOn("#browser-preview-read");
    awaitShown("read by a query");
    awaitShown("Any 2 rows, by a query over 12 MB (about $0.000068 at the US list price).");
    interact(() -> browser.open(PASSAGES));
    awaitShown("passage number 1");
    assertThat(lookup("#browser-by-query").tryQuery()).isEmpty();
    awaitShown("read free of charge");
  }

  /// The newest table of a set shows what rows of all of them look like, free of charge.
  @Test
  void aSetOfTablesShowsTheRowsOfItsNewest() throws Exception {
    TableInfo table = cloud.catalog.tables.get(PASSAGES);
    TableRef ref = new TableRef(FakeCloud.PROJECT, "samples", "pass*");
    cloud.catalog.tables.put(
        ref,
        new TableInfo(
            ref,
            TableKind.SHARDS,
            table.location(),
            table.schema(),
            -1,
            -1,
            table.created(),
            table.modified(),
            Optional.empty(),
            "",
            TableStorage.PLAIN.withNewest(PASSAGES)));
    interact(() -> browser.open(ref));
    awaitShown("passage number 1");
    awaitShown("Rows of passages, the newest of the set.");
    assertThat(cloud.queries.calls).isZero();
  }

  private void awaitShown(String text) throws Exception {
    WaitForAsyncUtils.waitFor(
        5,
        TimeUnit.SECONDS,
        () ->
            lookup(text).queryAll().stream()
                .anyMatch(n -> n instanceof Labeled || n instanceof javafx.scene.text.Text));
  }
}
