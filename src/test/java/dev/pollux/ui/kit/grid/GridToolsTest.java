package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AtOnce;
import dev.pollux.ui.kit.LayoutMemory;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.RowSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// What one does with a grid beside reading it: finding in it, going to a row, hiding columns.
class GridToolsTest extends ApplicationTest {
  private static final long ROWS = 30;
  private static final int PAGE = 10_000;
  private Stage stage;
  private DataGrid grid;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
    Words words = new Words(Locale.ENGLISH);
    grid =
        GridWindow.open(
            stage,
            it ->
                new VBox(
                    it.node(),
                    new RowJump("jump", "range", it, words).node(),
                    new ColumnChooser("columns", it, words).node()));
    show(ROWS);
  }

  @AfterEach
  void close() {
    interact(() -> {
      Window.getWindows().stream()
          .filter(ContextMenu.class::isInstance)
          .toList()
          .forEach(Window::hide);
      stage.close();
    });
  }

  private void show(long rows) {
    grid.show(
        List.of(
            GridColumn.at(Field.of("id", FieldType.INT64), 0),
            GridColumn.at(Field.of("word", FieldType.STRING), 1),
            GridColumn.at(Field.of("under_score", FieldType.STRING), 2)),
        GridToolsTest::load,
        rows,
        _ -> {});
  }

  private static Runnable load(
      long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
    arrived.accept(
        LongStream.range(start, start + count)
            .mapToObj(i ->
                new Row(
                    List.of(
                        new Value.Scalar("" + i),
                        new Value.Scalar(i % 10 == 4 ? "Herring " + i : "cod"),
                        new Value.Scalar("x"))))
            .toList());
    return () -> {};
  }

  private Node node(String id) {
    return from(stage.getScene().getRoot()).lookup("#" + id).query();
  }

  private boolean isThere(String id) {
    return from(stage.getScene().getRoot()).lookup("#" + id).tryQuery().isPresent();
  }

  private void await(String id, String text) throws Exception {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> ((Label) node(id)).getText().contains(text));
  }

  private TableView<?> table() {
    return (TableView<?>) node("grid");
  }

  private int row() {
    int first = ((CountedTable) table()).first().get();
    return first + table().getFocusModel().getFocusedCell().getRow();
  }

  // ---- finding

  private void openFind(String text) {
    interact(grid::focus);
    push(KeyCode.SHORTCUT, KeyCode.F);
    assertThat(node("grid-find").isFocused()).isTrue();
    // At once, as pasted: what is found for the first letters is never shown
    interact(() -> ((TextField) node("grid-find")).setText(text));
  }

  @Test
  void enterRightAfterTheLastLetterGoesToTheFirstHit() throws Exception {
    interact(grid::focus);
    push(KeyCode.SHORTCUT, KeyCode.F);
    write("herring 1\n");
    await("grid-found", "1 of 1");
    assertThat(row()).isEqualTo(14);
  }

  @Test
  void enterGoesFromHitToHitAndRound() throws Exception {
    openFind("herring");
    await("grid-found", "1 of 3");
    assertThat(row()).isEqualTo(4);
    push(KeyCode.ENTER);
    await("grid-found", "2 of 3");
    assertThat(row()).isEqualTo(14);
    push(KeyCode.SHIFT, KeyCode.ENTER);
    await("grid-found", "1 of 3");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    await("grid-found", "3 of 3 · from the end again");
    assertThat(row()).isEqualTo(24);
    interact(() -> ((javafx.scene.control.Button) node("grid-find-next")).fire());
    await("grid-found", "1 of 3 · from the top again");
    interact(() -> ((javafx.scene.control.Button) node("grid-find-before")).fire());
    await("grid-found", "3 of 3");
  }

  @Test
  void whatIsNotThereIsSaidInWordsAndEscapeGoesBackToTheRows() throws Exception {
    openFind("whale");
    await("grid-found", "Not found");
    push(KeyCode.ENTER);
    await("grid-found", "Not found");
    push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !isThere("grid-find-bar"));
    assertThat(table().isFocused()).isTrue();
  }

  @Test
  void rowsThatAreNotLoadedAreNotCalledLookedAt() throws Exception {
    interact(() -> show(PAGE * 100L));
    openFind("whale");
    await("grid-found", "loaded so far of 1,000,000");
  }

  @Test
  void hiddenColumnsAreNotSearched() throws Exception {
    interact(() -> hide("word"));
    openFind("herring");
    await("grid-found", "Not found");
  }

  // ---- columns

  private CheckComboBox<?> chooser() {
    return (CheckComboBox<?>) node("columns");
  }

  private void hide(String column) {
    item(headerMenu(column), "grid-hide").fire();
  }

  private ContextMenu headerMenu(String name) {
    TableColumn<?, ?> column = column(name);
    ContextMenu menu = column.getContextMenu();
    menu.show(table(), 10, 10);
    return menu;
  }

  private TableColumn<?, ?> column(String name) {
    return table().getColumns().stream()
        .filter(c -> c.getGraphic() instanceof Label label && label.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static MenuItem item(ContextMenu menu, String id) {
    return menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
  }

  @Test
  void aColumnIsHiddenFromItsHeaderAndShownAgainFromTheList() {
    interact(() -> hide("word"));
    assertThat(column("word").isVisible()).isFalse();
    assertThat(chooser().getCheckModel().getCheckedIndices()).containsExactly(0, 2);
    interact(() -> chooser().getCheckModel().check(1));
    assertThat(column("word").isVisible()).isTrue();
  }

  @Test
  void whatIsHiddenStaysSoWhenTheRowsAreReadAgain() {
    interact(() -> {
      hide("word");
      show(ROWS);
    });
    assertThat(column("word").isVisible()).isFalse();
    assertThat(column("id").isVisible()).isTrue();
  }

  @Test
  void theLastColumnStays() {
    interact(() -> {
      hide("word");
      hide("id");
    });
    interact(() -> chooser().getCheckModel().clearCheck(2));
    assertThat(column("under_score").isVisible()).isTrue();
    assertThat(chooser().getCheckModel().getCheckedIndices()).containsExactly(2);
    interact(() -> assertThat(item(headerMenu("under_score"), "grid-hide").isDisable()).isTrue());
  }

  @Test
  void theListIsReachedByKeysAndHasAName() {
    interact(() -> chooser().requestFocus());
    assertThat(chooser().isFocused()).isTrue();
    assertThat(chooser().getAccessibleText()).isEqualTo("Columns");
    push(KeyCode.SPACE);
    assertThat(isOpen()).isTrue();
    push(KeyCode.DOWN);
    push(KeyCode.SPACE);
    assertThat(table().getColumns().stream().filter(column -> !column.isVisible()).count())
        .as("hidden by keys")
        .isEqualTo(1);
    push(KeyCode.ESCAPE);
    assertThat(isOpen()).isFalse();
  }

  private static boolean isOpen() {
    return Window.getWindows().stream().anyMatch(w -> w.isShowing() && w instanceof PopupWindow);
  }

  // ---- menus

  /// As Shift+F10 and the menu key ask for it.
  @Test
  void theMenuOfTheCellsOpensByKeyAndCallsColumnsAsTheyAre() {
    interact(() -> {
      grid.goTo(3);
      focusCell(table(), 3, 3);
      Point2D at = table().localToScreen(50, 50);
      table()
          .fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  50,
                  50,
                  at.getX(),
                  at.getY(),
                  true,
                  null));
    });
    ContextMenu menu = table().getContextMenu();
    assertThat(menu.isShowing()).isTrue();
    assertThat(item(menu, "grid-hide").getText()).isEqualTo("Hide “under_score”");
    assertThat(item(menu, "grid-hide").isMnemonicParsing()).isFalse();
    push(KeyCode.ESCAPE);
    assertThat(menu.isShowing()).isFalse();
  }

  private static <T> void focusCell(TableView<T> table, int row, int column) {
    table.getFocusModel().focus(row, table.getColumns().get(column));
  }

  // ---- going to a row

  private void jump(String text) {
    interact(() -> {
      TextField field = (TextField) node("jump");
      field.requestFocus();
      field.setText(text);
    });
    push(KeyCode.ENTER);
  }

  @Test
  void aRowIsGoneToByItsNumber() {
    jump("12");
    assertThat(row()).isEqualTo(11);
    assertThat(((Label) node("jump-note")).getText()).isEmpty();
    interact(() -> show(PAGE * 100L));
    jump("654,321");
    assertThat(row()).isEqualTo(654_320);
  }

  @Test
  void whatIsNoRowIsSaidAndMovesNothing() {
    jump("7");
    for (String none : List.of("abc", "0", "-3", "1e3", "99999999999999999999")) {
      jump(none);
      assertThat(((Label) node("jump-note")).getText())
          .as(none)
          .isEqualTo("Write the number of a row.");
      assertThat(row()).isEqualTo(6);
    }
    jump("999999");
    assertThat(((Label) node("jump-note")).getText()).isEqualTo("There are only 30 rows.");
    assertThat(row()).isEqualTo(6);
    jump("");
    assertThat(((Label) node("jump-note")).getText()).isEmpty();
  }

  @Test
  void whatWasSaidOfOneTableIsNotSaidOfTheNext() {
    jump("31");
    assertThat(((Label) node("jump-note")).getText()).isEqualTo("There are only 30 rows.");
    interact(() -> show(80));
    assertThat(((Label) node("jump-note")).getText()).isEmpty();
  }

  /// The text beside it grows with the numbers in it.
  @Test
  void theFieldStaysWhereItIsWhileOneScrolls() throws Exception {
    interact(() -> show(20_000));
    await("range", "rows 1–");
    double place = node("jump").localToScene(0, 0).getX();
    jump("15,000");
    await("range", "rows 15,000–");
    assertThat(node("jump").localToScene(0, 0).getX()).isEqualTo(place);
  }

  /// Of thousands of rows as of thirty: a thumb is as long as a pointer needs it.
  @Test
  void theThumbCanBeTakenHoldOf() {
    for (long rows : List.of(30L, 13_866L, 49_000L)) {
      interact(() -> show(rows));
      WaitForAsyncUtils.waitForFxEvents();
      Node bar =
          from(node("grid")).lookup(".scroll-bar").queryAll().stream()
              .filter(one ->
                  one.isVisible()
                      && one instanceof ScrollBar scroll
                      && scroll.getOrientation() == Orientation.VERTICAL)
              .findFirst()
              .orElseThrow();
      assertThat(bar.lookup(".thumb").getBoundsInParent().getHeight())
          .as("%d rows", rows)
          .isGreaterThanOrEqualTo(20);
      assertThat(bar.getBoundsInParent().getWidth()).isEqualTo(8);
    }
  }

  /// Nobody misses in one table what they hid in another.
  @Test
  void whatIsHiddenStaysHiddenForTheSameColumns() {
    Map<String, Boolean> kept = new HashMap<>();
    interact(() -> LayoutMemory.put(stage.getScene(), memory(kept)));
    interact(() -> grid.arrangement().show(grid.arrangement().all().get(1), false));
    assertThat(kept).hasSize(1).containsValue(false);
    DataGrid next = anew(List.of("id", "word", "under_score"));
    assertThat(shown(next)).containsExactly("id", "under_score");
    assertThat(next.arrangement().tableColumn(next.arrangement().all().get(1)))
        .hasValueSatisfying(column -> assertThat(column.isVisible()).isFalse());
    assertThat(shown(anew(List.of("id", "word")))).containsExactly("id", "word");
    interact(() -> next.arrangement().show(next.arrangement().all().get(1), true));
    assertThat(shown(anew(List.of("id", "word", "under_score")))).hasSize(3);
  }

  private static List<String> shown(DataGrid of) {
    return of.arrangement().shown().get().stream().map(GridColumn::label).toList();
  }

  /// A grid of the same name in a window that is opened anew: it is filled before it is shown.
  private DataGrid anew(List<String> names) {
    DataGrid made = new DataGrid("grid", new Words(Locale.ENGLISH), new AtOnce());
    interact(() -> {
      made.show(
          names.stream().map(n -> GridColumn.at(Field.of(n, FieldType.STRING), 0)).toList(),
          GridToolsTest::load,
          ROWS,
          _ -> {});
      ((VBox) stage.getScene().getRoot()).getChildren().add(made.node());
    });
    return made;
  }

  private static LayoutMemory memory(Map<String, Boolean> kept) {
    return new LayoutMemory() {
      @Override
      public OptionalDouble split(String pane) {
        return OptionalDouble.empty();
      }

      @Override
      public void keepSplit(String pane, double position) {}

      @Override
      public OptionalDouble columnWidth(String column) {
        return OptionalDouble.empty();
      }

      @Override
      public void keepColumnWidth(String column, double width) {}

      @Override
      public Optional<Boolean> columnShown(String column) {
        return Optional.ofNullable(kept.get(column));
      }

      @Override
      public void keepColumnShown(String column, boolean shown) {
        kept.put(column, shown);
      }
    };
  }

  @Test
  void theTextBesideItsAnswerTakesTheRoomThatIsLeft() {
    interact(() ->
        grid.show(
            List.of(
                GridColumn.at(Field.of("id", FieldType.INT64), 0),
                GridColumn.at(Field.of("word", FieldType.STRING), 1),
                GridColumn.at(Field.of("answer", FieldType.STRING), 2).styled("divided"),
                GridColumn.at(Field.of("state", FieldType.STRING), 2).styled("quiet")),
            GridToolsTest::load,
            ROWS,
            _ -> {}));
    double narrow = width(2);
    double last = width(4);
    interact(() -> stage.setWidth(1000));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(width(2)).isGreaterThan(narrow + 200);
    assertThat(width(4)).isEqualTo(last);
    interact(() -> stage.setWidth(700));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(width(2)).as("and gives it back").isLessThan(narrow + 30);
  }

  private double width(int column) {
    return ((TableView<?>) node("grid")).getColumns().get(column).getWidth();
  }

  @Test
  void numbersOfAChoiceOfRowsAreWhole() {
    RowSource few =
        new RowSource() {
          @Override
          public Runnable load(
              long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
            return GridToolsTest.load(start, count, arrived, failed);
          }

          @Override
          public long number(long index) {
            return index == 1 ? 13_865 : index;
          }
        };
    double before = width(0);
    interact(() ->
        grid.show(List.of(GridColumn.at(Field.of("word", FieldType.STRING), 1)), few, 3, _ -> {}));
    assertThat(width(0)).isGreaterThan(before).isGreaterThanOrEqualTo(20 + 9 * "13,866".length());
  }

  // ---- the order of columns

  private List<String> order() {
    return grid.shownColumns().stream().map(column -> column.field().name()).toList();
  }

  @Test
  void aColumnIsMovedByTheMenuAndStaysThereWithOtherRows() {
    fire("word", "kit-grid-left");
    assertThat(order()).containsExactly("word", "id", "under_score");
    interact(() -> show(3));
    assertThat(order()).containsExactly("word", "id", "under_score");
    fire("word", "kit-grid-right");
    fire("word", "kit-grid-right");
    fire("word", "kit-grid-right");
    assertThat(order()).as("not beyond the last").containsExactly("id", "under_score", "word");
  }

  private void fire(String column, String id) {
    interact(() -> {
      ContextMenu menu =
          table().getColumns().stream()
              .filter(it ->
                  it.getUserData() instanceof GridColumn of && of.field().name().equals(column))
              .findFirst()
              .orElseThrow()
              .getContextMenu();
      java.util.Objects.requireNonNull(menu.getOnShowing()).handle(null);
      menu.getItems().stream()
          .filter(item -> id.equals(item.getId()))
          .findFirst()
          .filter(item -> !item.isDisable())
          .ifPresent(MenuItem::fire);
    });
  }
}
