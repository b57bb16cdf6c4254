package dev.pollux.ui.wizard;

import dev.pollux.draft.Step;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the frame shows beside the draft: which step is in front, and what was said when something
/// was pressed.
final class WizardModel {
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.SOURCE);
  private final StringProperty message = new SimpleStringProperty("");

  ObjectProperty<Step> step() {
    return step;
  }

  /// In words; empty while there is nothing to say. It goes with the next edit.
  StringProperty message() {
    return message;
  }
}
