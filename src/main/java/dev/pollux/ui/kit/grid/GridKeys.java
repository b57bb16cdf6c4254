package dev.pollux.ui.kit.grid;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of a grid beyond those of TableView.
final class GridKeys {
  /// Where marks are extended to.
  enum Move {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    ALL;

    int from(int row, int page, int rows) {
      return switch (this) {
        case UP -> row - 1;
        case DOWN -> row + 1;
        case PAGE_UP -> row - page;
        case PAGE_DOWN -> row + page;
        case FIRST -> 0;
        case LAST, ALL -> rows - 1;
      };
    }
  }

  private static final Map<KeyCode, Move> WITH_SHIFT =
      Map.of(
          KeyCode.UP, Move.UP,
          KeyCode.DOWN, Move.DOWN,
          KeyCode.PAGE_UP, Move.PAGE_UP,
          KeyCode.PAGE_DOWN, Move.PAGE_DOWN,
          KeyCode.HOME, Move.FIRST,
          KeyCode.END, Move.LAST);
  private final Consumer<Move> onMark;
  private final Consumer<Boolean> onCopy;
  private final Runnable onFind;
  private final Runnable onEnter;

  /// @param onCopy hears whether to copy exactly, which Shift says
  GridKeys(Consumer<Move> onMark, Consumer<Boolean> onCopy, Runnable onFind, Runnable onEnter) {
    this.onMark = onMark;
    this.onCopy = onCopy;
    this.onFind = onFind;
    this.onEnter = onEnter;
  }

  void onKey(KeyEvent event) {
    @Nullable Move move = WITH_SHIFT.get(event.getCode());
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      onCopy.accept(event.isShiftDown());
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      onMark.accept(Move.ALL);
      event.consume();
    } else if (event.isShiftDown() && move != null) {
      onMark.accept(move);
      event.consume();
    } else if (event.getCode() == KeyCode.F3
        || (event.isShortcutDown() && event.getCode() == KeyCode.F)) {
      onFind.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      // Nothing else hears of it: no button of the screen is meant.
      onEnter.run();
      event.consume();
    }
  }
}
