package dev.pollux.sandbox.store.load;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Rows of a file, one after the other, as JSON.
interface LoadRows extends AutoCloseable {
  /// The next row, or null at the end.
  ///
  /// @throws BadRow if it is no row; the one after it may be
  @Nullable JsonNode next() throws IOException, BadRow;

  @Override
  void close() throws IOException;
}
