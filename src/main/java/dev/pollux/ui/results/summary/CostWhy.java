package dev.pollux.ui.results.summary;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.results.Accounting;
import dev.pollux.run.Bills;
import dev.pollux.text.Money;
import java.util.Optional;

/// How the price of the answers stands to what the person was told before, and the likeliest reason
/// for a difference.
enum CostWhy {
  /// Nobody was told a price.
  NOT_TOLD,
  WITHIN,
  /// Less, since more than one row in twenty has no answer, which is not billed as one.
  LESS_UNANSWERED,
  /// Less, since prompts or answers were shorter than those that were tried.
  LESS_SHORTER,
  /// More, and more than half of what was written are thoughts.
  MORE_THOUGHTS,
  /// More, since prompts or answers were longer than those that were tried.
  MORE_LONGER;

  static CostWhy of(Bills.Spent spent, Accounting all) {
    Optional<UsdRange> told = spent.estimate();
    if (told.isEmpty()) {
      return NOT_TOLD;
    }
    // A cent of rounding is no difference.
    if (spent.usd() < told.get().low() * 0.995) {
      return (all.input() - all.answered()) * 20 > all.input() ? LESS_UNANSWERED : LESS_SHORTER;
    }
    if (spent.usd() <= told.get().high() * 1.005 || Money.same(spent.usd(), told.get().high())) {
      return WITHIN;
    }
    TokenUsage used = all.tokens().plus(all.longTokens());
    return used.thoughts() > used.answer() ? MORE_THOUGHTS : MORE_LONGER;
  }
}
