package dev.pollux.ui.wizard.trial;

import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialChoice;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the screen of a trial shows beyond the draft: how many rows are to be tried, and which of
/// them is read in full.
final class TrialModel {
  /// What of a row stands beside its answer.
  enum Face {
    SOURCE,
    PROMPT
  }

  private final IntegerProperty count = new SimpleIntegerProperty(10);
  private final ObjectProperty<TrialChoice> choice = new SimpleObjectProperty<>(TrialChoice.SPREAD);
  private final BooleanProperty drawing = new SimpleBooleanProperty();
  private final IntegerProperty selected = new SimpleIntegerProperty();
  private final BooleanProperty open = new SimpleBooleanProperty(true);
  private final ObjectProperty<Face> face = new SimpleObjectProperty<>(Face.SOURCE);

  /// Takes over what was chosen in another one.
  void goOnFrom(TrialModel before) {
    count.set(before.count.get());
    choice.set(before.choice.get());
    selected.set(before.selected.get());
    open.set(before.open.get());
    face.set(before.face.get());
  }

  /// Which rows are tried next.
  ReadOnlyObjectProperty<TrialChoice> choice() {
    return choice;
  }

  void choice(TrialChoice now) {
    choice.set(now);
  }

  /// Whether rows are being read that are to be tried.
  ReadOnlyBooleanProperty drawing() {
    return drawing;
  }

  void drawing(boolean now) {
    drawing.set(now);
  }

  /// How many rows are tried next.
  ReadOnlyIntegerProperty count() {
    return count;
  }

  /// The row of the trial (0-based) that is read in full.
  ReadOnlyIntegerProperty selected() {
    return selected;
  }

  /// Whether it is in sight.
  ReadOnlyBooleanProperty open() {
    return open;
  }

  ReadOnlyObjectProperty<Face> face() {
    return face;
  }

  void count(int rows) {
    count.set(Math.clamp(rows, 1, Trial.MOST));
  }

  void select(int index) {
    selected.set(Math.max(0, index));
    open.set(true);
  }

  void close() {
    open.set(false);
  }

  void face(Face now) {
    face.set(now);
  }
}
