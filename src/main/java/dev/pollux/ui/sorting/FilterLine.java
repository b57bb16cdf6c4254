package dev.pollux.ui.sorting;

import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Layers;
import dev.pollux.ui.kit.NameConverter;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The line in which a person says which rows to see: a column, a comparison, a value. Enter takes
/// it, Escape closes the line.
final class FilterLine {
  private final Words words;
  private final ConditionWords said;
  private final ComboBox<GridColumn> column;
  private final ComboBox<Operator> operator;
  private final TextField value = new TextField();
  private final Label wrong = new Label();
  private final HBox root;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final Predicate<RowChoice.Condition> take;
  private final Runnable closed;

  /// @param take takes a condition; false where it is none for its column
  /// @param closed puts the focus where it was
  FilterLine(String id, Words words, Predicate<RowChoice.Condition> take, Runnable closed) {
    this.words = words;
    this.said = new ConditionWords(words);
    this.take = take;
    this.closed = closed;
    column = box(id + "-column", "sorting.column", GridColumn::label);
    operator = box(id + "-operator", "sorting.operator", said::operator);
    SteadyWidth.names(column, 200);
    SteadyWidth.of(operator, List.of(Operator.values()));
    column.valueProperty().subscribe(this::onColumn);
    value.setId(id + "-value");
    value.setPromptText(words.get("sorting.value"));
    value.setAccessibleText(words.get("sorting.value"));
    value.setPrefColumnCount(14);
    value.setOnAction(_ -> apply());
    value.textProperty().subscribe(() -> wrong.setText(""));
    value
        .visibleProperty()
        .bind(
            operator
                .valueProperty()
                .map(it -> it != Operator.IS_NULL && it != Operator.IS_NOT_NULL)
                .orElse(true));
    Button apply = new Button(words.get("sorting.apply"));
    apply.setId(id + "-apply");
    apply.setMinWidth(Region.USE_PREF_SIZE);
    apply.setOnAction(_ -> apply());
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.setId(id + "-close");
    close.setAccessibleText(words.get("sorting.close"));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setOnAction(_ -> close());
    wrong.setId(id + "-wrong");
    wrong.getStyleClass().addAll("caption", "problem");
    wrong.setWrapText(true);
    root = new HBox(8, column, operator, value, apply, close, wrong);
    root.setId(id);
    root.setAlignment(Pos.CENTER_LEFT);
    root.visibleProperty().bind(open);
    root.managedProperty().bind(open);
    Layers.lies(root, open, this::close);
  }

  private <T> ComboBox<T> box(String id, String key, Function<T, String> text) {
    ComboBox<T> box = new ComboBox<>();
    SteadyWidth.ofFirst(box);
    box.setId(id);
    box.setAccessibleText(words.get(key));
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setConverter(new NameConverter<>(text));
    return box;
  }

  Node root() {
    return root;
  }

  void columns(List<GridColumn> all) {
    if (!column.getItems().equals(all)) {
      close();
      column.getItems().setAll(all);
    }
  }

  /// Opens the line, about a column where one is meant.
  void open(Optional<GridColumn> about) {
    about.ifPresent(column::setValue);
    if (column.getValue() == null && !column.getItems().isEmpty()) {
      column.setValue(column.getItems().getFirst());
    }
    open.set(true);
    value.clear();
    (value.isVisible() ? value : operator).requestFocus();
  }

  private void close() {
    if (open.get()) {
      open.set(false);
      closed.run();
    }
  }

  private void onColumn(@Nullable GridColumn now) {
    List<Operator> fitting =
        now == null
            ? List.of()
            : Arrays.stream(Operator.values()).filter(one -> fits(one, now)).toList();
    Operator before = operator.getValue();
    operator.getItems().setAll(fitting);
    if (!fitting.isEmpty()) {
      operator.setValue(
          before != null && fitting.contains(before)
              ? before
              : fitting.contains(Operator.CONTAINS) ? Operator.CONTAINS : fitting.getFirst());
    }
  }

  private static boolean fits(Operator one, GridColumn of) {
    return switch (one) {
      case IS_NULL, IS_NOT_NULL -> true;
      case CONTAINS -> of.field().typeName().equals("STRING");
      case EQUALS, DIFFERS, AT_LEAST, AT_MOST -> RowView.compares(of.field());
    };
  }

  private void apply() {
    if (column.getValue() == null || operator.getValue() == null) {
      return;
    }
    RowChoice.Condition condition =
        new RowChoice.Condition(
            column.getValue().field().name(),
            operator.getValue(),
            value.isVisible() ? value.getText() : "");
    if (take.test(condition)) {
      close();
    } else {
      wrong.setText(
          words.get(
              "sorting.wrong",
              value.getText(),
              column.getValue().label(),
              column.getValue().field().typeName()));
    }
  }

  /// A condition in words, of a column with that label.
  String said(RowChoice.Condition condition, String label) {
    return said.text(condition, label);
  }
}
