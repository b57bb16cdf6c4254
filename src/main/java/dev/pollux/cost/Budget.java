package dev.pollux.cost;

import dev.pollux.domain.Finding;
import dev.pollux.domain.job.UsdRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a person is ready to spend on one job, in USD. Held against the upper end of the estimate:
/// a range that reaches above a limit can end above it.
///
/// @param askAbove beyond it the person is asked before a job is sent
/// @param cap beyond it a job is not sent; empty for none
/// @param queryGigabytes a query that reads more is not run unasked; one gigabyte costs less than a
///   cent
public record Budget(double askAbove, OptionalDouble cap, double queryGigabytes) {
  public static final Budget DEFAULT = new Budget(10, OptionalDouble.empty());

  /// With the usual limit on queries.
  public Budget(double askAbove, OptionalDouble cap) {
    this(askAbove, cap, 1);
  }

  /// Whether a person is asked before a query that reads so many bytes is run.
  public boolean asksQuery(long bytes) {
    return bytes > queryGigabytes * 1e9;
  }

  /// How many bytes a query may be billed for that runs unasked; BigQuery bills 10 MB at least.
  public long unaskedBytes() {
    return Math.max(10L << 20, (long) (queryGigabytes * 1e9));
  }

  /// What is to be said of an estimate. An `asks` finding is a warning: see [#asks(Finding)].
  ///
  /// @param estimate empty where nothing was counted yet
  public List<Finding> check(Optional<Estimate> estimate) {
    Optional<Estimate.Cost> cost = estimate.flatMap(Estimate::cost);
    if (cost.isEmpty()) {
      return cap.isPresent()
          ? List.of(Finding.stop("budget.unknown", cap.getAsDouble()))
          : List.of();
    }
    Interval batch = cost.get().batch();
    if (cap.isPresent() && batch.high() > cap.getAsDouble()) {
      return List.of(Finding.stop("budget.cap", batch.high(), cap.getAsDouble()));
    }
    if (batch.high() > askAbove) {
      return List.of(Finding.warning("budget.ask", batch.high(), askAbove));
    }
    return List.of();
  }

  /// Why something of that price is not sent; empty where it may be.
  ///
  /// @param price empty where nobody knows
  public Optional<Finding> stops(Optional<UsdRange> price) {
    if (cap.isEmpty() || (price.isPresent() && price.get().high() <= cap.getAsDouble())) {
      return Optional.empty();
    }
    return Optional.of(
        price.isEmpty()
            ? Finding.stop("budget.unknown", cap.getAsDouble())
            : Finding.stop("budget.cap", price.get().high(), cap.getAsDouble()));
  }

  /// Whether the finding wants a yes from the person before the job is sent.
  public static boolean asks(Finding finding) {
    return finding.code().equals("budget.ask");
  }
}
