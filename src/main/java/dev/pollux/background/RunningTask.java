package dev.pollux.background;

import javafx.beans.property.ReadOnlyDoubleProperty;

/// A task as the status bar shows it. `progress` is 0 to 1, or negative when it is not known.
public interface RunningTask {
  String name();

  ReadOnlyDoubleProperty progress();

  /// Whether what it makes or sends would be missing, or not whole, if it were stopped.
  boolean isWorthWaiting();

  /// The person stops it: the screen that started it says so.
  void stop();
}
