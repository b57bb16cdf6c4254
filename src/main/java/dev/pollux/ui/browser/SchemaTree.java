package dev.pollux.ui.browser;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.text.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/// The columns of a table, with the members of those that are a STRUCT below them.
final class SchemaTree {
  private final Words words;
  private final TreeTableView<Field> tree = new TreeTableView<>();

  SchemaTree(Words words) {
    this.words = words;
    tree.setId("browser-schema");
    tree.setAccessibleText(words.get("browser.schema.accessible"));
    tree.setShowRoot(false);
    tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("browser.schema.name", 220, Field::name);
    column("browser.schema.type", 200, Field::typeName);
    column("browser.schema.mode", 120, this::mode);
    column("browser.schema.description", 260, Field::description);
  }

  Node node() {
    return tree;
  }

  void show(TableSchema schema) {
    tree.setRoot(item(Field.of("", FieldType.STRUCT), schema.fields()));
  }

  private String mode(Field field) {
    return switch (field.mode()) {
      case NULLABLE -> words.get("browser.mode.nullable");
      case REQUIRED -> words.get("browser.mode.required");
      case REPEATED -> words.get("browser.mode.repeated");
    };
  }

  private void column(String key, double width, Function<Field, String> text) {
    TreeTableColumn<Field, String> column = new TreeTableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue().getValue())));
    tree.getColumns().add(column);
  }

  private static TreeItem<Field> item(Field field, List<Field> children) {
    TreeItem<Field> item = new TreeItem<>(field);
    item.setExpanded(true);
    children.forEach(child -> item.getChildren().add(item(child, child.fields())));
    return item;
  }
}
