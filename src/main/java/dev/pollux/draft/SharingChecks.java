package dev.pollux.draft;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.UsdRange;
import dev.pollux.prompt.SourceCheck;
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
    if (state.facts().distinct().value().orElse(null)
        instanceof DistinctRequests.TooDear(long bytes)) {
      found.add(Finding.warning("shared.not-counted", bytes / 1e9, QueryPrice.dollars(bytes)));
    }
    if (state.parts() > 1) {
      found.add(
          Finding.warning(
              "parts", state.requests().orElseThrow(), state.parts(), SourceCheck.MAX_ROWS));
    }
    return found;
  }

  /// Against all earlier jobs of the model: what is the same is the request, wherever it came from.
  private static List<Finding> earlier(DraftState state, DistinctRequests.Counted counted) {
    if (counted.earlier().isEmpty()) {
      return List.of();
    }
    if (!state.draft().onlyNew()) {
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
