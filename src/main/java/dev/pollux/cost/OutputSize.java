package dev.pollux.cost;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.models.ModelTraits;
import dev.pollux.models.ThinkingSize;
import dev.pollux.prompt.answer.AnswerSize;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one answer takes on average, and how that was found.
///
/// @param cachedShare of the prompt that came from the cache, by the trial
public record OutputSize(Interval answer, Interval thoughts, Basis basis, double cachedShare) {
  /// A trial of a few rows that were not drawn at random says less than its spread.
  private static final double TRIAL_FLOOR = 0.1;

  private static final Interval PROSE = new Interval(20, 600);

  /// Where the size of the answers is from.
  public enum Basis {
    /// Rows that were tried.
    TRIAL,
    /// The columns of the answer; thinking is assumed.
    SCHEMA,
    /// Nothing but experience.
    ASSUMED
  }

  static OutputSize of(PlannedJob job, List<TokenUsage> trial, ModelTraits traits) {
    OutputSize size = trial.isEmpty() ? guess(job, traits) : tried(trial, job.rows().high());
    if (job.settings().maxOutputTokens().isEmpty()) {
      return size;
    }
    double cap = job.settings().maxOutputTokens().getAsInt();
    Interval thoughts = size.thoughts.atMost(cap);
    Interval answer =
        new Interval(
            Math.min(size.answer.low(), cap - thoughts.low()),
            Math.min(size.answer.high(), cap - thoughts.low()));
    return new OutputSize(answer, thoughts, size.basis, size.cachedShare);
  }

  private static OutputSize guess(PlannedJob job, ModelTraits traits) {
    ThinkingSize thoughts = ThinkingSize.of(job.settings(), traits);
    Interval thinking = new Interval(thoughts.low(), thoughts.high());
    return job.answer()
        .map(AnswerSize::of)
        .map(size ->
            new OutputSize(new Interval(size.low(), size.high()), thinking, Basis.SCHEMA, 0))
        .orElseGet(() -> new OutputSize(PROSE, thinking, Basis.ASSUMED, 0));
  }

  private static OutputSize tried(List<TokenUsage> trial, double rows) {
    double prompt = trial.stream().mapToLong(TokenUsage::prompt).sum();
    double cached = trial.stream().mapToLong(TokenUsage::cached).sum();
    return new OutputSize(
        mean(trial, TokenUsage::answer, rows),
        mean(trial, TokenUsage::thoughts, rows),
        Basis.TRIAL,
        prompt == 0 ? 0 : Math.min(1, cached / prompt));
  }

  private static Interval mean(
      List<TokenUsage> trial, ToDoubleFunction<TokenUsage> tokens, double rows) {
    return MeanInterval.of(trial.stream().map(tokens::applyAsDouble).toList(), rows, TRIAL_FLOOR);
  }
}
