package dev.pollux.ui.wizard.source;

import dev.pollux.domain.Field;
import dev.pollux.domain.TableInfo;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftState;
import dev.pollux.draft.Fact;
import dev.pollux.prompt.SourceCheck;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.StepView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which table, how many rows, and what becomes of its columns.
final class SourceView extends StepView {
  private final Words words;
  private final TextField table = new TextField();
  private final DraftText typed;
  private final Label rows = new Label();
  private final TableView<Field> columns = new TableView<>();
  private final Label empty = new Label();

  SourceView(DraftModel model, SourceController controller, Words words) {
    super(model, words.get("wizard.source.question"), words.get("wizard.source.sentence"));
    this.words = words;
    table.setId("wizard-source");
    table.setPromptText("project.dataset.table");
    table.setAccessibleText(words.get("wizard.source.table"));
    typed =
        DraftText.bind(
            table, model, "source", state -> state.draft().source(), _ -> "", Draft::withSource);
    table.setOnAction(_ -> controller.onRead());
    HBox.setHgrow(table, Priority.ALWAYS);
    Button read = new Button(words.get("wizard.source.read"));
    read.setId("wizard-source-read");
    read.setOnAction(_ -> controller.onRead());
    rows.setId("wizard-source-rows");
    rows.getStyleClass().add("heading");
    columns.setId("wizard-source-columns");
    columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.setPlaceholder(empty);
    column("wizard.source.column", 180, Field::name);
    column("wizard.source.type", 160, Field::typeName);
    column("wizard.source.in-answers", 300, this::inAnswers);
    VBox.setVgrow(columns, Priority.ALWAYS);
    add(caption(words.get("wizard.source.table")), new HBox(8, table, read), rows, columns);
  }

  private void column(String key, double width, Function<Field, String> text) {
    TableColumn<Field, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    columns.getColumns().add(column);
  }

  private String inAnswers(Field field) {
    return SourceCheck.passesAsItIs(field)
        ? words.get("wizard.source.as-is")
        : words.get("wizard.source.as-text");
  }

  void focusFirst() {
    table.requestFocus();
  }

  @Override
  protected void show(DraftState state) {
    typed.show(state);
    Optional<TableInfo> info = state.table();
    rows.setText(info.map(found -> rows(found, state)).orElse(""));
    List<Field> fields = info.map(found -> found.schema().fields()).orElse(List.of());
    if (!columns.getItems().equals(fields)) {
      columns.getItems().setAll(fields);
    }
    empty.setText(
        words.get(
            state.facts().source() instanceof Fact.Looking<?>
                ? "wizard.source.reading"
                : "wizard.source.empty"));
  }

  /// A view does not say how many rows it has.
  private String rows(TableInfo info, DraftState state) {
    if (info.rows() >= 0) {
      return words.get("wizard.source.rows", info.rows(), info.location().id());
    }
    return state.rows().isPresent()
        ? words.get("wizard.source.rows", state.rows().getAsLong(), info.location().id())
        : words.get("wizard.source.rows-unknown", info.location().id());
  }
}
