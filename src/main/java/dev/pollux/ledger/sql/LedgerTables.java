package dev.pollux.ledger.sql;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables of a run, as they are now.
///
/// @param rows what was asked about: each row once, with its `request`
/// @param making what the rows will be, as a query, where their table is not there so far
/// @param keyed whether the rows have a `pollux_row_key`, so that each is told from the others: a
///   random text, or a number in tables of older versions
/// @param outputs what the jobs of the run wrote, and those of earlier runs that answer the same
/// @param model the resource name of the model that was asked
public record LedgerTables(
    TableInfo rows,
    Optional<Query> making,
    boolean keyed,
    List<Output> outputs,
    RowKey key,
    String model) {
  /// The column by which rows and answers find each other, in tables that the ledger makes.
  public static final String KEY = "pollux_ledger_key";

  public LedgerTables {
    outputs = List.copyOf(outputs);
  }

  /// Rows that are there, with their requests.
  public LedgerTables(
      TableInfo rows, boolean keyed, List<Output> outputs, RowKey key, String model) {
    this(rows, Optional.empty(), keyed, outputs, key, model);
  }

  /// What one job wrote.
  ///
  /// @param attempt 0 for an earlier run's, of which only good answers count
  public record Output(TableInfo table, int attempt) {
    public TableRef ref() {
      return table.ref();
    }

    public boolean has(String column) {
      return table.schema().find(column).isPresent();
    }
  }

  public Location location() {
    return rows.location();
  }

  /// The columns of the rows that are theirs.
  public List<Field> columns() {
    return rows.schema().fields().stream()
        .filter(field -> !LedgerSql.OURS.contains(field.name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
