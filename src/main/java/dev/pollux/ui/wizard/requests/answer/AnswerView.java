package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.domain.Finding;
import dev.pollux.draft.check.RequestChecks;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.ToggleChoice;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Whether the answer is text or columns, and which columns: as a table, or as the JSON schema.
final class AnswerView extends View<VBox> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private final DraftModel model;
  private final AnswerModel screen;
  private final AnswerController controller;
  private final Words words;
  private final ToggleChoice<Boolean> kinds;
  private final ToggleButton json = new ToggleButton();
  private final MemberTable table;
  private final SchemaText text;
  private final Label asText = new Label();
  private final Label line = new Label();
  private final StackPane front = new StackPane();

  AnswerView(DraftModel model, AnswerModel screen, AnswerController controller, Words words) {
    super(new VBox(6));
    this.model = model;
    this.screen = screen;
    this.controller = controller;
    this.words = words;
    kinds = ToggleChoice.segments(false, this::choose);
    kinds.add(false, "wizard-answer-text", words.get("wizard.answer.text"));
    kinds.add(true, "wizard-answer-columns", "");
    table = new MemberTable(controller, words);
    text = new SchemaText(controller, words);
    asText.setText(words.get("wizard.answer.text-what"));
    asText.setWrapText(true);
    asText.getStyleClass().add("quiet");
    StackPane.setAlignment(asText, Pos.TOP_LEFT);
    front.getChildren().setAll(asText);
    front.setMinHeight(0);
    VBox.setVgrow(front, Priority.ALWAYS);
    line.setId("wizard-schema-line");
    line.getStyleClass().addAll("caption", "studio-hint");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    root().getChildren().setAll(head(), front, line);
    root().setMinHeight(206);
    root().setPrefHeight(280);
  }

  @Override
  protected void attach() {
    onDetach(model.state().subscribe(this::show)::unsubscribe);
    onDetach(screen.pasting().subscribe(now -> showPasting(now, model.now()))::unsubscribe);
    onDetach(screen.pasted().subscribe(text::showSaid)::unsubscribe);
  }

  private void choose(boolean columns) {
    if (columns) {
      controller.onColumns();
    } else {
      controller.onText();
    }
  }

  private HBox head() {
    Label title = new Label(words.get("wizard.requests.answer"));
    title.getStyleClass().add("heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Button undo = new Button(words.get("wizard.requests.undo"), new FontIcon(MaterialDesignU.UNDO));
    undo.setId("wizard-undo");
    undo.setTooltip(new Tooltip(words.get("wizard.requests.undo-what")));
    undo.getStyleClass().addAll("compact", "flat");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.disableProperty().bind(model.canUndo().not());
    undo.setOnAction(_ -> controller.onUndo());
    json.setId("wizard-schema-show");
    json.setText(words.get("wizard.schema.show"));
    json.getStyleClass().add("compact");
    json.setMinWidth(Region.USE_PREF_SIZE);
    json.setOnAction(_ -> controller.onPasting(json.isSelected()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(6, title, kinds.segments(), space, undo, json);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("studio-head");
    return head;
  }

  void focus(List<Integer> at, SchemaCheck.Part part) {
    table.focus(at, part);
  }

  private void show(DraftState state) {
    Optional<AnswerSchema> schema = state.draft().spec().answer();
    kinds.show(schema.isPresent());
    kinds
        .button(true)
        .setText(words.get("wizard.answer.columns", schema.map(s -> s.members().size()).orElse(0)));
    json.setDisable(schema.isEmpty());
    schema.ifPresent(columns -> {
      List<SchemaCheck.Spot> faults =
          SchemaCheck.spots(columns, RequestChecks.quotable(state)).stream()
              .filter(s -> s.finding().stops())
              .toList();
      table.show(columns, faults, quotable(state));
      text.show(columns);
      say(faults);
    });
    if (schema.isEmpty()) {
      hint("");
    }
    front(schema.isEmpty() ? asText : json.isSelected() ? text.root() : table.root());
  }

  private static List<String> quotable(DraftState state) {
    return state.table().map(table -> ColumnNames.of(table.schema())).orElse(List.of());
  }

  /// The first fault, or what the keys do; a column that has no name yet is no fault to shout
  /// about.
  private void say(List<SchemaCheck.Spot> faults) {
    Optional<SchemaCheck.Spot> first =
        faults.stream()
            .filter(spot -> !isNameless(spot.finding()))
            .findFirst()
            .or(() -> faults.stream().findFirst());
    hint(
        first
            .map(spot ->
                isNameless(spot.finding())
                    ? words.get("wizard.schema.nameless", spot.at().getLast() + 1)
                    : controller.say(spot.finding()))
            .orElseGet(() ->
                words.get(json.isSelected() ? "wizard.schema.paste-here" : "wizard.schema.keys")));
    line.pseudoClassStateChanged(
        WRONG, first.filter(spot -> !isNameless(spot.finding())).isPresent());
  }

  private void hint(String text) {
    line.setText(text);
    line.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    line.pseudoClassStateChanged(WRONG, false);
  }

  static boolean isNameless(Finding finding) {
    return finding.code().equals("schema.no-name");
  }

  private void front(Region node) {
    if (!front.getChildren().contains(node)) {
      front.getChildren().setAll(node);
    }
  }

  private void showPasting(boolean pasting, DraftState state) {
    json.setSelected(pasting);
    show(state);
  }
}
