package dev.pollux.sandbox.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `OPTIONS(...)`, `PARTITION BY` and `CLUSTER BY` say: metadata that is kept and shown.
///
/// @param expiration a DuckDB expression of type TIMESTAMPTZ: when the table ends
/// @param partition the GoogleSQL text after `PARTITION BY`
/// @param clustering the columns after `CLUSTER BY`
/// @param location of a new dataset
public record TableOptions(
    Optional<String> description,
    Optional<String> friendlyName,
    Map<String, String> labels,
    Optional<String> expiration,
    Optional<String> partition,
    List<String> clustering,
    Optional<String> location) {
  public TableOptions {
    labels = Map.copyOf(labels);
    clustering = List.copyOf(clustering);
  }

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
