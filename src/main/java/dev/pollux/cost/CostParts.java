package dev.pollux.cost;

import dev.pollux.cost.Estimate.Kind;
import dev.pollux.models.Price;
import dev.pollux.models.Rates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The parts of a price, for one price line and one mode.
///
/// @param input tokens of all prompts
/// @param answers tokens of all answers
/// @param thoughts tokens of all thinking
/// @param rows how many are asked about
record CostParts(
    TokenSample sample,
    Interval rows,
    Interval input,
    Interval answers,
    Interval thoughts,
    double cachedShare) {
  /// A request may search more than once, and each query is billed.
  private static final double QUERIES = 3;

  Map<Kind, Interval> of(Price.Known price, Price.Mode mode) {
    Price.Tiers tiers = price.tiers(mode);
    Rates rates = tiers.normal();
    Map<Kind, Interval> parts = new EnumMap<>(Kind.class);
    // The cache is not promised: it lowers the least, and leaves the most as it is.
    parts.put(
        Kind.INPUT,
        new Interval(
            input.low() * (1 - cachedShare) * rates.input() / Rates.MILLION,
            input.high() * dearest(rates) / Rates.MILLION));
    parts.put(Kind.CACHED, input.times(cachedShare * price.cached() / Rates.MILLION));
    parts.put(Kind.ANSWERS, answers.times(rates.output() / Rates.MILLION));
    parts.put(Kind.THOUGHTS, thoughts.times(rates.output() / Rates.MILLION));
    parts.put(Kind.LONG_PROMPTS, longer(tiers));
    Interval before = parts.values().stream().reduce(Interval.ZERO, Interval::plus);
    parts.put(Kind.REGIONAL, before.times(price.premium()));
    parts.put(Kind.SEARCH, searches(price.search()));
    return parts;
  }

  /// The service counts all tokens in one sum: where audio may be among them, all could be audio.
  private double dearest(Rates rates) {
    return sample.listening() == 0 ? rates.input() : Math.max(rates.input(), rates.audio());
  }

  /// The surcharge of long prompts on what goes in and on what comes out.
  private Interval longer(Price.Tiers tiers) {
    List<Double> tokens =
        sample.tokens().stream().map(t -> tiers.isLong(t) ? (double) t : 0.0).toList();
    if (tokens.stream().allMatch(t -> t == 0)) {
      return Interval.ZERO;
    }
    List<Double> shares = tokens.stream().map(t -> t > 0 ? 1.0 : 0.0).toList();
    Interval in = MeanInterval.of(tokens, rows.high(), 0).times(rows);
    Interval share = MeanInterval.of(shares, rows.high(), 0).atMost(1);
    Interval out = answers.plus(thoughts).times(share);
    Rates normal = tiers.normal();
    Rates longer = tiers.longer();
    return in.times(Math.max(0, longer.input() - normal.input()) / Rates.MILLION)
        .plus(out.times(Math.max(0, longer.output() - normal.output()) / Rates.MILLION));
  }

  private Interval searches(Price.Search search) {
    if (sample.searching() == 0) {
      return Interval.ZERO;
    }
    double share = (double) sample.searching() / sample.size();
    double least = Math.max(0, rows.low() * share - search.freeEachMonth());
    double most = rows.high() * share * QUERIES;
    return new Interval(least, most).times(search.per1000() / 1000);
  }
}
