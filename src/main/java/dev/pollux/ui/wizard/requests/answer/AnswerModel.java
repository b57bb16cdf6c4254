package dev.pollux.ui.wizard.requests.answer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the columns of the answer stand there, beyond the draft that has them.
final class AnswerModel {
  private final ObjectProperty<Boolean> pasting = new SimpleObjectProperty<>(false);
  private final ObjectProperty<String> pasted = new SimpleObjectProperty<>("");

  /// Whether the schema stands there as JSON, to be read or replaced.
  ReadOnlyObjectProperty<Boolean> pasting() {
    return pasting;
  }

  /// What was said about the JSON that was pasted.
  ReadOnlyObjectProperty<String> pasted() {
    return pasted;
  }

  void pasting(boolean now) {
    pasting.set(now);
  }

  void pasted(String text) {
    pasted.set(text);
  }
}
