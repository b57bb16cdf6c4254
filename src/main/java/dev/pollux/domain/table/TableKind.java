package dev.pollux.domain.table;

/// What stands behind a table's name.
public enum TableKind {
  TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  EXTERNAL,
  SNAPSHOT,
  /// All tables whose names begin alike, `events_*`: one for each day, as a rule.
  SHARDS,
  OTHER;

  /// Whether its rows can be listed, free of charge. Those of the others need a query: the service
  /// answers "Cannot list a table of type VIEW."
  /// (https://docs.cloud.google.com/bigquery/docs/reference/rest/v2/tabledata/list).
  public boolean listsRows() {
    return switch (this) {
      case TABLE, SNAPSHOT -> true;
      case VIEW, MATERIALIZED_VIEW, EXTERNAL, SHARDS, OTHER -> false;
    };
  }
}
