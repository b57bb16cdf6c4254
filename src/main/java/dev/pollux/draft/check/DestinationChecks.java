package dev.pollux.draft.check;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableReading;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Transfer;
import dev.pollux.prompt.check.DestinationCheck;
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
    Location region = state.region().orElseThrow();
    Optional<TableReading.Refused> refused = state.target().refusedTable();
    if (refused.isPresent()) {
      return List.of(
          Finding.stop("table-name." + refused.get().reason().key(), refused.get().shown()));
    }
    List<Finding> found =
        new ArrayList<>(
            DestinationCheck.check(
                state.target().tableName(),
                state.dataset(),
                state.facts().destination().value().flatMap(there -> there)));
    state.target().transfer().map(Transfer::finding).ifPresent(found::add);
    found.addAll(looked(state));
    state.facts().defaults().value().map(DestinationCheck::defaults).ifPresent(found::addAll);
    found.addAll(jobLocation(state, region));
    return found;
  }

  private static List<Finding> datasets(DraftState state) {
    return switch (state.facts().datasets()) {
      case Fact.Unknown<List<Dataset>> _, Fact.Looking<List<Dataset>> _ ->
          List.of(Finding.stop("destination.datasets-looking"));
      case Fact.Stopped<List<Dataset>> _ -> List.of(Finding.stop("destination.datasets-stopped"));
      case Fact.Failed<List<Dataset>>(Object _, Exception why) ->
          List.of(Finding.stop("destination.datasets-failed", why));
      case Fact.Known<List<Dataset>> _ -> unlisted(state);
    };
  }

  private static List<Finding> unlisted(DraftState state) {
    if (state.dataset().isPresent() || state.target().chosenDataset().isEmpty()) {
      return List.of();
    }
    String name = state.target().chosenDataset().get().toString();
    return switch (state.facts().unlisted()) {
      case Fact.Unknown<Optional<Dataset>> _, Fact.Looking<Optional<Dataset>> _ ->
          List.of(Finding.stop("destination.datasets-looking"));
      case Fact.Stopped<Optional<Dataset>> _ ->
          List.of(Finding.stop("destination.dataset-failed", name, ""));
      case Fact.Failed<Optional<Dataset>>(Object _, Exception why) ->
          List.of(Finding.stop("destination.dataset-failed", name, why));
      case Fact.Known<Optional<Dataset>> _ -> List.of();
    };
  }

  /// Whether the name is free must be known.
  private static List<Finding> looked(DraftState state) {
    if (state.destination().isEmpty()) {
      return List.of();
    }
    if (!state.target().isNamed()) {
      return List.of(Finding.stop("destination.looking"));
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

  private static List<Finding> jobLocation(DraftState state, Location region) {
    boolean fits =
        state
            .model()
            .flatMap(model ->
                state
                    .jobLocation()
                    .map(at -> DestinationCheck.jobLocations(region, model).contains(at)))
            .orElse(true);
    return fits
        ? List.of()
        : List.of(Finding.stop("destination.job-location", state.jobLocation().orElseThrow().id()));
  }
}
