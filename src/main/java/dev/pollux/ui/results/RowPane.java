package dev.pollux.ui.results;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.DetailsReader;
import dev.pollux.results.outcome.ResponseDetails;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.SentPrompt;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.ValueText;
import dev.pollux.ui.kit.grid.rows.GridCell;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.value.QuoteSpans;
import dev.pollux.ui.kit.value.ReaderTools;
import dev.pollux.ui.kit.value.RowList;
import dev.pollux.ui.kit.value.TextReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The selected row in full: what was asked, what was answered, and the response as it came.
final class RowPane {
  /// Characters of a response above which it is not read on the FX thread.
  private static final int LARGE = 20_000;

  private enum Face {
    PROMPT,
    ANSWER,
    BOTH,
    RAW,
    CELL,
    ROW
  }

  private final Words words;
  private final SentPrompt prompts = new SentPrompt();
  private final TextReader text;
  private final TextReader asked;
  private final RowList row;
  private final ReaderTools tools;
  private final ReaderTools askedTools;
  private final SplitPane sides = new SplitPane();
  private final VBox left;
  private final KeptSplit kept;
  private final OffThread offThread;
  private final TabBar<Face> faces = TabBar.underlined(Face.ANSWER);
  private final VBox root;
  private final Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
  private Optional<GridCell> shown = Optional.empty();
  private Runnable stop = () -> {};
  private final DetailWords details;
  private final AnswerPictures pictures;
  private OutcomeWords outcomes;
  private TableSchema schema;

  /// @param offThread where pictures are made
  /// @param columns those of the grid that are shown, from left to right
  RowPane(
      Words words,
      OutcomeWords outcomes,
      TableSchema schema,
      OffThread offThread,
      Supplier<List<GridColumn>> columns) {
    this.words = words;
    this.details = new DetailWords(words);
    this.pictures = new AnswerPictures(offThread, words);
    this.offThread = offThread;
    this.text =
        new TextReader("results-value", words.get("results.value.accessible"), words, offThread);
    this.asked =
        new TextReader("results-asked", words.get("results.value.prompt"), words, offThread);
    this.row = new RowList("results-row", columns, words);
    VBox.setVgrow(row.node(), Priority.ALWAYS);
    this.tools = new ReaderTools("results-value", text, words);
    this.askedTools = new ReaderTools("results-asked", asked, words);
    this.outcomes = outcomes;
    this.schema = schema;
    Label what = new Label(words.get("results.value.sent"));
    what.getStyleClass().add("heading");
    HBox askedHead = new HBox(what, new Spacer(), askedTools.node());
    askedHead.setAlignment(Pos.CENTER_LEFT);
    left = new VBox(4, askedHead, asked.node());
    left.setMinWidth(120);
    VBox.setVgrow(asked.node(), Priority.ALWAYS);
    sides.getItems().add(text.node());
    kept = KeptSplit.of(sides, "results-sides-split", 0.5);
    VBox.setVgrow(sides, Priority.ALWAYS);
    faces.add(Face.PROMPT, "results-value-prompt", words.get("results.value.prompt"));
    faces.add(Face.ANSWER, "results-value-answer", words.get("results.value.answer"));
    faces.add(Face.BOTH, "results-value-both", words.get("results.value.both"));
    faces.add(Face.RAW, "results-value-raw", words.get("results.value.raw"));
    faces.add(Face.CELL, "results-value-cell", words.get("results.value.cell"));
    faces.add(Face.ROW, "results-value-row", words.get("results.value.row"));
    faces.chosen().subscribe(() -> show());
    close.setId("results-value-close");
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(words.get("kit.value.close"));
    close.setTooltip(new Tooltip(words.get("kit.value.close")));
    HBox head = new HBox(faces.node(), new Spacer(), tools.node(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(8, head, sides, pictures.node());
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
    Face face = faces.chosen().get();
    stop.run();
    stop = () -> {};
    tools.renew();
    askedTools.renew();
    sides(face == Face.BOTH);
    root.getChildren().set(1, face == Face.ROW ? row.node() : sides);
    row.show(face == Face.ROW ? shown : Optional.empty());
    text.code(face == Face.RAW);
    pictures.show(ResponseDetails.NONE);
    if (shown.isEmpty()) {
      text.show(0, () -> TextReader.Content.plain(words.get("results.value.none")));
      asked.show(0, () -> TextReader.Content.plain(""));
      return;
    }
    GridCell at = shown.get();
    long response = size(at.row(), Responses.RESPONSE);
    long request = size(at.row(), SentPrompt.REQUEST);
    switch (face) {
      case PROMPT -> text.show(request + response, () -> prompt(at.row()));
      case ANSWER -> text.show(request + response, () -> answer(at.row()));
      case BOTH -> {
        asked.show(request + response, () -> prompt(at.row()));
        text.show(request + response, () -> answer(at.row()));
      }
      case RAW -> text.show(response, () -> raw(at.row()));
      case ROW -> {}
      case CELL -> text.show(ValueText.size(at.value()) + request + response, () -> cell(at));
    }
    if (face == Face.ANSWER || face == Face.BOTH) {
      pictures(at.row(), response);
    }
  }

  /// Puts the prompt beside the answer, or takes it away.
  private void sides(boolean both) {
    if (both && !sides.getItems().contains(left)) {
      sides.getItems().addFirst(left);
      kept.restore();
    } else if (!both) {
      sides.getItems().remove(left);
    }
  }

  private void pictures(Row row, long size) {
    Value response = value(row, Responses.RESPONSE);
    if (size <= LARGE) {
      pictures.show(DetailsReader.of(response));
      return;
    }
    AtomicReference<ResponseDetails> said = new AtomicReference<>(ResponseDetails.NONE);
    stop =
        offThread.run(
            () -> said.set(DetailsReader.of(response)), () -> pictures.show(said.get()), _ -> {});
  }

  private TextReader.Content answer(Row row) {
    String said = outcomes.full(row);
    String more = details.of(DetailsReader.of(value(row, Responses.RESPONSE)));
    return new TextReader.Content(
        (said + "\n\n" + more).strip(), said.startsWith("{") || said.startsWith("["), List.of());
  }

  private TextReader.Content prompt(Row row) {
    String sent = prompts.text(value(row, SentPrompt.REQUEST));
    return sent.isEmpty()
        ? TextReader.Content.plain(words.get("results.value.no-prompt"))
        : quoted(sent, row);
  }

  /// What the answer quotes is lit up where it stands.
  private TextReader.Content quoted(String text, Row row) {
    return new TextReader.Content(text, false, QuoteSpans.of(text, outcomes.quotes(row)));
  }

  private TextReader.Content cell(GridCell at) {
    return schema.indexOf(at.field().name()) >= 0
            && at.value() instanceof Value.Scalar(String text)
            && at.field().type() == FieldType.STRING
        ? quoted(text, at.row())
        : TextReader.Content.of(at.field(), at.value());
  }

  private TextReader.Content raw(Row row) {
    Value response = value(row, Responses.RESPONSE);
    Value status = value(row, Responses.STATUS);
    return switch (response) {
      case Value.Scalar scalar -> TextReader.Content.json(scalar.text());
      case Value.Null _, Value.Struct _, Value.Array _ ->
          TextReader.Content.plain(
              status instanceof Value.Scalar said ? said.text() : words.get("results.row.missing"));
    };
  }

  private long size(Row row, String column) {
    return ValueText.size(value(row, column));
  }

  private Value value(Row row, String column) {
    int at = schema.indexOf(column);
    return at < 0 || at >= row.values().size() ? Value.NULL : row.values().get(at);
  }
}
