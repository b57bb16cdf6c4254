package dev.pollux.ui.wizard;

import dev.pollux.prompt.ColumnNames;
import dev.pollux.prompt.RowChoice;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One condition on the rows: column, comparison, value.
final class ConditionLine {
  private final int index;
  private final WizardModel model;
  private final Consumer<List<RowChoice.Condition>> keep;
  private final ComboBox<String> column = new ComboBox<>();
  private final ComboBox<RowChoice.Operator> operator = new ComboBox<>();
  private final TextField value = new TextField();
  private final HBox root;

  ConditionLine(
      int index, WizardModel model, Words words, Consumer<List<RowChoice.Condition>> keep) {
    this.index = index;
    this.model = model;
    this.keep = keep;
    RowChoice.Condition now = model.choice.get().conditions().get(index);
    column.setId("wizard-condition-column-" + index);
    column.setAccessibleText(words.get("wizard.rows.column"));
    column
        .getItems()
        .setAll(model.table.get().map(info -> ColumnNames.of(info.schema())).orElse(List.of()));
    column.setValue(now.column());
    operator.setId("wizard-condition-operator-" + index);
    operator.setAccessibleText(words.get("wizard.rows.operator"));
    operator.getItems().setAll(RowChoice.Operator.values());
    operator.setConverter(new WordsConverter<>(o -> words.get("wizard.rows.operator." + o.name())));
    operator.setValue(now.operator());
    value.setId("wizard-condition-value-" + index);
    value.setPromptText(words.get("wizard.rows.value"));
    value.setText(now.value());
    value
        .visibleProperty()
        .bind(
            operator
                .valueProperty()
                .isNotEqualTo(RowChoice.Operator.IS_NULL)
                .and(operator.valueProperty().isNotEqualTo(RowChoice.Operator.IS_NOT_NULL)));
    HBox.setHgrow(value, Priority.ALWAYS);
    column.valueProperty().subscribe((_, _) -> change());
    operator.valueProperty().subscribe((_, _) -> change());
    value.setOnAction(_ -> change());
    value
        .focusedProperty()
        .subscribe((_, in) -> {
          if (!in) {
            change();
          }
        });
    Button remove = new Button();
    remove.setId("wizard-condition-remove-" + index);
    remove.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    remove.setAccessibleText(words.get("wizard.rows.remove"));
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setOnAction(_ -> remove());
    root = new HBox(8, column, operator, value, remove);
    root.setAlignment(Pos.CENTER_LEFT);
  }

  Node root() {
    return root;
  }

  private void change() {
    List<RowChoice.Condition> all = new ArrayList<>(model.choice.get().conditions());
    if (index < all.size()) {
      all.set(
          index, new RowChoice.Condition(column.getValue(), operator.getValue(), value.getText()));
      keep.accept(all);
    }
  }

  private void remove() {
    List<RowChoice.Condition> all = new ArrayList<>(model.choice.get().conditions());
    all.remove(index);
    keep.accept(all);
  }
}
