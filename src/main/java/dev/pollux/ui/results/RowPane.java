package dev.pollux.ui.results;

import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.results.Responses;
import dev.pollux.results.SentPrompt;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.GridCell;
import dev.pollux.ui.kit.LongText;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.ValueText;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected row in full: what was asked, what was answered, and the response as it came.
final class RowPane {
  private enum Face {
    PROMPT,
    ANSWER,
    RAW,
    CELL
  }

  private final Words words;
  private final SentPrompt prompts = new SentPrompt();
  private final TextArea text = new TextArea();
  private final LongText longText;
  private final TabBar<Face> faces = TabBar.underlined(Face.ANSWER);
  private final VBox root;
  private Optional<GridCell> shown = Optional.empty();
  private OutcomeWords outcomes;
  private TableSchema schema;

  RowPane(Words words, OutcomeWords outcomes, TableSchema schema) {
    this.words = words;
    this.longText = new LongText(words);
    this.outcomes = outcomes;
    this.schema = schema;
    text.setId("results-value");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefColumnCount(20);
    text.getStyleClass().add("value-text");
    text.setAccessibleText(words.get("results.value.accessible"));
    VBox.setVgrow(text, Priority.ALWAYS);
    faces.add(Face.PROMPT, "results-value-prompt", words.get("results.value.prompt"));
    faces.add(Face.ANSWER, "results-value-answer", words.get("results.value.answer"));
    faces.add(Face.RAW, "results-value-raw", words.get("results.value.raw"));
    faces.add(Face.CELL, "results-value-cell", words.get("results.value.cell"));
    faces.chosen().subscribe(_ -> show(shown));
    root = new VBox(8, faces.node(), text);
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
    if (faces.chosen().get() == Face.RAW) {
      text.getStyleClass().add("mono");
    }
    text.setText(
        at.map(cell -> longText.shown(text(cell))).orElse(words.get("results.value.none")));
  }

  private String text(GridCell at) {
    return switch (faces.chosen().get()) {
      case PROMPT -> prompt(at.row());
      case ANSWER -> outcomes.full(at.row());
      case RAW -> raw(at.row());
      case CELL -> ValueText.full(at.field(), at.value());
    };
  }

  private String prompt(Row row) {
    String asked = prompts.text(value(row, SentPrompt.REQUEST));
    return asked.isEmpty() ? words.get("results.value.no-prompt") : asked;
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
