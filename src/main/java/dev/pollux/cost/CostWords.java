package dev.pollux.cost;

import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// An estimate in words, which are the same in the window and in a terminal.
public record CostWords(Words words) {
  /// From the least to the most, or one amount where people read the same of both.
  public String range(Interval usd) {
    return Money.range(words, usd.low(), usd.high());
  }

  /// What the same cost before.
  ///
  /// @param sent when it was decided
  public String before(Instant sent, double usd) {
    LocalDate day = LocalDate.ofInstant(sent, ZoneId.systemDefault());
    return words.get("wizard.cost.before", day, Money.usd(words, usd));
  }

  /// What it comes to if every answer is as long as it may be.
  public String worst(double usd) {
    return words.get("wizard.cost.worst", Money.usd(words, usd));
  }

  /// How the estimate was found: what was counted, and where the length of the answers is from.
  ///
  /// @param spread whether the rows were drawn over the whole table
  public String found(Estimate estimate, boolean spread) {
    String counted =
        words.get(
            spread ? "wizard.cost.found" : "wizard.cost.found-read",
            estimate.counted(),
            Math.round(estimate.rows().high()));
    String answers =
        switch (estimate.basis()) {
          case TRIAL -> words.get("wizard.cost.basis.TRIAL", estimate.tried());
          case SCHEMA -> words.get("wizard.cost.basis.SCHEMA");
          case ASSUMED -> words.get("wizard.cost.basis.ASSUMED");
        };
    return counted + " " + answers;
  }

  /// That nothing is billed.
  public String simulated() {
    return words.get("wizard.cost.simulated");
  }

  /// That there is no estimate. Why follows it.
  public String failed() {
    return words.get("wizard.cost.failed");
  }
}
