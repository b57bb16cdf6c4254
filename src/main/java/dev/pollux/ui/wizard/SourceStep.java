package dev.pollux.ui.wizard;

import dev.pollux.domain.Field;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.text.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which table, how many rows, and what of it is fit to send.
final class SourceStep extends StepView {
  private final WizardModel model;
  private final Words words;
  private final TextField table = new TextField();
  private final Label rows = new Label();
  private final TableView<Field> columns = new TableView<>();
  private @Nullable TableInfo shown;

  SourceStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.source.question"), words.get("wizard.source.sentence"));
    this.model = model;
    this.words = words;
    table.setId("wizard-source");
    table.setPromptText("project.dataset.table");
    table.textProperty().bindBidirectional(model.source);
    table.setOnAction(_ -> controller.onSource());
    HBox.setHgrow(table, Priority.ALWAYS);
    Button read = new Button(words.get("wizard.source.read"));
    read.setId("wizard-source-read");
    read.setOnAction(_ -> controller.onSource());
    rows.setId("wizard-source-rows");
    rows.getStyleClass().add("heading");
    columns.setId("wizard-source-columns");
    columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.setPlaceholder(new Label(words.get("wizard.source.empty")));
    column("wizard.source.column", 180, Field::name);
    column("wizard.source.type", 160, Field::typeName);
    column("wizard.source.fate", 300, this::fate);
    VBox.setVgrow(columns, Priority.ALWAYS);
    add(caption(words.get("wizard.source.table")), new HBox(8, table, read), rows, columns);
  }

  private void column(String key, double width, java.util.function.Function<Field, String> text) {
    TableColumn<Field, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    columns.getColumns().add(column);
  }

  private String fate(Field field) {
    return SourceCheck.passesAsItIs(field)
        ? words.get("wizard.source.as-is")
        : words.get("wizard.source.as-text");
  }

  @Override
  Node firstField() {
    return table;
  }

  @Override
  void show() {
    Optional<TableInfo> info = model.table.get();
    rows.setText(
        info.map(i -> words.get("wizard.source.rows", i.rows(), i.location().id())).orElse(""));
    if (info.isEmpty()) {
      shown = null;
      columns.getItems().clear();
    } else if (!info.get().equals(shown)) {
      shown = info.get();
      columns.getItems().setAll(info.get().schema().fields());
    }
  }
}
