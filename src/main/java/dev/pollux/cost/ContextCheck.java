package dev.pollux.cost;

import dev.pollux.domain.Finding;
import java.util.Collections;
import java.util.Optional;

/// Whether requests fit into what a model reads at once. A row that does not fit fails by itself,
/// after the job has waited for its turn.
public final class ContextCheck {
  /// Rows that were not counted may be longer than those that were.
  private static final double NEAR = 0.8;

  private ContextCheck() {}

  /// @param sample requests that the service counted
  /// @param model as people know it
  /// @param contextTokens what it reads at once; 0 where nobody knows
  /// @param reserved of these, what its answer may take: 0 where answers have a place of their own
  /// @return empty where nothing can be said
  public static Optional<Finding> check(
      TokenSample sample, String model, long contextTokens, long reserved) {
    if (sample.size() == 0 || contextTokens == 0) {
      return Optional.empty();
    }
    long longest = Collections.max(sample.tokens());
    long over = sample.tokens().stream().filter(tokens -> tokens > contextTokens).count();
    if (over > 0) {
      return Optional.of(
          Finding.stop("context.over", over, sample.size(), longest, model, contextTokens));
    }
    if (longest + reserved > contextTokens) {
      return Optional.of(
          Finding.warning(
              "context.shared", sample.size(), longest, model, contextTokens, reserved));
    }
    return Optional.of(
        longest > NEAR * contextTokens
            ? Finding.warning("context.near", sample.size(), longest, model, contextTokens)
            : Finding.ok("context.fits", sample.size(), longest, model, contextTokens));
  }
}
