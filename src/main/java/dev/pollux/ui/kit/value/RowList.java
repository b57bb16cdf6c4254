package dev.pollux.ui.kit.value;

import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// One row as a list: each column of the grid on a line of its own, with its value. Ctrl+C copies
/// the value of the line as it is.
public final class RowList {
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private final TableView<Line> table = new TableView<>();
  private final Supplier<List<GridColumn>> columns;

  private record Line(GridColumn column, Value value) {}

  /// @param columns those of the grid that are shown, from left to right
  public RowList(String id, Supplier<List<GridColumn>> columns, Words words) {
    this.columns = columns;
    table.setId(id);
    table.setAccessibleText(words.get("kit.row.accessible"));
    table.setFixedCellSize(28);
    table.getStyleClass().add("data-grid");
    table.setPlaceholder(new Label(words.get("kit.row.none")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    table.setMinHeight(0);
    TableColumn<Line, Line> name = column(words.get("kit.row.column"), false);
    name.setPrefWidth(200);
    name.setMaxWidth(360);
    table.getColumns().setAll(List.of(name, column(words.get("kit.row.value"), true)));
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static TableColumn<Line, Line> column(String title, boolean value) {
    TableColumn<Line, Line> column = new TableColumn<>(title);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
    column.setCellFactory(_ -> new Cell(value));
    return column;
  }

  public Node node() {
    return table;
  }

  /// Shows the row of that cell, its line selected.
  public void show(Optional<GridCell> cell) {
    List<Line> lines =
        cell.map(it ->
                columns.get().stream()
                    .map(column -> new Line(column, column.value().apply(it.row())))
                    .toList())
            .orElse(List.of());
    table.getItems().setAll(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (cell.isPresent() && lines.get(i).column().field().equals(cell.get().field())) {
        table.getSelectionModel().select(i);
        table.scrollTo(Math.max(0, i - 2));
      }
    }
  }

  private void onKey(KeyEvent key) {
    Line line = table.getSelectionModel().getSelectedItem();
    if (key.isShortcutDown() && key.getCode() == KeyCode.C && line != null) {
      String text = ValueText.plain(line.column().field(), line.value());
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
      key.consume();
    }
  }

  /// The name of a column, or its value on one line.
  private static final class Cell extends TableCell<Line, Line> {
    private final boolean value;

    Cell(boolean value) {
      this.value = value;
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      boolean here = !empty && line != null;
      pseudoClassStateChanged(NULL, here && value && ValueText.isNull(line.value()));
      setText(
          !here
              ? ""
              : value
                  ? ValueText.inline(line.column().field(), line.value())
                  : line.column().label());
    }
  }
}
