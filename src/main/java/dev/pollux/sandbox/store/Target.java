package dev.pollux.sandbox.store;

import java.time.Instant;
import java.util.Optional;

/// Where rows go, and what may be there already.
public record Target(TableId id, Write write, Create create, Optional<Instant> expires) {

  /// What becomes of rows that are there already.
  public enum Write {
    /// They are an error.
    EMPTY,
    /// They go, and the schema with them.
    TRUNCATE,
    APPEND
  }

  /// What if there is no table.
  public enum Create {
    IF_NEEDED,
    NEVER
  }

  /// A table that is made if needed, and must be empty.
  public static Target fresh(TableId id) {
    return new Target(id, Write.EMPTY, Create.IF_NEEDED, Optional.empty());
  }
}
