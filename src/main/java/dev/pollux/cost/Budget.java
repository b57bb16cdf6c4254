package dev.pollux.cost;

import dev.pollux.domain.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a person is ready to spend on one job, in USD. Held against the upper end of the estimate:
/// a range that reaches above a limit can end above it.
///
/// @param askAbove beyond it the person is asked before a job is sent
/// @param cap beyond it a job is not sent; empty for none
public record Budget(double askAbove, OptionalDouble cap) {
  public static final Budget DEFAULT = new Budget(10, OptionalDouble.empty());

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

  /// Whether the finding wants a yes from the person before the job is sent.
  public static boolean asks(Finding finding) {
    return finding.code().equals("budget.ask");
  }
}
