package dev.pollux.ui.results;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.results.DetailsReader;
import dev.pollux.results.ResponseDetails;
import dev.pollux.results.Responses;
import dev.pollux.results.SentPrompt;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.GridCell;
import dev.pollux.ui.kit.LongText;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.ValueText;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

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
  private final Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
  private Optional<GridCell> shown = Optional.empty();
  private final DetailWords details;
  private final AnswerPictures pictures;
  private OutcomeWords outcomes;
  private TableSchema schema;

  /// @param offThread where pictures are made
  RowPane(Words words, OutcomeWords outcomes, TableSchema schema, OffThread offThread) {
    this.words = words;
    this.details = new DetailWords(words);
    this.pictures = new AnswerPictures(offThread, words);
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
    faces.chosen().subscribe(() -> show());
    close.setId("results-value-close");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.get("kit.value.close"));
    close.setTooltip(new Tooltip(words.get("kit.value.close")));
    HBox head = new HBox(faces.node(), new Spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(8, head, text, pictures.node());
    root.getStyleClass().addAll("pane", "value-pane");
    root.setMinHeight(80);
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

  /// @param action what the button in its corner does
  void onClose(Runnable action) {
    close.setOnAction(_ -> action.run());
  }

  /// Shows what the selected cell is about. Along a column, whatever was chosen last stays.
  void show(Optional<GridCell> at) {
    Optional<Field> before = shown.map(GridCell::field);
    shown = at;
    at.map(GridCell::field)
        .filter(field -> !before.equals(Optional.of(field)))
        .ifPresent(field -> faces.choose(face(field)));
    show();
  }

  private Face face(Field field) {
    if (field.name().equals(SentPrompt.REQUEST)) {
      return Face.PROMPT;
    }
    if (field.name().equals(Responses.RESPONSE)) {
      return Face.RAW;
    }
    return schema.indexOf(field.name()) >= 0 ? Face.CELL : Face.ANSWER;
  }

  private void show() {
    Optional<GridCell> at = shown;
    ResponseDetails said =
        at.filter(_ -> faces.chosen().get() == Face.ANSWER)
            .map(cell -> DetailsReader.of(value(cell.row(), Responses.RESPONSE)))
            .orElse(ResponseDetails.NONE);
    text.getStyleClass().remove("mono");
    if (faces.chosen().get() == Face.RAW) {
      text.getStyleClass().add("mono");
    }
    text.setText(
        at.map(cell -> longText.shown(text(cell, said))).orElse(words.get("results.value.none")));
    pictures.show(said);
  }

  /// @param said what the response says, where the answer is shown
  private String text(GridCell at, ResponseDetails said) {
    return switch (faces.chosen().get()) {
      case PROMPT -> prompt(at.row());
      case ANSWER -> (outcomes.full(at.row()) + "\n\n" + details.of(said)).strip();
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
