package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.NameConverter;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.CheckComboBox;

/// Which columns of a grid are shown: a list to check, which stays open while one checks.
public final class ColumnChooser {
  private static final Set<KeyCode> OPENING =
      EnumSet.of(KeyCode.SPACE, KeyCode.ENTER, KeyCode.DOWN, KeyCode.F4);
  private final CheckComboBox<GridColumn> box = new CheckComboBox<>();
  private final GridArrangement columns;
  private boolean showing;

  /// @param id of the box
  public ColumnChooser(String id, DataGrid grid, Words words) {
    this.columns = grid.arrangement();
    box.setId(id);
    box.setTitle(words.get("kit.grid.columns"));
    box.setShowCheckedCount(true);
    box.setAccessibleText(words.get("kit.grid.columns"));
    box.setAccessibleRole(AccessibleRole.COMBO_BOX);
    box.getStyleClass().add("column-chooser");
    box.setFocusTraversable(true);
    box.setConverter(new NameConverter<>(GridColumn::label));
    box.getCheckModel()
        .getCheckedItems()
        .addListener((ListChangeListener<GridColumn>) _ -> onChecked());
    box.skinProperty().subscribe(_ -> measureFirst());
    columns.shown().subscribe(this::show);
    // The control itself opens by the mouse only.
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (OPENING.contains(key.getCode()) && !key.isConsumed()) {
            box.show();
            key.consume();
          }
        });
  }

  private void measureFirst() {
    for (Node inner : box.getChildrenUnmodifiable()) {
      if (inner instanceof ComboBox<?> list) {
        SteadyWidth.ofFirst(list);
      }
    }
  }

  public Node node() {
    return box;
  }

  private void show(List<GridColumn> shown) {
    showing = true;
    if (!box.getItems().equals(columns.all())) {
      box.getCheckModel().clearChecks();
      box.getItems().setAll(columns.all());
    }
    // The box looks for each column among all of them: only those are named that change.
    Set<GridColumn> wanted = new HashSet<>(shown);
    Set<GridColumn> checked = new HashSet<>(box.getCheckModel().getCheckedItems());
    for (GridColumn column : columns.all()) {
      if (wanted.contains(column) && !checked.contains(column)) {
        box.getCheckModel().check(column);
      } else if (!wanted.contains(column) && checked.contains(column)) {
        box.getCheckModel().clearCheck(column);
      }
    }
    showing = false;
  }

  private void onChecked() {
    if (showing) {
      return;
    }
    Set<GridColumn> checked = new HashSet<>(box.getCheckModel().getCheckedItems());
    for (GridColumn column : columns.all()) {
      if (columns.isShown(column) != checked.contains(column)) {
        columns.show(column, checked.contains(column));
      }
    }
    show(columns.shown().get());
  }
}
