package dev.pollux.ui.wizard.review;

import dev.pollux.draft.plan.Readiness;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Whether the job may be sent, and how far sending is.
final class ReviewModel {
  private final ObjectProperty<Readiness> readiness =
      new SimpleObjectProperty<>(new Readiness.Waiting());
  private final BooleanProperty seen = new SimpleBooleanProperty();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty progress = new SimpleStringProperty("");
  private final StringProperty question = new SimpleStringProperty("");
  private final ObjectProperty<CodeShape> shape = new SimpleObjectProperty<>(CodeShape.CALL);
  private final BooleanBinding armed =
      Bindings.createBooleanBinding(
          () -> seen.get() && !busy.get() && readiness.get() instanceof Readiness.Ready,
          seen,
          busy,
          readiness);

  ObjectProperty<Readiness> readiness() {
    return readiness;
  }

  /// Whether the review has been on the screen long enough to be read: a second click that was
  /// meant for the step before sends nothing.
  BooleanProperty seen() {
    return seen;
  }

  /// Whether the job is being sent.
  BooleanProperty busy() {
    return busy;
  }

  /// How far sending is, in words.
  StringProperty progress() {
    return progress;
  }

  /// What the person must say yes to by pressing once more; empty while nothing is asked.
  StringProperty question() {
    return question;
  }

  ObjectProperty<CodeShape> shape() {
    return shape;
  }

  /// Whether Submit can be pressed.
  ObservableBooleanValue armed() {
    return armed;
  }
}
