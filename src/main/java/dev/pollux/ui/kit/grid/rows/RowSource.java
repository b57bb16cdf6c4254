package dev.pollux.ui.kit.grid.rows;

import dev.pollux.domain.value.Row;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Where a grid gets its rows from. Answers come on the FX thread.
@FunctionalInterface
public interface RowSource {
  /// Asks for `count` rows from index `start`.
  ///
  /// @return what cancels the question; an answer that comes all the same is ignored
  Runnable load(long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed);

  /// The number (0-based) that the row at that place of the grid has in its table: another one
  /// where the grid shows a choice of rows.
  default long number(long index) {
    return index;
  }

  /// The place in the grid of the row of that number: the other way round. Empty where the grid
  /// does not show it.
  default OptionalLong place(long number) {
    return OptionalLong.of(number);
  }
}
