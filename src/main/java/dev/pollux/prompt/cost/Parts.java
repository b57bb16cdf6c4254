package dev.pollux.prompt.cost;

import dev.pollux.prompt.cost.Estimate.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The parts of a price, for one price line and one mode.
///
/// @param input tokens of all prompts
/// @param answers tokens of all answers
/// @param thoughts tokens of all thinking
/// @param rows how many are asked about
record Parts(
    Sample sample, Range rows, Range input, Range answers, Range thoughts, double cachedShare) {
  /// A request may search more than once, and each query is billed.
  private static final double QUERIES = 3;

  Map<Kind, Range> of(Price.Known price, Price.Mode mode) {
    Price.Tiers tiers = price.tiers(mode);
    Rates rates = tiers.normal();
    Map<Kind, Range> parts = new EnumMap<>(Kind.class);
    // The cache is not promised: it lowers the least, and leaves the most as it is.
    parts.put(
        Kind.INPUT,
        new Range(
            input.low() * (1 - cachedShare) * rates.input() / Rates.MILLION,
            input.high() * dearest(rates) / Rates.MILLION));
    parts.put(Kind.CACHED, input.times(cachedShare * price.cached() / Rates.MILLION));
    parts.put(Kind.ANSWERS, answers.times(rates.output() / Rates.MILLION));
    parts.put(Kind.THOUGHTS, thoughts.times(rates.output() / Rates.MILLION));
    parts.put(Kind.LONG_PROMPTS, longer(tiers));
    Range before = parts.values().stream().reduce(Range.ZERO, Range::plus);
    parts.put(Kind.REGIONAL, before.times(price.premium()));
    parts.put(Kind.SEARCH, searches(price.search()));
    return parts;
  }

  /// The count does not say which tokens are sound.
  private double dearest(Rates rates) {
    return sample.listening() == 0 ? rates.input() : Math.max(rates.input(), rates.audio());
  }

  /// The surcharge of long prompts on what goes in and on what comes out.
  private Range longer(Price.Tiers tiers) {
    List<Double> tokens =
        sample.tokens().stream().map(t -> tiers.isLong(t) ? (double) t : 0.0).toList();
    if (tokens.stream().allMatch(t -> t == 0)) {
      return Range.ZERO;
    }
    List<Double> shares = tokens.stream().map(t -> t > 0 ? 1.0 : 0.0).toList();
    Range in = Mean.of(tokens, rows.high(), 0).times(rows);
    Range share = Mean.of(shares, rows.high(), 0).atMost(1);
    Range out = answers.plus(thoughts).times(share);
    return in.times((tiers.longer().input() - tiers.normal().input()) / Rates.MILLION)
        .plus(out.times((tiers.longer().output() - tiers.normal().output()) / Rates.MILLION));
  }

  private Range searches(Price.Search search) {
    if (sample.searching() == 0) {
      return Range.ZERO;
    }
    double share = (double) sample.searching() / sample.size();
    double least = Math.max(0, rows.low() * share - search.freeEachMonth());
    double most = rows.high() * share * QUERIES;
    return new Range(least, most).times(search.per1000() / 1000);
  }
}
