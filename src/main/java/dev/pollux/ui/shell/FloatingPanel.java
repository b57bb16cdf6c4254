package dev.pollux.ui.shell;

import javafx.scene.layout.Region;

/// What floats above the screens while it is open.
interface FloatingPanel {
  Region root();

  /// It was opened just now, and takes the focus.
  void open();
}
