package dev.pollux.ui.wizard.step;

import javafx.scene.Parent;

/// One step, as the frame sees it.
public interface WizardStep {
  /// The nodes of the step; always the same object.
  Parent root();

  /// Puts the focus on the first field, or on the first that is to be mended.
  void focusFirst();

  /// It came to the front.
  default void entered() {}

  /// It left the front, or the wizard did.
  default void left() {}
}
