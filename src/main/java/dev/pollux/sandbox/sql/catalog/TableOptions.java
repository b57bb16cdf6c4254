package dev.pollux.sandbox.sql.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `OPTIONS(...)`, `PARTITION BY` and `CLUSTER BY` say: metadata that is kept and shown.
///
/// @param expiration a DuckDB expression of type TIMESTAMPTZ: when the table ends
/// @param partition what `PARTITION BY` says
/// @param clustering the columns after `CLUSTER BY`
/// @param location of a new dataset
public record TableOptions(
    Optional<String> description,
    Optional<String> friendlyName,
    Map<String, String> labels,
    Optional<String> expiration,
    Optional<TablePartition> partition,
    List<String> clustering,
    Optional<String> location) {
  public TableOptions {
    labels = Map.copyOf(labels);
    clustering = List.copyOf(clustering);
  }

  /// The same, of a table that is divided and clustered so.
  public TableOptions with(Optional<TablePartition> divided, List<String> clustered) {
    return new TableOptions(
        description, friendlyName, labels, expiration, divided, clustered, location);
  }

  /// Where a statement says nothing.
  public static TableOptions none() {
    return new TableOptions(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
