package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One condition on the rows: column, comparison, value.
final class ConditionRow {
  private final Consumer<RowChoice.Condition> keep;
  private final ComboBox<String> column = new ComboBox<>();
  private final ComboBox<Operator> operator = new ComboBox<>();
  private final TextField value = new TextField();
  private final HBox root;
  private boolean showing;

  /// @param keep hears the condition as it is by now
  ConditionRow(int index, Words words, Consumer<RowChoice.Condition> keep, Runnable remove) {
    this.keep = keep;
    column.setId("wizard-condition-column-" + index);
    column.setAccessibleText(words.get("wizard.rows.column"));
    SteadyWidth.ofFirst(column);
    column.setConverter(new WordsConverter<>(Function.identity()));
    SteadyWidth.names(column, 200);
    LetterKeys.on(column);
    operator.setId("wizard-condition-operator-" + index);
    operator.setAccessibleText(words.get("wizard.rows.operator"));
    operator.getItems().setAll(Operator.values());
    operator.setConverter(new WordsConverter<>(o -> words.get("wizard.rows.operator." + o.name())));
    SteadyWidth.of(operator);
    LetterKeys.on(operator);
    value.setId("wizard-condition-value-" + index);
    value.setPromptText(words.get("wizard.rows.value"));
    value.setAccessibleText(words.get("wizard.rows.value"));
    value.setPrefColumnCount(8);
    value
        .visibleProperty()
        .bind(
            operator
                .valueProperty()
                .isNotEqualTo(Operator.IS_NULL)
                .and(operator.valueProperty().isNotEqualTo(Operator.IS_NOT_NULL)));
    HBox.setHgrow(value, Priority.ALWAYS);
    column.valueProperty().subscribe((_, _) -> change());
    operator.valueProperty().subscribe((_, _) -> change());
    value.setOnAction(_ -> change());
    value
        .focusedProperty()
        .subscribe(in -> {
          if (!in) {
            change();
          }
        });
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.setId("wizard-condition-remove-" + index);
    close.setAccessibleText(words.get("wizard.rows.remove"));
    close.getStyleClass().addAll("flat", "button-icon", "compact");
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(_ -> remove.run());
    root = new HBox(8, column, operator, value, close);
    root.setAlignment(Pos.CENTER_LEFT);
  }

  Node root() {
    return root;
  }

  void focus() {
    column.requestFocus();
  }

  private void change() {
    if (!showing && column.getValue() != null && operator.getValue() != null) {
      keep.accept(new RowChoice.Condition(column.getValue(), operator.getValue(), value.getText()));
    }
  }

  void show(RowChoice.Condition condition, List<String> names) {
    showing = true;
    try {
      if (!column.getItems().equals(names)) {
        column.getItems().setAll(names);
      }
      column.setValue(condition.column());
      operator.setValue(condition.operator());
      if (!value.isFocused()) {
        value.setText(condition.value());
      }
    } finally {
      showing = false;
    }
  }
}
