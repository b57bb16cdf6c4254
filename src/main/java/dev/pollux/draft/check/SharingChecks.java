package dev.pollux.draft.check;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.state.DistinctRequests;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.prompt.check.SourceCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is said of rows that ask the same, and of more rows than one job takes.
final class SharingChecks {
  private SharingChecks() {}

  static List<Finding> of(DraftState state) {
    List<Finding> found = new ArrayList<>();
    state.distinct().ifPresent(counted -> found.addAll(earlier(state, counted)));
    state
        .distinct()
        .filter(counted -> counted.requests() < counted.asked())
        .ifPresent(counted -> found.add(shared(state, counted)));
    uncounted(state).ifPresent(found::add);
    if (state.parts() > 1) {
      found.add(
          Finding.warning(
              "parts", state.requests().orElseThrow(), state.parts(), SourceCheck.MAX_ROWS));
    }
    return found;
  }

  /// Who wants only what is new never sends what was paid before because nobody could count it.
  private static Optional<Finding> uncounted(DraftState state) {
    boolean onlyNew = state.draft().onlyNew();
    return switch (state.facts().distinct()) {
      case Fact.Known<DistinctRequests>(Object _, DistinctRequests.TooDear(long bytes)) ->
          Optional.of(
              onlyNew
                  ? Finding.stop("new.too-dear", bytes / 1e9, QueryPrice.dollars(bytes))
                  : Finding.warning("shared.not-counted", bytes / 1e9, QueryPrice.dollars(bytes)));
      case Fact.Failed<DistinctRequests>(Object _, Exception why) when onlyNew ->
          Optional.of(Finding.stop("new.not-counted", why));
      case Fact.Stopped<DistinctRequests> _ when onlyNew ->
          Optional.of(Finding.stop("new.count-stopped"));
      case Fact.Known<DistinctRequests> _,
          Fact.Failed<DistinctRequests> _,
          Fact.Stopped<DistinctRequests> _,
          Fact.Looking<DistinctRequests> _,
          Fact.Unknown<DistinctRequests> _ ->
          Optional.empty();
    };
  }

  /// Against all earlier jobs of the model: what is the same is the request, wherever it came from.
  private static List<Finding> earlier(DraftState state, DistinctRequests.Counted counted) {
    boolean onlyNew = state.draft().onlyNew();
    if (counted.earlier().isEmpty()) {
      return onlyNew ? List.of(Finding.ok("new.all", counted.rows())) : List.of();
    }
    if (!onlyNew) {
      return List.of(Finding.ok("new.off", counted.earlier().size()));
    }
    return List.of(
        counted.requests() == 0
            ? Finding.stop("new.none", counted.rows())
            : Finding.ok("new.on", counted.asked(), counted.rows()));
  }

  private static Finding shared(DraftState state, DistinctRequests.Counted counted) {
    if (!state.shares()) {
      return Finding.ok("shared.off", counted.asked(), counted.requests());
    }
    return saved(state, counted)
        .map(usd -> Finding.ok("shared.on", counted.asked(), counted.requests(), usd))
        .orElseGet(() -> Finding.ok("shared.on-unpriced", counted.asked(), counted.requests()));
  }

  /// In USD, in the middle of what is expected.
  private static Optional<Double> saved(DraftState state, DistinctRequests.Counted counted) {
    double more = (double) counted.asked() / Math.max(1, counted.requests()) - 1;
    return DraftCost.price(state).map(usd -> middle(usd) * more);
  }

  private static double middle(UsdRange usd) {
    return (usd.low() + usd.high()) / 2;
  }
}
