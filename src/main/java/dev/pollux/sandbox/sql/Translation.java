package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TableOptions;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.type.SqlColumn;
import java.util.List;
import java.util.Set;

/// A statement, ready for DuckDB. Parameters are already part of the text. `tables` are those that
/// are read, each once.
public sealed interface Translation {
  /// The tables that are read.
  Set<TablePath> tables();

  /// A query. Columns of DuckDB's result are in the order and of the types of `columns`; names that
  /// the statement leaves open are `f0_`, `f1_`, ... as BigQuery gives them.
  record Select(String duckSql, List<SqlColumn> columns, Set<TablePath> tables)
      implements Translation {
    public Select {
      columns = List.copyOf(columns);
      tables = Set.copyOf(tables);
    }
  }

  /// What to do about a table that is there already.
  enum Existing {
    FAIL,
    KEEP,
    REPLACE
  }

  /// `CREATE TABLE ... AS SELECT`.
  record CreateTableAs(TablePath target, Existing existing, TableOptions options, Select select)
      implements Translation {
    @Override
    public Set<TablePath> tables() {
      return select.tables();
    }
  }

  /// A column of `CREATE TABLE`, with what else is said about it.
  record Definition(SqlColumn column, boolean required, String description) {}

  /// `CREATE TABLE` with a list of columns.
  record CreateTable(
      TablePath target, Existing existing, TableOptions options, List<Definition> columns)
      implements Translation {
    public CreateTable {
      columns = List.copyOf(columns);
    }

    @Override
    public Set<TablePath> tables() {
      return Set.of();
    }
  }

  /// `INSERT INTO`, from a query or `VALUES`: the select's columns belong to `columns` in order and
  /// have their types; other columns of the target become NULL.
  record Insert(TablePath target, List<String> columns, Select select) implements Translation {
    public Insert {
      columns = List.copyOf(columns);
    }

    @Override
    public Set<TablePath> tables() {
      return select.tables();
    }
  }

  /// `DROP TABLE`.
  record DropTable(TablePath target, boolean ifExists) implements Translation {
    @Override
    public Set<TablePath> tables() {
      return Set.of();
    }
  }

  /// `CREATE SCHEMA`: a new dataset.
  record CreateSchema(String project, String dataset, boolean ifNotExists, TableOptions options)
      implements Translation {
    @Override
    public Set<TablePath> tables() {
      return Set.of();
    }
  }

  /// `DROP SCHEMA`.
  record DropSchema(String project, String dataset, boolean ifExists, boolean cascade)
      implements Translation {
    @Override
    public Set<TablePath> tables() {
      return Set.of();
    }
  }
}
