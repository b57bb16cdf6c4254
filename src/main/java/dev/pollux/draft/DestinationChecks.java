package dev.pollux.draft;

import dev.pollux.domain.Dataset;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.DestinationCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether answers can go where they should, and the job can run there.
final class DestinationChecks {
  private DestinationChecks() {}

  static List<Finding> of(DraftState state) {
    Optional<TableInfo> table = state.table();
    if (table.isEmpty()) {
      return List.of(Finding.stop("source.none"));
    }
    List<Finding> datasets = datasets(state);
    if (!datasets.isEmpty()) {
      return datasets;
    }
    Location data = table.get().location();
    List<Finding> found =
        new ArrayList<>(
            DestinationCheck.check(
                state.tableName(),
                state.dataset(),
                state.facts().destination().value().flatMap(there -> there),
                data));
    found.addAll(looked(state));
    found.addAll(jobLocation(state, data));
    return found;
  }

  private static List<Finding> datasets(DraftState state) {
    return switch (state.facts().datasets()) {
      case Fact.Unknown<List<Dataset>> _, Fact.Looking<List<Dataset>> _ ->
          List.of(Finding.stop("destination.datasets-looking"));
      case Fact.Stopped<List<Dataset>> _ -> List.of(Finding.stop("destination.datasets-stopped"));
      case Fact.Failed<List<Dataset>>(Object _, Exception why) ->
          List.of(Finding.stop("destination.datasets-failed", why));
      case Fact.Known<List<Dataset>> _ -> List.of();
    };
  }

  /// Whether the name is free must be known.
  private static List<Finding> looked(DraftState state) {
    if (state.destination().isEmpty()) {
      return List.of();
    }
    return switch (state.facts().destination()) {
      case Fact.Unknown<Optional<TableInfo>> _, Fact.Looking<Optional<TableInfo>> _ ->
          List.of(Finding.stop("destination.looking"));
      case Fact.Stopped<Optional<TableInfo>> _ -> List.of(Finding.stop("destination.stopped"));
      case Fact.Failed<Optional<TableInfo>>(Object _, Exception why) ->
          List.of(Finding.stop("destination.failed", why));
      case Fact.Known<Optional<TableInfo>> _ -> List.of();
    };
  }

  private static List<Finding> jobLocation(DraftState state, Location data) {
    boolean fits =
        state
            .model()
            .flatMap(model ->
                state
                    .jobLocation()
                    .map(at -> DestinationCheck.jobLocations(data, model).contains(at)))
            .orElse(true);
    return fits
        ? List.of()
        : List.of(Finding.stop("destination.job-location", state.jobLocation().orElseThrow().id()));
  }
}
