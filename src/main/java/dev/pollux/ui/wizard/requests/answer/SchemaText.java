package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.SchemaJson;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.code.EditorKeys;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The columns as the JSON schema that is sent, to be copied, or replaced by one that is pasted.
final class SchemaText {
  private final TextArea json = new TextArea();
  private final Label said = new Label();
  private final VBox root;
  private String shown = "";

  SchemaText(AnswerController controller, Words words) {
    json.setId("wizard-schema-json");
    json.getStyleClass().add("mono");
    json.setPromptText(words.get("wizard.schema.paste-here"));
    json.setAccessibleText(words.get("wizard.schema.show"));
    json.setPrefRowCount(4);
    EditorKeys.tabLeaves(json);
    VBox.setVgrow(json, Priority.ALWAYS);
    Button read = new Button(words.get("wizard.schema.read-it"));
    read.setId("wizard-schema-read");
    read.getStyleClass().add("compact");
    read.setMinWidth(Region.USE_PREF_SIZE);
    read.setOnAction(_ -> controller.onPaste(json.getText()));
    said.setId("wizard-schema-said");
    said.setWrapText(true);
    said.setMinWidth(0);
    said.getStyleClass().addAll("caption", "warning-text");
    HBox line = new HBox(8, read, said);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(36);
    root = new VBox(4, json, line);
    root.setMinHeight(0);
  }

  Region root() {
    return root;
  }

  /// What a person is writing stays, until the columns themselves change.
  void show(AnswerSchema schema) {
    String now = SchemaJson.pretty(schema);
    if (!now.equals(shown)) {
      shown = now;
      json.setText(now);
    }
  }

  void showSaid(String text) {
    said.setText(text);
  }
}
