package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How values go into the prompt: as data, and for each column what stands for NULL and how long it
/// may be.
final class ColumnsPane {
  private final RequestsController controller;
  private final Words words;
  private final CheckBox guard = new CheckBox();
  private final Label none = new Label();
  private final GridPane grid = new GridPane(12, 6);
  private final Map<String, ColumnRow> rows = new HashMap<>();
  private final VBox root;
  private List<String> shown = List.of();

  ColumnsPane(RequestsController controller, Words words) {
    this.controller = controller;
    this.words = words;
    guard.setId("wizard-guard");
    guard.setText(words.get("wizard.requests.guard"));
    guard.setTooltip(new Tooltip(words.get("wizard.requests.guard.why")));
    guard.setWrapText(true);
    guard.setOnAction(_ -> controller.onGuard(guard.isSelected()));
    none.setText(words.get("wizard.columns.none"));
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    none.managedProperty().bind(none.visibleProperty());
    grid.managedProperty().bind(grid.visibleProperty());
    root = new VBox(12, guard, none, grid);
  }

  Region root() {
    return root;
  }

  void show(DraftState state) {
    guard.setSelected(state.spec().guarded());
    List<String> names = state.spec().template().columns();
    none.setVisible(names.isEmpty());
    grid.setVisible(!names.isEmpty());
    if (!names.equals(shown)) {
      shown = names;
      draw();
    }
    Map<String, ColumnUse> uses = state.spec().columns();
    rows.forEach((name, row) ->
        row.show(
            uses.entrySet().stream()
                .filter(use -> use.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ColumnUse.PLAIN)));
  }

  private void draw() {
    rows.keySet().retainAll(shown);
    grid.getChildren().clear();
    List<Label> heads = new ArrayList<>();
    for (String key : List.of("column", "null", "word-head", "cap")) {
      Label head = new Label(words.get("wizard.columns." + key));
      head.getStyleClass().add("caption");
      head.setWrapText(true);
      heads.add(head);
    }
    grid.addRow(0, heads.toArray(new Label[0]));
    for (int i = 0; i < shown.size(); i++) {
      String name = shown.get(i);
      ColumnRow row =
          rows.computeIfAbsent(
              name, key -> new ColumnRow(key, words, use -> controller.onColumnUse(key, use)));
      row.addTo(grid, i + 1);
    }
  }
}
