package dev.pollux.ui.wizard;

import javafx.scene.layout.VBox;

/// A part of the Requests step, behind one of its tabs.
abstract class Section {
  private final VBox root = new VBox(8);

  final VBox root() {
    return root;
  }

  /// It comes to the front, or something that it shows has changed.
  abstract void show();
}
