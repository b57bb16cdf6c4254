package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.code.EditorKeys;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The instruction: the same for every row.
final class InstructionPane {
  private final DraftText typed;
  private final VBox root;

  InstructionPane(DraftModel model, Words words) {
    TextArea text = new TextArea();
    text.setId("wizard-system");
    text.setWrapText(true);
    EditorKeys.tabLeaves(text);
    text.setPrefRowCount(2);
    text.setMinHeight(32);
    text.setPrefHeight(52);
    text.setPromptText(words.get("wizard.requests.system-example"));
    text.setAccessibleText(words.get("wizard.requests.system"));
    typed =
        DraftText.bind(
            text,
            model,
            "system",
            state -> state.draft().spec().system(),
            _ -> "",
            (draft, now) -> draft.withSpec(spec -> spec.withSystem(now)));
    Label title = new Label(words.get("wizard.requests.system"));
    title.getStyleClass().add("heading");
    Label what = new Label(words.get("wizard.requests.system-what"));
    what.getStyleClass().add("caption");
    HBox head = new HBox(8, title, what);
    head.setAlignment(Pos.BASELINE_LEFT);
    root = new VBox(4, head, text);
    root.setMinHeight(56);
  }

  Region root() {
    return root;
  }

  void show(DraftState state) {
    typed.show(state);
  }
}
