package dev.pollux.draft.state;

import dev.pollux.domain.value.Row;
import java.util.List;

/// Some rows of a source that are seen by a query only.
public sealed interface PreviewRows {
  /// @param bytes what the query read
  record Read(List<Row> rows, long bytes) implements PreviewRows {
    public Read {
      rows = List.copyOf(rows);
    }
  }

  /// Reading them takes so much that the person is asked before.
  record TooDear(long bytes) implements PreviewRows {}
}
