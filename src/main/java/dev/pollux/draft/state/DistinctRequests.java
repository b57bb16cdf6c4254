package dev.pollux.draft.state;

import dev.pollux.ledger.sql.LedgerTables;
import java.util.List;

/// How many different requests the rows make.
public sealed interface DistinctRequests {
  /// @param rows that make requests
  /// @param answered how many of them an earlier job answered; 0 where that was not asked for
  /// @param requests that the other rows make, and that are not equal to one another
  /// @param earlier what earlier jobs of the model wrote, where the rows are
  record Counted(long rows, long answered, long requests, List<LedgerTables.Output> earlier)
      implements DistinctRequests {
    public Counted {
      earlier = List.copyOf(earlier);
    }

    /// How many rows are asked about.
    public long asked() {
      return rows - answered;
    }
  }

  /// Counting reads so much that the person is asked before.
  record TooDear(long bytes) implements DistinctRequests {}
}
