package dev.pollux.draft.check;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.state.ColumnChecks;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.PreviewRows;
import dev.pollux.draft.state.RowTotal;
import dev.pollux.prompt.QuotableColumns;
import dev.pollux.prompt.answer.ColumnLookup;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.check.SourceCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether requests can be made of the table, and how many they are.
public final class RequestChecks {
  private RequestChecks() {}

  static List<Finding> of(DraftState state) {
    Optional<TableInfo> table = state.table();
    if (table.isEmpty()) {
      return List.of(Finding.stop("source.none"));
    }
    List<Finding> found =
        new ArrayList<>(state.ownRequests() ? own(state, table.get()) : made(state, table.get()));
    if (ColumnChecks.askable(state, table.get())) {
      found.addAll(rows(state));
      chosen(state).ifPresent(found::add);
    }
    return found;
  }

  private static List<Finding> made(DraftState state, TableInfo table) {
    List<Finding> found = new ArrayList<>(ColumnChecks.of(state, table));
    state
        .spec()
        .answer()
        .ifPresent(schema -> found.addAll(SchemaCheck.findings(schema, quotable(state))));
    return found;
  }

  /// The columns that an answer can quote from; any, as long as no table is chosen.
  public static ColumnLookup quotable(DraftState state) {
    return state
        .table()
        .<ColumnLookup>map(table -> new QuotableColumns(table.schema(), state.spec().template()))
        .orElse(ColumnLookup.ANY);
  }

  private static List<Finding> own(DraftState state, TableInfo table) {
    List<Finding> found = new ArrayList<>(SourceCheck.check(table, false));
    state.facts().source().value().ifPresent(source -> found.addAll(source.ownRequests()));
    return found;
  }

  /// Why nobody sees a row that is to be asked about, before anything is.
  private static Optional<Finding> chosen(DraftState state) {
    if (!state.asked().isEmpty()) {
      return Optional.empty();
    }
    return switch (state.facts().chosen()) {
      case Fact.Known<PreviewRows>(Object _, PreviewRows.TooDear(long bytes)) ->
          Optional.of(
              Finding.warning("rows.preview-too-dear", bytes / 1e9, QueryPrice.dollars(bytes)));
      case Fact.Failed<PreviewRows>(Object _, Exception why) ->
          Optional.of(Finding.warning("rows.preview-failed", why));
      case Fact.Stopped<PreviewRows> _ -> Optional.of(Finding.warning("rows.preview-stopped"));
      case Fact.Unknown<PreviewRows> _, Fact.Looking<PreviewRows> _, Fact.Known<PreviewRows> _ ->
          Optional.empty();
    };
  }

  /// The number of rows must be known before going on: it decides what the job costs.
  private static List<Finding> rows(DraftState state) {
    if (state.rows().isPresent()) {
      long rows = state.rows().getAsLong();
      long whole = state.table().orElseThrow().rows();
      return rows == 0 && whole != 0
          ? List.of(Finding.stop("rows.none"))
          : rows > SourceCheck.MOST_ROWS && !(state.ownRequests() && whole == rows)
              ? List.of(Finding.stop("rows.too-many", rows, SourceCheck.MOST_ROWS))
              : List.of();
    }
    return switch (state.facts().total()) {
      case Fact.Unknown<RowTotal> _ -> List.of(Finding.stop("rows.not-counted-yet"));
      case Fact.Looking<RowTotal> _ -> List.of(Finding.stop("rows.counting"));
      case Fact.Stopped<RowTotal> _ -> List.of(Finding.stop("rows.count-stopped"));
      case Fact.Failed<RowTotal>(Object _, Exception why) ->
          List.of(Finding.stop("rows.not-counted", why));
      case Fact.Known<RowTotal>(Object _, RowTotal.TooDear(long bytes)) ->
          List.of(Finding.stop("rows.count-too-dear", bytes / 1e9, QueryPrice.dollars(bytes)));
      case Fact.Known<RowTotal> _ -> List.of();
    };
  }
}
