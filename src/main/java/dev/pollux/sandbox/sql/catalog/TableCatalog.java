package dev.pollux.sandbox.sql.catalog;

import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.List;
import java.util.Optional;

/// What the translator asks about the world: the defaults of the request, and the tables there are.
public interface TableCatalog {
  /// The project of paths that name none.
  String defaultProject();

  /// The dataset of paths that name none, if the request has one.
  Optional<String> defaultDataset();

  /// The table, or empty if there is none. The path's table can be `INFORMATION_SCHEMA.TABLES` and
  /// the like; a catalogue that has no such views answers empty. It can end in `*`: all tables
  /// whose names begin so, with the pseudo column `_TABLE_SUFFIX`.
  ///
  /// @throws SqlException to say better than "not found" why not
  Optional<VisibleTable> table(TablePath path) throws SqlException;

  /// A table: the whole relation as DuckDB must read it (quoted, such as `"d"."t"`), and its
  /// columns in order. DuckDB's types are VARCHAR, BLOB, BIGINT, DOUBLE, DECIMAL(38,9), BOOLEAN,
  /// TIMESTAMPTZ (for TIMESTAMP), DATE, TIME, TIMESTAMP (for DATETIME), JSON, INTERVAL, VARCHAR for
  /// BIGNUMERIC, GEOGRAPHY and RANGE, lists and structs. Its session's TimeZone is UTC.
  ///
  /// @param guard what reading it asks of a statement
  record VisibleTable(String duckName, List<SqlColumn> columns, TableGuard guard) {
    public VisibleTable {
      columns = List.copyOf(columns);
    }

    /// A plain table.
    public VisibleTable(String duckName, List<SqlColumn> columns) {
      this(duckName, columns, TableGuard.NONE);
    }
  }
}
