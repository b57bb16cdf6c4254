package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.Template;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.code.CodeEditor;
import dev.pollux.ui.kit.code.RichCodeEditor;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.ToggleChoice;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The prompt, the columns to click into it, and one line that says what is fine or wrong.
final class PromptPane {
  private final Words words;
  private final RequestsController controller;
  private final ToggleChoice<Boolean> kinds;
  private final CodeEditor editor;
  private final DraftText typed;
  private final ColumnChips chips;
  private final PromptLine line;
  private final HBox head;
  private Optional<TableInfo> table = Optional.empty();
  private final VBox body;

  PromptPane(DraftModel model, RequestsController controller, Words words) {
    this.words = words;
    this.controller = controller;
    kinds = ToggleChoice.segments(false, controller::onKind);
    kinds.add(false, "wizard-kind-template", words.get("wizard.requests.template"));
    kinds.add(true, "wizard-kind-own", words.get("wizard.requests.own"));
    editor = new RichCodeEditor("wizard-template", words.get("wizard.requests.example"));
    editor.node().setMinHeight(58);
    editor.node().setPrefHeight(106);
    VBox.setVgrow(editor.node(), Priority.SOMETIMES);
    typed =
        DraftText.bind(
            editor.text(),
            editor.node().focusWithinProperty(),
            model,
            "template",
            state -> state.draft().spec().template().text(),
            _ -> "",
            (draft, text) -> draft.withSpec(spec -> spec.withTemplate(Template.parse(text))));
    editor.setCompletion(before -> TemplateMarks.complete(before, model.now().table()));
    chips = new ColumnChips(name -> editor.insert("{{" + name + "}}"), words);
    line = new PromptLine(controller, words);
    head = madeHead();
    body = new VBox(6, editor.node(), chips.root());
    VBox.setVgrow(body, Priority.SOMETIMES);
  }

  private HBox madeHead() {
    Label title = new Label(words.get("wizard.requests.prompt"));
    title.getStyleClass().add("heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Node recipes = new RecipeMenu(controller.recipes(), words).root();
    HBox bar = new HBox(8, title, space, kinds.segments(), recipes);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("studio-head");
    return bar;
  }

  /// Template or own requests, and the recipes: for both.
  Node head() {
    return head;
  }

  Region body() {
    return body;
  }

  /// What is fine or wrong: for both.
  Node line() {
    return line.root();
  }

  Node editor() {
    return editor.node().lookup("#wizard-template");
  }

  Node kind() {
    return kinds.button(true);
  }

  void show(DraftState state) {
    boolean own = state.ownRequests();
    kinds.show(own);
    typed.show(state);
    if (!state.table().equals(table)) {
      table = state.table();
      editor.setMarks(text -> TemplateMarks.marks(text, state.table()));
    }
    chips.show(state);
    line.show(controller.status(state, words), state);
  }

  void showNotice(Optional<RequestsModel.Notice> notice, DraftState state) {
    line.showNotice(notice);
    line.show(controller.status(state, words), state);
  }
}
