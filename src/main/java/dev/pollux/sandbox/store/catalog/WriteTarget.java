package dev.pollux.sandbox.store.catalog;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where rows go, and what may be there already.
///
/// @param meta plain metadata of the table, if it is made
public record WriteTarget(
    TableId id, Write write, Create create, Optional<Instant> expires, ObjectNode meta) {
  /// Without metadata.
  public WriteTarget(TableId id, Write write, Create create, Optional<Instant> expires) {
    this(id, write, create, expires, JsonNodeFactory.instance.objectNode());
  }

  /// What becomes of rows that are there already.
  public enum Write {
    /// They are an error.
    EMPTY,
    /// The table itself is an error, rows or not.
    NEW,
    /// They go, and the schema with them.
    TRUNCATE,
    APPEND
  }

  /// What if there is no table.
  public enum Create {
    IF_NEEDED,
    NEVER
  }

  /// A table that must not exist.
  public static WriteTarget fresh(TableId id) {
    return new WriteTarget(id, Write.NEW, Create.IF_NEEDED, Optional.empty());
  }
}
