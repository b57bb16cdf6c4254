package dev.pollux.draft;

import dev.pollux.domain.Finding;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.SourceCheck;
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
    if (state.draft().sourceRef().isEmpty()) {
      return List.of(Finding.stop("source.unreadable", typed));
    }
    return switch (state.facts().source()) {
      case Fact.Unknown<SourceTable> _, Fact.Looking<SourceTable> _ ->
          List.of(Finding.stop("source.looking", typed));
      case Fact.Stopped<SourceTable> _ -> List.of(Finding.stop("source.stopped", typed));
      case Fact.Failed<SourceTable>(Object _, Exception why) ->
          List.of(Finding.stop("source.failed", typed, why));
      case Fact.Known<SourceTable>(Object _, SourceTable found) -> found(typed, found.info());
    };
  }

  private static List<Finding> found(String typed, Optional<TableInfo> info) {
    return info.map(table -> SourceCheck.check(table, true))
        .orElse(List.of(Finding.stop("source.missing", typed)));
  }
}
