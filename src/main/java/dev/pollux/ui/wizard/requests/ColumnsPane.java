package dev.pollux.ui.wizard;

import dev.pollux.prompt.ColumnUse;
import dev.pollux.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What a column does when it is NULL or long: one line for each column of the prompt.
final class ColumnsSection extends Section {
  /// What stands for NULL, as it is offered.
  private enum Choice {
    NOTHING,
    WORD,
    SKIP
  }

  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final GridPane grid = new GridPane(12, 6);
  private final Label none = new Label();
  private List<String> shown = List.of();

  ColumnsSection(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    none.setText(words.get("wizard.columns.none"));
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    root().getChildren().addAll(none, grid);
  }

  @Override
  void show() {
    List<String> names = model.spec().template().columns();
    none.setVisible(names.isEmpty());
    none.setManaged(names.isEmpty());
    if (!names.equals(shown)) {
      shown = names;
      draw();
    }
  }

  private void draw() {
    grid.getChildren().clear();
    if (!shown.isEmpty()) {
      grid.addRow(
          0,
          head("wizard.columns.column"),
          head("wizard.columns.null"),
          new Label(),
          head("wizard.columns.cap"));
    }
    for (int i = 0; i < shown.size(); i++) {
      line(i + 1, shown.get(i));
    }
  }

  private Label head(String key) {
    Label label = new Label(words.get(key));
    label.getStyleClass().add("caption");
    return label;
  }

  private void line(int row, String name) {
    ColumnUse use = model.columns.get().getOrDefault(name, ColumnUse.PLAIN);
    ComboBox<Choice> choice = new ComboBox<>();
    choice.setId("wizard-null-" + name);
    choice.setAccessibleText(words.get("wizard.columns.null"));
    choice.getItems().setAll(Choice.values());
    choice.setConverter(new WordsConverter<>(c -> words.get("wizard.columns." + c.name())));
    TextField word = new TextField();
    word.setId("wizard-null-word-" + name);
    word.setPromptText(words.get("wizard.columns.word"));
    word.setPrefColumnCount(8);
    TextField cap = new TextField();
    cap.setId("wizard-cap-" + name);
    cap.setPromptText(words.get("wizard.columns.no-cap"));
    cap.setPrefColumnCount(8);
    switch (use.whenNull()) {
      case ColumnUse.WhenNull.Nothing _ -> choice.setValue(Choice.NOTHING);
      case ColumnUse.WhenNull.SkipRow _ -> choice.setValue(Choice.SKIP);
      case ColumnUse.WhenNull.Word(String text) -> {
        choice.setValue(Choice.WORD);
        word.setText(text);
      }
    }
    use.maxCharacters().ifPresent(max -> cap.setText(Integer.toString(max)));
    word.visibleProperty().bind(choice.valueProperty().isEqualTo(Choice.WORD));
    Label column = new Label(name);
    column.getStyleClass().add("mono");
    column.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(column, Priority.SOMETIMES);
    Runnable keep = () -> keep(name, choice.getValue(), word.getText(), cap);
    choice.valueProperty().subscribe((_, _) -> keep.run());
    word.setOnAction(_ -> keep.run());
    cap.setOnAction(_ -> keep.run());
    word.focusedProperty().subscribe((_, in) -> unless(in, keep));
    cap.focusedProperty().subscribe((_, in) -> unless(in, keep));
    grid.addRow(row, column, choice, word, cap);
    for (var node : grid.getChildren()) {
      GridPane.setValignment(node, javafx.geometry.VPos.CENTER);
    }
    column.setAlignment(Pos.CENTER_LEFT);
  }

  private static void unless(boolean focused, Runnable action) {
    if (!focused) {
      action.run();
    }
  }

  private void keep(String name, Choice choice, String word, TextField cap) {
    ColumnUse.WhenNull whenNull =
        switch (choice) {
          case NOTHING -> new ColumnUse.WhenNull.Nothing();
          case SKIP -> new ColumnUse.WhenNull.SkipRow();
          case WORD -> new ColumnUse.WhenNull.Word(word);
        };
    String typed = cap.getText().strip();
    boolean number = typed.matches("[1-9]\\d{0,8}");
    cap.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("error"), !typed.isEmpty() && !number);
    OptionalInt max = number ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    Map<String, ColumnUse> uses = new HashMap<>(model.columns.get());
    uses.put(name, new ColumnUse(whenNull, max));
    if (!uses.equals(model.columns.get())) {
      model.columns.set(Map.copyOf(uses));
      controller.onEdited();
    }
  }
}
