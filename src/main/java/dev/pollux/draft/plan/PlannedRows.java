package dev.pollux.draft.plan;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.PlannedRequests;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.prompt.RequestSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of a job that is being prepared, as the ledger sees them: nothing is written so far.
public final class PlannedRows {
  private static final TableSchema MADE =
      new TableSchema(
          List.of(
              Field.of(RequestSql.ROW_KEY, FieldType.STRING),
              Field.of("request", FieldType.STRING)));

  private PlannedRows() {}

  /// As a query where they are, to be counted.
  public static LedgerTables asked(DraftState state, List<LedgerTables.Output> earlier) {
    TableInfo table = state.table().orElseThrow();
    return state.ownRequests()
        ? of(state, table, RowKey.REQUEST, earlier)
        : new LedgerTables(
            made(table.ref(), table.location()),
            Optional.of(RequestSql.rows(PlannedRequests.sql(state).query())),
            true,
            earlier,
            RowKey.REQUEST,
            state.model().orElseThrow().name());
  }

  /// As the table that the job will have of them.
  static LedgerTables of(
      DraftState state, TableRef rows, RowKey key, List<LedgerTables.Output> earlier) {
    TableInfo table = state.table().orElseThrow();
    Location region = state.region().orElseThrow();
    return of(
        state,
        state.ownRequests() ? at(rows, region, table.schema()) : made(rows, region),
        key,
        earlier);
  }

  private static LedgerTables of(
      DraftState state, TableInfo rows, RowKey key, List<LedgerTables.Output> earlier) {
    return new LedgerTables(
        rows, !state.ownRequests(), earlier, key, state.model().orElseThrow().name());
  }

  private static TableInfo made(TableRef ref, Location location) {
    return at(ref, location, MADE);
  }

  private static TableInfo at(TableRef ref, Location location, TableSchema schema) {
    return new TableInfo(
        ref,
        TableKind.TABLE,
        location,
        schema,
        -1,
        -1,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }
}
