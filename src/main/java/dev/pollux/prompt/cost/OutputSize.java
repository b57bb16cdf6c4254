package dev.pollux.prompt.cost;

import dev.pollux.prompt.catalog.AnswerSize;
import dev.pollux.prompt.catalog.ModelTraits;
import dev.pollux.prompt.catalog.ThoughtSize;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one answer takes on average, and how that was found.
///
/// @param cachedShare of the prompt that came from the cache, by the trial
public record OutputSize(Range answer, Range thoughts, Basis basis, double cachedShare) {
  /// A trial of a few rows that were not drawn at random says less than its spread.
  private static final double TRIAL_FLOOR = 0.1;

  private static final Range PROSE = new Range(20, 600);

  /// Where the size of the answers is from.
  public enum Basis {
    /// Rows that were tried.
    TRIAL,
    /// The columns of the answer; thinking is assumed.
    SCHEMA,
    /// Nothing but experience.
    ASSUMED
  }

  static OutputSize of(Planned job, List<Usage> trial, ModelTraits traits) {
    OutputSize size = trial.isEmpty() ? guess(job, traits) : tried(trial, job.rows().high());
    if (job.settings().maxOutputTokens().isEmpty()) {
      return size;
    }
    double cap = job.settings().maxOutputTokens().getAsInt();
    Range thoughts = size.thoughts.atMost(cap);
    Range answer =
        new Range(
            Math.min(size.answer.low(), cap - thoughts.low()),
            Math.min(size.answer.high(), cap - thoughts.low()));
    return new OutputSize(answer, thoughts, size.basis, size.cachedShare);
  }

  private static OutputSize guess(Planned job, ModelTraits traits) {
    ThoughtSize thoughts = ThoughtSize.of(job.settings(), traits);
    Range thinking = new Range(thoughts.low(), thoughts.high());
    return job.answer()
        .map(AnswerSize::of)
        .map(size -> new OutputSize(new Range(size.low(), size.high()), thinking, Basis.SCHEMA, 0))
        .orElseGet(() -> new OutputSize(PROSE, thinking, Basis.ASSUMED, 0));
  }

  private static OutputSize tried(List<Usage> trial, double rows) {
    double prompt = trial.stream().mapToLong(Usage::prompt).sum();
    double cached = trial.stream().mapToLong(Usage::cached).sum();
    return new OutputSize(
        mean(trial, Usage::answer, rows),
        mean(trial, Usage::thoughts, rows),
        Basis.TRIAL,
        prompt == 0 ? 0 : Math.min(1, cached / prompt));
  }

  private static Range mean(List<Usage> trial, ToDoubleFunction<Usage> tokens, double rows) {
    return Mean.of(trial.stream().map(tokens::applyAsDouble).toList(), rows, TRIAL_FLOOR);
  }
}
