package dev.pollux.ui.kit;

import javafx.scene.Parent;

/// What a controller offers to whoever shows it.
public interface Screen {
  /// The nodes of the screen; always the same object.
  Parent root();

  /// Called each time the screen comes to the front.
  default void activate() {}

  /// Called each time it leaves.
  default void deactivate() {}

  /// Puts the focus into what the screen is about: its list, its table, its step.
  default void focus() {}

  /// Goes one step on, where the screen has steps, as the button does that goes on.
  default void next() {}

  /// Goes one step back, where the screen has steps.
  default void back() {}

  /// Puts the focus where one types to find something, if there is such a place.
  default void find() {}
}
