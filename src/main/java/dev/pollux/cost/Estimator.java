package dev.pollux.cost;

import dev.pollux.cost.Estimate.Kind;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.Price;
import dev.pollux.models.PriceList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// From counted rows to a range of money.
public final class Estimator {
  /// A job may wait for 72 hours and run for 24
  /// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/batch-inference).
  private static final int DAYS_OF_A_JOB = 4;

  /// Tokens are counted before the job and billed after it, not by the same service: the range of
  /// the input is never narrower than this share of it.
  private static final double COUNT_FLOOR = 0.02;

  private final ModelCatalog catalog;
  private final PriceList prices;

  public Estimator(ModelCatalog catalog, PriceList prices) {
    this.catalog = catalog;
    this.prices = prices;
  }

  /// @param trial what the answered rows of a trial used; empty without one
  /// @param today when the job would be sent
  public Estimate estimate(
      PlannedJob job, TokenSample sample, List<TokenUsage> trial, LocalDate today) {
    OutputSize size = OutputSize.of(job, trial, catalog.traits(job.priced()));
    List<Double> tokens = sample.tokens().stream().map(Long::doubleValue).toList();
    Interval input = MeanInterval.of(tokens, job.rows().high(), COUNT_FLOOR).times(job.rows());
    Interval answers = size.answer().times(job.rows());
    Interval thoughts = size.thoughts().times(job.rows());
    CostParts parts =
        new CostParts(sample, job.rows(), input, answers, thoughts, size.cachedShare());
    return new Estimate(
        sample.size(),
        trial.size(),
        job.rows(),
        input,
        answers,
        thoughts,
        size.basis(),
        cost(job, parts, today));
  }

  private Optional<Estimate.Cost> cost(PlannedJob job, CostParts parts, LocalDate today) {
    if (!(prices.price(job.priced(), today, job.location()) instanceof Price.Known now)) {
      return Optional.empty();
    }
    Price.Known later =
        prices.price(job.priced(), today.plusDays(DAYS_OF_A_JOB), job.location())
                instanceof Price.Known known
            ? known
            : now;
    Map<Kind, Interval> batch = parts.of(now, Price.Mode.BATCH);
    parts
        .of(later, Price.Mode.BATCH)
        .forEach((kind, range) -> batch.merge(kind, range, Interval::with));
    Interval online =
        total(parts.of(now, Price.Mode.ONLINE)).with(total(parts.of(later, Price.Mode.ONLINE)));
    List<Estimate.Part> shown =
        Arrays.stream(Kind.values())
            .map(kind -> new Estimate.Part(kind, batch.getOrDefault(kind, Interval.ZERO)))
            .filter(part -> part.cost().high() > 0)
            .toList();
    return Optional.of(
        new Estimate.Cost(
            total(batch),
            online,
            shown,
            worst(job, parts, List.of(now, later)),
            later.from().filter(_ -> !later.from().equals(now.from())),
            prices.asOf()));
  }

  private static Interval total(Map<Kind, Interval> parts) {
    return parts.values().stream().reduce(Interval.ZERO, Interval::plus);
  }

  private static OptionalDouble worst(PlannedJob job, CostParts parts, List<Price.Known> prices) {
    OptionalInt cap = job.settings().maxOutputTokens();
    if (cap.isEmpty()) {
      return OptionalDouble.empty();
    }
    Interval all = Interval.of(cap.getAsInt()).times(job.rows());
    CostParts worst =
        new CostParts(parts.sample(), job.rows(), parts.input(), all, Interval.ZERO, 0);
    return prices.stream()
        .mapToDouble(price -> total(worst.of(price, Price.Mode.BATCH)).high())
        .max();
  }
}
