package dev.pollux.ui.wizard.requests.answer;

import dev.pollux.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;

/// Makes the fields of one line of the table of the answer's columns, with their ids and names.
///
/// @param at the place of the column
/// @param entered what Enter does
record MemberFields(List<Integer> at, Words words, Runnable entered) {
  MemberFields {
    at = List.copyOf(at);
  }

  String id(String what) {
    return "wizard-schema-"
        + what
        + "-"
        + at.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /// What a screen reader says of it: which column of the answer it belongs to.
  String name(String what) {
    return words.get(
        "wizard.schema.of-column", words.get("wizard.schema." + what), at.getLast() + 1);
  }

  TextField field(String what, String style) {
    TextField field = new TextField();
    field.setId(id(what));
    field.setPromptText(words.get("wizard.schema.prompt." + what));
    field.setAccessibleText(name(what));
    field.setPrefColumnCount(4);
    field.setMaxWidth(Double.MAX_VALUE);
    if (!style.isEmpty()) {
      field.getStyleClass().add(style);
    }
    field.setOnAction(_ -> entered.run());
    return field;
  }
}
