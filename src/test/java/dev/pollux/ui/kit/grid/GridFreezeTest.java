package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.GridOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Columns that stay at the left edge while the others scroll, and headers that are dragged.
class GridFreezeTest extends ApplicationTest {
  private static final int COLUMNS = 20;
  private Stage stage;
  private DataGrid grid;
  private final List<List<GridOrder>> asked = new ArrayList<>();

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    grid = GridWindow.open(stage);
  }

  @BeforeEach
  void fill() {
    interact(() -> {
      grid.onSort(asked::add, _ -> {});
      show(1_000);
    });
    settle();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void show(long rows) {
    grid.show(
        IntStream.range(0, COLUMNS)
            .mapToObj(i ->
                // Its name wants the width of a text, which such short values would not have.
                GridColumn.at(Field.of("c" + i, FieldType.STRING), i)
                    .labelled("a column named %02d".formatted(i)))
            .toList(),
        GridFreezeTest::load,
        rows,
        _ -> {});
  }

  private static Runnable load(
      long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
    arrived.accept(
        LongStream.range(start, start + count)
            .mapToObj(row ->
                new Row(
                    IntStream.range(0, COLUMNS)
                        .<Value>mapToObj(i -> new Value.Scalar("r" + row + "c" + i))
                        .toList()))
            .toList());
    return () -> {};
  }

  @Test
  void whatIsFrozenStaysInSightHoweverFarOneScrolls() {
    freezeUpTo("c1");
    assertThat(drawn(0)).as("nothing is scrolled: nothing changes").startsWith("1", "r0c0", "r0c1");
    scrollTo(1_500);
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c1").doesNotContain("r0c2").contains("r0c12");
    assertThat(headersDrawn()).startsWith("#", "c0", "c1").doesNotContain("c2").contains("c12");
    scrollTo(Double.MAX_VALUE);
    assertThat(drawn(3)).startsWith("4", "r3c0", "r3c1").endsWith("r3c19");
    scrollTo(0);
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c1", "r0c2");
  }

  @Test
  void rowsThatComeIntoSightHaveTheirOwnCells() {
    freezeUpTo("c0");
    scrollTo(1_500);
    interact(() -> grid.goTo(500));
    settle();
    assertThat(drawn(500)).startsWith("501", "r500c0");
    interact(() -> grid.goTo(0));
    settle();
    assertThat(drawn(0)).startsWith("1", "r0c0");
  }

  @Test
  void aFrozenCellIsClickedAndCopiedLikeAnyOther() {
    freezeUpTo("c1");
    scrollTo(1_500);
    clickOn(frozenCell(2, "r2c1"));
    settle();
    assertThat(grid.selected().get()).map(it -> it.index()).contains(2L);
    assertThat(grid.selected().get()).map(it -> it.field().name()).contains("c1");
    assertThat(scrolled()).as("and nothing jumps").isEqualTo(1_500);
  }

  @Test
  void anArrowNeverSelectsWhatLiesUnderTheFrozenColumns() {
    freezeUpTo("c1");
    interact(() -> {
      grid.selectRow(0);
      grid.focus();
    });
    for (int i = 0; i < COLUMNS; i++) {
      push(KeyCode.RIGHT);
      assertSelectedIsInSight();
    }
    for (int i = 0; i < COLUMNS - 1; i++) {
      push(KeyCode.LEFT);
      assertSelectedIsInSight();
    }
  }

  private void assertSelectedIsInSight() {
    settle();
    String text = "r0" + grid.selected().get().orElseThrow().field().name();
    assertThat(drawn(0)).as("what is selected is drawn").contains(text);
  }

  @Test
  void whatIsMovedHiddenOrReadAgainStaysFrozenByName() {
    freezeUpTo("c1");
    interact(() -> stage.setWidth(900));
    interact(() -> grid.move(column("c1"), 1));
    scrollTo(1_500);
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c2", "r0c1").contains("r0c12");
    interact(() -> grid.arrangement().show(column("c2"), false));
    settle();
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c1").doesNotContain("r0c2");
    interact(() -> grid.arrangement().show(column("c1"), false));
    settle();
    assertThat(drawn(0))
        .as("the last one that is shown")
        .startsWith("1", "r0c0")
        .doesNotContain("r0c1");
    interact(() -> show(30));
    scrollTo(1_500);
    assertThat(drawn(0)).startsWith("1", "r0c0").doesNotContain("r0c3");
  }

  @Test
  void allScrollAgainByTheMenu() {
    assertThat(item("c3", "kit-grid-freeze-none")).isEmpty();
    freezeUpTo("c1");
    scrollTo(1_500);
    assertThat(item("c1", "kit-grid-freeze")).map(MenuItem::isDisable).contains(true);
    interact(() -> item("c3", "kit-grid-freeze-none").orElseThrow().fire());
    settle();
    assertThat(drawn(0)).doesNotContain("r0c0", "r0c1");
    assertThat(headersDrawn()).doesNotContain("c0", "c1");
  }

  @Test
  void roomIsLeftForTheColumnsThatScroll() {
    freezeUpTo("c12");
    assertThat(grid.range().get()).isEqualTo("There is room to freeze 2 columns only.");
    scrollTo(2_500);
    assertThat(grid.freeze().width()).isLessThan(700 - 100);
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c1").contains("r0c17");
    interact(() -> stage.setWidth(1_200));
    settle();
    assertThat(grid.freeze().width()).as("more room, more columns").isGreaterThan(700);
  }

  @Test
  void goingToAColumnBringsItBesideTheFrozenOnes() {
    freezeUpTo("c1");
    interact(
        () -> grid.freeze().toLeft(grid.arrangement().tableColumn(column("c9")).orElseThrow()));
    settle();
    assertThat(drawn(0)).startsWith("1", "r0c0", "r0c1", "r0c9");
  }

  // ---- dragging

  @Test
  void aHeaderIsDraggedToAnotherPlaceAndTheOrderIsKept() {
    interact(() -> grid.showOrder(List.of(new GridOrder(column("c1"), true))));
    asked.clear();
    drag("c1", "c2", 20);
    assertThat(order()).startsWith("c0", "c2", "c1", "c3");
    assertThat(asked).as("nobody asked for another order of rows").isEmpty();
    assertThat(table().getSortOrder())
        .singleElement()
        .satisfies(it -> assertThat(it.getSortType()).isEqualTo(SortType.DESCENDING));
    interact(() -> show(30));
    assertThat(order()).startsWith("c0", "c2", "c1", "c3");
  }

  @Test
  void whatIsSelectedMovesWithItsColumn() {
    interact(() -> grid.selectRow(2));
    assertThat(selectedCells()).containsExactly("r2c0");
    drag("c1", "c0", -20);
    assertThat(selectedCells()).containsExactly("r2c0");
    drag("c0", "c2", 20);
    assertThat(selectedCells()).containsExactly("r2c0");
    assertThat(grid.selected().get()).map(it -> it.field().name()).contains("c0");
  }

  private List<String> selectedCells() {
    return lookup(".table-cell")
        .match(it -> it instanceof TableCell<?, ?> cell && cell.isSelected() && !cell.isEmpty())
        .queryAll()
        .stream()
        .map(it -> ((TableCell<?, ?>) it).getText())
        .toList();
  }

  @Test
  void nothingIsDraggedBeforeTheNumbers() {
    drag("c1", "#", -15);
    assertThat(order()).startsWith("c1", "c0", "c2");
    assertThat(headersDrawn()).startsWith("#", "c1", "c0");
  }

  /// The headless robot drags without saying which button is held, so that the header hears of its
  /// mouse here.
  ///
  /// @param beyond pixels from the middle of the header it is dragged to
  private void drag(String from, String to, double beyond) {
    TableColumnHeader dragged = header(from);
    double start = middle(dragged);
    double end = middle(header(to)) + beyond;
    interact(() -> {
      fire(dragged, MouseEvent.MOUSE_PRESSED, start);
      fire(dragged, MouseEvent.MOUSE_DRAGGED, (start + end) / 2);
      fire(dragged, MouseEvent.MOUSE_DRAGGED, end);
      fire(dragged, MouseEvent.MOUSE_RELEASED, end);
    });
    settle();
  }

  private static void fire(Node node, EventType<MouseEvent> type, double x) {
    Point2D scene = new Point2D(x, node.localToScene(0, 10).getY());
    Point2D screen = node.localToScreen(node.sceneToLocal(scene));
    node.fireEvent(
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            new PickResult(node, scene.getX(), scene.getY())));
  }

  // ---- what is drawn

  /// Waits for two layouts: what is asked for after the first is drawn by the second.
  private void settle() {
    for (int i = 0; i < 2; i++) {
      CountDownLatch laidOut = new CountDownLatch(1);
      interact(() -> {
        stage.getScene().addPostLayoutPulseListener(laidOut::countDown);
        Platform.requestNextPulse();
      });
      try {
        assertThat(laidOut.await(10, TimeUnit.SECONDS)).as("a layout within 10 s").isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private TableView<?> table() {
    return lookup("#grid").queryAs(TableView.class);
  }

  private GridColumn column(String name) {
    return grid.columns().stream()
        .filter(it -> it.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> order() {
    return grid.shownColumns().stream().map(it -> it.field().name()).toList();
  }

  private void freezeUpTo(String name) {
    interact(() -> item(name, "kit-grid-freeze").orElseThrow().fire());
    settle();
  }

  private Optional<MenuItem> item(String column, String id) {
    ContextMenu menu =
        grid.arrangement().tableColumn(column(column)).orElseThrow().getContextMenu();
    Objects.requireNonNull(menu.getOnShowing()).handle(null);
    return menu.getItems().stream().filter(it -> id.equals(it.getId())).findFirst();
  }

  private ScrollBar bar() {
    return lookup(".scroll-bar")
        .match(it -> it instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
        .queryAs(ScrollBar.class);
  }

  private double scrolled() {
    return bar().getValue();
  }

  private void scrollTo(double x) {
    interact(() -> bar().setValue(Math.min(x, bar().getMax())));
    settle();
  }

  private TableColumnHeader header(String name) {
    return lookup(".column-header")
        .match(it ->
            it instanceof TableColumnHeader header
                && header.getTableColumn() != null
                && name.equals(name(header)))
        .queryAs(TableColumnHeader.class);
  }

  private static String name(TableColumnHeader header) {
    return header.getTableColumn().getUserData() instanceof GridColumn it
        ? it.field().name()
        : header.getTableColumn().getText();
  }

  /// What one sees of a row from left to right: at each place the node that lies on top.
  private List<String> drawn(int row) {
    Node of =
        lookup(".table-row-cell")
            .match(
                it -> it instanceof TableRow<?> each && each.getIndex() == row && each.isVisible())
            .query();
    return seen(of, ".table-cell").stream().map(it -> ((TableCell<?, ?>) it).getText()).toList();
  }

  private List<String> headersDrawn() {
    return seen(lookup(".nested-column-header").query(), ".column-header").stream()
        .map(it -> name((TableColumnHeader) it))
        .toList();
  }

  /// The nodes that a person sees at least half of, from left to right.
  private List<Node> seen(Node in, String what) {
    double end = table().localToScene(table().getBoundsInLocal()).getMaxX();
    List<Node> all = new ArrayList<>(from(in).lookup(what).queryAll());
    return all.stream()
        .filter(it -> middle(it) > 0 && middle(it) < end)
        .filter(it -> all.stream().noneMatch(over -> lies(over, it)))
        .sorted(Comparator.comparingDouble(GridFreezeTest::middle))
        .toList();
  }

  private static double middle(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getCenterX();
  }

  private static boolean lies(Node over, Node under) {
    return over.getViewOrder() < under.getViewOrder()
        && over.localToScene(over.getBoundsInLocal()).getMinX() <= middle(under)
        && over.localToScene(over.getBoundsInLocal()).getMaxX() >= middle(under);
  }

  private Node frozenCell(int row, String text) {
    return lookup(".frozen-cell")
        .match(it ->
            it instanceof TableCell<?, ?> cell
                && cell.getIndex() == row
                && text.equals(cell.getText()))
        .query();
  }
}
