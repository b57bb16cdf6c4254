package dev.pollux.ui.kit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Where a person left dividers and columns, kept from start to start. A scene carries it, so that
/// each pane finds the one of the window it stands in.
public interface LayoutMemory {
  /// Where nothing is kept: out of sight, and in a scene that was given none.
  LayoutMemory NONE =
      new LayoutMemory() {
        @Override
        public OptionalDouble split(String pane) {
          return OptionalDouble.empty();
        }

        @Override
        public void keepSplit(String pane, double position) {}

        @Override
        public OptionalDouble columnWidth(String column) {
          return OptionalDouble.empty();
        }

        @Override
        public void keepColumnWidth(String column, double width) {}

        @Override
        public Optional<Boolean> columnShown(String column) {
          return Optional.empty();
        }

        @Override
        public void keepColumnShown(String column, boolean shown) {}
      };

  /// The position of the divider of a pane, 0 to 1, as it was left.
  OptionalDouble split(String pane);

  void keepSplit(String pane, double position);

  /// The width of a column in pixels, as it was left. Columns are named `grid/column`.
  OptionalDouble columnWidth(String column);

  void keepColumnWidth(String column, double width);

  /// Whether a person showed or hid a column; empty where nobody did. These are named
  /// `grid/columns/column`, where `columns` stands for all that the grid had.
  Optional<Boolean> columnShown(String column);

  void keepColumnShown(String column, boolean shown);

  /// Gives a scene its memory.
  static void put(Scene scene, LayoutMemory memory) {
    scene.getProperties().put(LayoutMemory.class, memory);
  }

  /// The memory of the scene that a node stands in.
  static LayoutMemory of(Node node) {
    Scene scene = node.getScene();
    return scene != null
            && scene.getProperties().get(LayoutMemory.class) instanceof LayoutMemory memory
        ? memory
        : NONE;
  }
}
