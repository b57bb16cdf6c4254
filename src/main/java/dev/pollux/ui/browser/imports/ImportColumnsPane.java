package dev.pollux.ui.browser.imports;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.imports.CellReading;
import dev.pollux.imports.ImportColumn;
import dev.pollux.imports.ImportFault;
import dev.pollux.imports.ImportPreview;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The columns of a file, a line each: what the file calls it, its name and type in the table, and
/// the first values. A file of thousands of columns has them page by page: fields for all would
/// take minutes to be laid out.
final class ImportColumnsPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final int VALUES = 4;
  private static final int MOST_LETTERS = 40;
  private static final int MOST_OF_A_NAME = 300;

  /// Of a name: a few lines where the window is small.
  private static final int MOST_SHOWN = 80;

  /// More of a value than is shown, though much of it may be blanks.
  private static final int MOST_LOOKED_AT = 1_000;

  private static final int PAGE = 50;
  private final ImportController controller;
  private final Words words;
  private final GridPane grid = new GridPane(12, 6);
  private final ScrollPane lines = new ScrollPane(grid);
  private final Label range = new Label();
  private final Button before = new Button();
  private final Button after = new Button();
  private final HBox pages = new HBox(8, before, range, after);
  private final VBox root = new VBox(8, lines, pages);
  private final List<TextField> names = new ArrayList<>();
  private List<String> shown = List.of();
  private int first;

  ImportColumnsPane(ImportController controller, Words words) {
    this.controller = controller;
    this.words = words;
    grid.getStyleClass().add("import-columns");
    grid.getColumnConstraints()
        .addAll(column(110, 27), column(150, 35), new ColumnConstraints(130), column(110, 38));
    lines.setId("import-columns");
    lines.setFitToWidth(true);
    VBox.setVgrow(lines, Priority.ALWAYS);
    range.setId("import-columns-range");
    before.setId("import-columns-before");
    before.setText(words.get("imports.columns.before"));
    after.setId("import-columns-after");
    after.setText(words.get("imports.columns.after"));
    pages.setAlignment(Pos.CENTER_LEFT);
    pages.managedProperty().bind(pages.visibleProperty());
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
      first = 0;
      fill(preview);
    }
    before.setOnAction(_ -> turn(preview, first - PAGE));
    after.setOnAction(_ -> turn(preview, first + PAGE));
    mark(preview);
  }

  private void turn(ImportPreview preview, int to) {
    first = to;
    fill(preview);
    mark(preview);
    lines.setVvalue(0);
  }

  private void mark(ImportPreview preview) {
    List<Optional<ImportFault>> faults = preview.faults();
    for (int i = 0; i < names.size(); i++) {
      names.get(i).pseudoClassStateChanged(WRONG, faults.get(first + i).isPresent());
    }
  }

  private void fill(ImportPreview preview) {
    int all = preview.columns().size();
    int end = Math.min(all, first + PAGE);
    pages.setVisible(all > PAGE);
    range.setText(words.get("imports.columns.range", first + 1, end, all));
    before.setDisable(first == 0);
    after.setDisable(end == all);
    grid.getChildren().clear();
    names.clear();
    grid.addRow(
        0,
        heading("imports.column.file"),
        heading("imports.column.name"),
        heading("imports.column.type"),
        heading("imports.column.values"));
    for (int i = first; i < end; i++) {
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
    String inFile = VisibleText.line(column.inFile(), MOST_OF_A_NAME);
    TextField name = new TextField(column.name());
    name.setId("import-name-" + index);
    names.add(name);
    name.setAccessibleText(words.get("imports.name.of", inFile));
    ComboBox<FieldType> type = new ComboBox<>();
    type.setId("import-type-" + index);
    type.setAccessibleText(words.get("imports.type.of", inFile));
    type.getItems().setAll(CellReading.TYPES);
    type.setValue(column.type());
    type.setMaxWidth(Double.MAX_VALUE);
    Runnable changed =
        () ->
            controller.onColumn(index, column.named(name.getText().strip()).typed(type.getValue()));
    name.textProperty().subscribe((_, _) -> changed.run());
    type.valueProperty().subscribe((_, _) -> changed.run());
    Label some = cut(values);
    some.getStyleClass().add("quiet");
    some.setId("import-values-" + index);
    Label called = cut(VisibleText.line(column.inFile(), MOST_SHOWN));
    called.setWrapText(true);
    called.setTooltip(new Tooltip(inFile));
    grid.addRow(index - first + 1, called, name, type, some);
  }

  /// On one line; what is cut is whole beside the pointer.
  private static Label cut(String text) {
    Label label = new Label(text);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  private static String values(List<Row> rows, int column) {
    return rows.stream()
        .limit(VALUES)
        .map(row -> row.values().get(column) instanceof Value.Scalar(String text) ? text : "NULL")
        .map(text -> text.substring(0, Math.min(text.length(), MOST_LOOKED_AT)))
        .map(text -> VisibleText.line(text.replaceAll("\\s+", " "), MOST_LETTERS))
        .collect(Collectors.joining("  ·  "));
  }
}
