package dev.pollux.ledger;

import dev.pollux.domain.Finding;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.results.outcome.FateCounts;
import java.util.List;
import java.util.Optional;

/// What asking again would be, before anything is sent.
public sealed interface Retry {
  /// It can be sent.
  ///
  /// @param plans one job, or several where there are too many requests for one
  /// @param rows what became of the rows so far
  /// @param chosen how many rows are asked about again
  /// @param requests how many requests that makes: fewer where rows share one
  /// @param price what the answers may cost; empty where nobody knows
  /// @param bytes what the statement reads that makes the requests
  record Ready(
      List<RunPlan> plans,
      FateCounts rows,
      long chosen,
      long requests,
      Optional<UsdRange> price,
      long bytes)
      implements Retry {
    public Ready {
      plans = List.copyOf(plans);
    }
  }

  /// It cannot, and this is why.
  record Refused(Finding why) implements Retry {}
}
