package dev.pollux.cost;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.models.Price;
import dev.pollux.models.Rates;
import java.util.List;

/// What used tokens cost, in USD. Rows that the service refused have no usage and are not billed;
/// answers that were cut by the limit, blocked or empty are.
public final class Bill {
  private Bill() {}

  /// One answer: its prompt decides whether the price for long ones holds.
  public static double row(TokenUsage usage, Price.Known price, Price.Mode mode) {
    return cost(usage, price, price.tiers(mode).of(usage.prompt()));
  }

  /// Many answers, one by one.
  public static double rows(List<TokenUsage> usages, Price.Known price, Price.Mode mode) {
    return usages.stream().mapToDouble(usage -> row(usage, price, mode)).sum();
  }

  /// The sums of many answers: of those to prompts that are not long, and of those that are.
  public static double totals(
      TokenUsage normal, TokenUsage longer, Price.Known price, Price.Mode mode) {
    Price.Tiers tiers = price.tiers(mode);
    return cost(normal, price, tiers.normal()) + cost(longer, price, tiers.longer());
  }

  private static double cost(TokenUsage usage, Price.Known price, Rates rates) {
    double usd =
        (usage.prompt() - usage.cached()) * rates.input()
            + usage.cached() * price.cached()
            + usage.output() * rates.output();
    return usd * (1 + price.premium()) / Rates.MILLION;
  }
}
