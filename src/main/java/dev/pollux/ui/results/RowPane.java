package dev.pollux.ui.results;

import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.results.Responses;
import dev.pollux.results.SentPrompt;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.GridCell;
import dev.pollux.ui.kit.ValueText;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected row in full: what was asked, what was answered, and the response as it came.
final class RowPane {
  private final Words words;
  private final SentPrompt prompts = new SentPrompt();
  private final TextArea text = new TextArea();
  private final ToggleGroup faces = new ToggleGroup();
  private final ToggleButton prompt;
  private final ToggleButton raw;
  private final ToggleButton cell;
  private final VBox root;
  private Optional<GridCell> shown = Optional.empty();
  private OutcomeWords outcomes;
  private TableSchema schema;

  RowPane(Words words, OutcomeWords outcomes, TableSchema schema) {
    this.words = words;
    this.outcomes = outcomes;
    this.schema = schema;
    text.setId("results-value");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefColumnCount(20);
    text.getStyleClass().add("value-text");
    text.setAccessibleText(words.get("results.value.accessible"));
    VBox.setVgrow(text, Priority.ALWAYS);
    ToggleButton answer = face("results-value-answer", words.get("results.value.answer"));
    prompt = face("results-value-prompt", words.get("results.value.prompt"));
    raw = face("results-value-raw", words.get("results.value.raw"));
    cell = face("results-value-cell", words.get("results.value.cell"));
    answer.setSelected(true);
    root = new VBox(8, new HBox(prompt, answer, raw, cell), text);
    root.getStyleClass().addAll("pane", "line-left", "value-pane");
    root.setMinWidth(Region.USE_PREF_SIZE);
    show(Optional.empty());
  }

  Node node() {
    return root;
  }

  void use(OutcomeWords newOutcomes, TableSchema newSchema) {
    outcomes = newOutcomes;
    schema = newSchema;
    show(Optional.empty());
  }

  void show(Optional<GridCell> at) {
    shown = at;
    text.getStyleClass().remove("mono");
    text.setText(at.map(this::text).orElse(words.get("results.value.none")));
  }

  private ToggleButton face(String id, String label) {
    ToggleButton button = new ToggleButton(label);
    button.setId(id);
    button.setToggleGroup(faces);
    button.getStyleClass().addAll("flat", "tab-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      show(shown);
    });
    return button;
  }

  private String text(GridCell at) {
    if (prompt.isSelected()) {
      String asked = prompts.text(value(at.row(), SentPrompt.REQUEST));
      return asked.isEmpty() ? words.get("results.value.no-prompt") : asked;
    }
    if (raw.isSelected()) {
      text.getStyleClass().add("mono");
      return raw(at.row());
    }
    return cell.isSelected() ? ValueText.full(at.field(), at.value()) : outcomes.full(at.row());
  }

  private String raw(Row row) {
    Value response = value(row, Responses.RESPONSE);
    Value status = value(row, Responses.STATUS);
    return switch (response) {
      case Value.Scalar scalar -> ValueText.pretty(scalar.text());
      case Value.Null _, Value.Struct _, Value.Array _ ->
          status instanceof Value.Scalar said ? said.text() : words.get("results.row.missing");
    };
  }

  private Value value(Row row, String column) {
    int at = schema.indexOf(column);
    return at < 0 || at >= row.values().size() ? Value.NULL : row.values().get(at);
  }
}
