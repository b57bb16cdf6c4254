package dev.pollux.ui.browser.imports;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.imports.CellReading;
import dev.pollux.imports.ImportColumn;
import dev.pollux.imports.ImportPreview;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The columns of a file, a line each: what the file calls it, its name and type in the table, and
/// the first values.
final class ImportColumnsPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final int VALUES = 4;
  private static final int MOST_LETTERS = 40;
  private final ImportController controller;
  private final Words words;
  private final GridPane grid = new GridPane(12, 6);
  private final ScrollPane root = new ScrollPane(grid);
  private final List<TextField> names = new ArrayList<>();
  private List<String> shown = List.of();

  ImportColumnsPane(ImportController controller, Words words) {
    this.controller = controller;
    this.words = words;
    grid.getStyleClass().add("import-columns");
    grid.getColumnConstraints()
        .addAll(column(110, 27), column(150, 35), new ColumnConstraints(130), column(110, 38));
    root.setId("import-columns");
    root.setFitToWidth(true);
  }

  Node root() {
    return root;
  }

  /// Fields that a person types in stay as they are as long as the columns are the same.
  void show(ImportPreview preview) {
    List<String> inFile = preview.columns().stream().map(ImportColumn::inFile).toList();
    List<String> key =
        List.of(preview.file().toString(), preview.text().toString(), inFile.toString());
    if (!key.equals(shown)) {
      shown = key;
      fill(preview);
    }
    for (int i = 0; i < names.size(); i++) {
      names.get(i).pseudoClassStateChanged(WRONG, preview.fault(i).isPresent());
    }
  }

  private void fill(ImportPreview preview) {
    grid.getChildren().clear();
    names.clear();
    grid.addRow(
        0,
        heading("imports.column.file"),
        heading("imports.column.name"),
        heading("imports.column.type"),
        heading("imports.column.values"));
    for (int i = 0; i < preview.columns().size(); i++) {
      line(i, preview.columns().get(i), values(preview.rows(), i));
    }
  }

  /// A column that shares what is left.
  private static ColumnConstraints column(double least, double share) {
    ColumnConstraints column = new ColumnConstraints(least, share * 8, Double.MAX_VALUE);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private Label heading(String key) {
    Label heading = new Label(words.get(key));
    heading.getStyleClass().addAll("caption", "quiet");
    return heading;
  }

  private void line(int index, ImportColumn column, String values) {
    TextField name = new TextField(column.name());
    name.setId("import-name-" + index);
    names.add(name);
    name.setAccessibleText(words.get("imports.name.of", column.inFile()));
    ComboBox<FieldType> type = new ComboBox<>();
    type.setId("import-type-" + index);
    type.setAccessibleText(words.get("imports.type.of", column.inFile()));
    type.getItems().setAll(CellReading.TYPES);
    type.setValue(column.type());
    type.setMaxWidth(Double.MAX_VALUE);
    Runnable changed =
        () ->
            controller.onColumn(index, column.named(name.getText().strip()).typed(type.getValue()));
    name.textProperty().subscribe((_, _) -> changed.run());
    type.valueProperty().subscribe((_, _) -> changed.run());
    Label first = new Label(values);
    first.getStyleClass().add("quiet");
    first.setWrapText(true);
    Label inFile = new Label(column.inFile());
    inFile.setWrapText(true);
    grid.addRow(index + 1, inFile, name, type, first);
  }

  private static String values(List<Row> rows, int column) {
    return rows.stream()
        .limit(VALUES)
        .map(row -> row.values().get(column) instanceof Value.Scalar(String text) ? text : "NULL")
        .map(text -> text.replaceAll("\\s+", " "))
        .map(text -> text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text)
        .collect(Collectors.joining("  ·  "));
  }
}
