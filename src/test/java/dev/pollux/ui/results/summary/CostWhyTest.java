package dev.pollux.ui.results.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.results.Accounting;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.run.Bills;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The likeliest reason for a price other than the one that was told.
class CostWhyTest {
  @ParameterizedTest
  @CsvSource({
    // usd, low, high, answered, unanswered, thoughts
    "2.00, 1.00, 3.00, 100,  0,  0, WITHIN",
    "1.00, 1.00, 3.00, 100,  0,  0, WITHIN",
    "3.00, 1.00, 3.00, 100,  0,  0, WITHIN",
    "0.90, 1.00, 3.00, 100,  5,  0, LESS_SHORTER",
    "0.90, 1.00, 3.00, 100,  6,  0, LESS_UNANSWERED",
    "0.0103, 0.004, 0.0100, 100, 0, 0, WITHIN",
    "0.0106, 0.004, 0.0100, 100, 0, 0, MORE_LONGER",
    "3.10, 1.00, 3.00, 100, 50, 10, MORE_LONGER",
    "3.10, 1.00, 3.00, 100,  0, 11, MORE_THOUGHTS",
  })
  void isSaid(
      double usd, double low, double high, int answered, int failed, long thoughts, CostWhy why) {
    Accounting.Tally tally = new Accounting.Tally(_ -> false);
    for (int i = 0; i < answered; i++) {
      tally.add(new RowOutcome.Answered("fine", "STOP", new TokenUsage(100, 0, 10, thoughts), ""));
    }
    for (int i = 0; i < failed; i++) {
      tally.add(new RowOutcome.Missing());
    }
    Accounting all = tally.against(Optional.empty());
    Bills.Spent spent = new Bills.Spent(usd, Optional.of(new UsdRange(low, high)), LocalDate.EPOCH);
    assertThat(CostWhy.of(spent, all)).isEqualTo(why);
    assertThat(CostWhy.of(new Bills.Spent(usd, Optional.empty(), LocalDate.EPOCH), all))
        .isEqualTo(CostWhy.NOT_TOLD);
  }
}
