package dev.pollux.draft.check;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableReading;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.PreviewRows;
import dev.pollux.draft.state.SourceTable;
import dev.pollux.draft.state.Transfer;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.prompt.rows.PartitionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether there is a table to ask about.
final class SourceChecks {
  private SourceChecks() {}

  static List<Finding> of(DraftState state) {
    String typed = state.draft().source().strip();
    if (typed.isEmpty()) {
      return List.of(Finding.stop("source.none"));
    }
    if (state.source() instanceof TableReading.Refused refused) {
      return List.of(Finding.stop("table-name." + refused.reason().key(), refused.shown()));
    }
    return switch (state.facts().source()) {
      case Fact.Unknown<SourceTable> _, Fact.Looking<SourceTable> _ ->
          List.of(Finding.stop("source.looking", typed));
      case Fact.Stopped<SourceTable> _ -> List.of(Finding.stop("source.stopped", typed));
      case Fact.Failed<SourceTable>(Object _, Exception why) ->
          List.of(Finding.stop("source.failed", typed, why));
      case Fact.Known<SourceTable>(Object _, SourceTable found) ->
          found
              .info()
              .map(table -> found(state, found, table))
              .orElse(List.of(Finding.stop("source.missing", typed)));
    };
  }

  private static List<Finding> found(DraftState state, SourceTable found, TableInfo table) {
    List<Finding> all = new ArrayList<>(SourceCheck.check(table, true));
    state.target().transfer().map(Transfer::finding).ifPresent(all::add);
    found.unlisted().ifPresent(why -> all.add(Finding.warning("source.unlisted", why)));
    if (found.needsQuery()) {
      preview(state, table).ifPresent(all::add);
    }
    return all;
  }

  /// What stands in the way of seeing rows before anything is asked about them.
  private static Optional<Finding> preview(DraftState state, TableInfo table) {
    return switch (state.facts().preview()) {
      case Fact.Known<PreviewRows>(Object _, PreviewRows.TooDear(long bytes)) ->
          Optional.of(
              Finding.warning("source.preview-too-dear", bytes / 1e9, QueryPrice.dollars(bytes)));
      case Fact.Failed<PreviewRows>(Object _, Exception why) ->
          Optional.of(Finding.warning("source.preview-failed", why));
      case Fact.Stopped<PreviewRows> _ -> Optional.of(Finding.warning("source.preview-stopped"));
      case Fact.Unknown<PreviewRows> _ ->
          PartitionFilter.required(table)
              .map(column -> Finding.warning("source.preview-needs-filter", column.name()));
      case Fact.Looking<PreviewRows> _, Fact.Known<PreviewRows> _ -> Optional.empty();
    };
  }
}
