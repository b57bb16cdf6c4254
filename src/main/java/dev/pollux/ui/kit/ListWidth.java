package dev.pollux.ui.kit;

import javafx.scene.control.ComboBox;

/// How wide a list to choose from is. JavaFX draws each of its items to measure it, which takes
/// seconds where they are the columns of a table that has thousands.
public final class ListWidth {
  private static final int FIRST = 100;

  private ListWidth() {}

  /// The box is as wide as its first items need.
  public static void ofFirst(ComboBox<?> box) {
    box.getProperties().put("comboBoxRowsToMeasureWidth", FIRST);
  }
}
