package dev.pollux.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A table may have 10,000 columns (https://docs.cloud.google.com/bigquery/quotas#all_tables). What
/// is done for each of them while a person waits is little, and each can be brought.
class WideGridTest extends ApplicationTest {
  private static final int COLUMNS = 10_000;
  private static final int FIRST = GridArrangement.MOST_SHOWN;
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
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private static List<GridColumn> columns(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> GridColumn.at(Field.of("c" + i, FieldType.STRING), i))
        .toList();
  }

  private void show(List<GridColumn> columns) {
    Row row =
        new Row(
            IntStream.range(0, columns.size())
                .<Value>mapToObj(i -> new Value.Scalar("value " + i))
                .toList());
    interact(() ->
        grid.show(
            columns,
            (start, count, arrived, _) -> {
              arrived.accept(IntStream.range(0, count).mapToObj(_ -> row).toList());
              return () -> {};
            },
            30,
            _ -> {}));
  }

  private TableView<?> table() {
    return from(stage.getScene().getRoot()).lookup("#grid").queryTableView();
  }

  private List<String> inTable() {
    return table().getVisibleLeafColumns().stream()
        .map(TableColumn::getGraphic)
        .filter(Label.class::isInstance)
        .map(name -> ((Label) name).getText())
        .toList();
  }

  private void awaitSaid(String text) throws Exception {
    Label range = from(stage.getScene().getRoot()).lookup("#range").query();
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> range.getText().endsWith(text));
  }

  @Test
  void theFirstAreShownAndItIsSaidOfHowMany() throws Exception {
    show(columns(COLUMNS));

    assertThat(table().getColumns()).as("with the numbers of the rows").hasSize(FIRST + 1);
    assertThat(inTable()).startsWith("c0", "c1").endsWith("c" + (FIRST - 1));
    assertThat(grid.columns()).hasSize(COLUMNS);
    awaitSaid("· 200 of 10,000 columns");
  }

  @ParameterizedTest
  @ValueSource(ints = {FIRST, 9_999})
  void eachCanBeBroughtAndTakenAwayAgain(int number) throws Exception {
    show(columns(COLUMNS));
    CheckComboBox<?> chooser = from(stage.getScene().getRoot()).lookup("#columns").query();
    assertThat(chooser.getItems()).hasSize(COLUMNS);

    interact(() -> chooser.getCheckModel().check(number));
    assertThat(inTable()).hasSize(FIRST + 1).endsWith("c" + number);
    awaitSaid("· 201 of 10,000 columns");

    interact(() -> chooser.getCheckModel().clearCheck(number));
    assertThat(inTable()).hasSize(FIRST).endsWith("c" + (FIRST - 1));
  }

  @Test
  void aMenuOfManyIsInParts() {
    show(columns(COLUMNS));
    interact(() -> {
      ContextMenu menu = table().getColumns().get(1).getContextMenu();
      menu.show(table(), 10, 10);
      Menu which = menu(menu.getItems(), "Columns");
      Menu last = (Menu) open(which).getLast();
      assertThat(last.getText()).isEqualTo("c7500 … c9999");
      Menu lastOfAll = (Menu) open(last).getLast();
      assertThat(lastOfAll.getText()).isEqualTo("c9950 … c9999");
      CheckMenuItem column = (CheckMenuItem) open(lastOfAll).getLast();
      column.setSelected(true);
      column.fire();
      menu.hide();
    });
    assertThat(inTable()).endsWith("c9999");
  }

  private static Menu menu(List<MenuItem> items, String text) {
    return items.stream()
        .filter(item -> text.equals(item.getText()))
        .map(Menu.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<MenuItem> open(Menu menu) {
    menu.show();
    return menu.getItems();
  }

  /// They stand behind all that their rows have, and are what a person came for.
  @Test
  void answersAreNeverAmongTheRest() {
    List<GridColumn> columns = new ArrayList<>(columns(1_000));
    columns.add(
        new GridColumn(
            Field.of("answer", FieldType.STRING), row -> row.values().getFirst(), "divided"));
    columns.add(GridColumn.at(Field.of("why", FieldType.STRING), 1));
    show(columns);

    assertThat(inTable()).hasSize(FIRST).startsWith("c0").endsWith("c197", "answer", "why");
  }

  /// Nothing is cut where there are no more than that.
  @Test
  void allAreShownWhereTheyAreFew() throws Exception {
    show(columns(FIRST));
    assertThat(inTable()).hasSize(FIRST);
    awaitSaid("of 30");
  }
}
