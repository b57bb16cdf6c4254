package dev.pollux.draft.state;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.AskedRows;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.prompt.rows.RowFilter;
import java.util.List;
import java.util.Optional;

/// Rows that meet the conditions of a draft. Where hardly any of those that are here do, some are
/// read by a query: preview, trial and price would be about none else.
public record ChosenRows(DraftState state) {
  /// Fewer say little about the others.
  private static final int FEW = 5;

  /// What reads some of them; empty where enough are here, or all rows are.
  public Optional<PreviewSql> sql() {
    return state
        .filter()
        .filter(filter -> !filter.all() && !state.ownRequests())
        .filter(filter -> !isWhole() && here(filter) < FEW)
        .map(_ -> state.table().orElseThrow())
        .map(table -> PreviewSql.of(table, asked(table)));
  }

  /// Those that a query found; empty where none was needed, or it found none.
  public Optional<List<Row>> read() {
    return state.facts().chosen().value().orElse(null) instanceof PreviewRows.Read read
            && !read.rows().isEmpty()
        ? Optional.of(read.rows())
        : Optional.empty();
  }

  /// Whether they are being read, or are going to be.
  public boolean isReading() {
    return switch (state.facts().chosen()) {
      case Fact.Unknown<PreviewRows> _, Fact.Looking<PreviewRows> _ -> sql().isPresent();
      case Fact.Known<PreviewRows> _, Fact.Failed<PreviewRows> _, Fact.Stopped<PreviewRows> _ ->
          false;
    };
  }

  private RowFilter asked(TableInfo table) {
    return AskedRows.of(table, state.spec(), state.draft().rows().withoutLimit());
  }

  /// Whether nothing else can be seen, or nothing is known so far.
  private boolean isWhole() {
    List<Row> seen = state.seen();
    return seen.isEmpty()
        || (state.facts().source().value().filter(SourceTable::listsRows).isPresent()
            ? state.table().orElseThrow().rows() <= seen.size()
            : seen.size() < PreviewSql.ROWS);
  }

  private long here(RowFilter filter) {
    return state.seen().stream().filter(filter.matching()).limit(FEW).count();
  }
}
