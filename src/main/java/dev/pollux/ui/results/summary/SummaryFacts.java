package dev.pollux.ui.results.summary;

import dev.pollux.results.Accounting;
import dev.pollux.results.summary.Distribution;
import dev.pollux.results.summary.Distributions;
import dev.pollux.results.summary.Expected;
import dev.pollux.run.Bills;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the page says of a run.
///
/// @param charts one for each column of the answers
/// @param ends how the answers ended
/// @param spent empty where no price is known
/// @param retries whether rows can be asked again from here
record SummaryFacts(
    Accounting accounts,
    List<Distribution> charts,
    Distribution ends,
    Optional<Bills.Spent> spent,
    boolean retries) {
  SummaryFacts {
    charts = List.copyOf(charts);
  }

  /// Takes its time where there are many rows.
  static SummaryFacts of(
      Accounting accounts,
      Optional<Bills.Spent> spent,
      Map<String, Expected> expected,
      boolean retries) {
    return new SummaryFacts(
        accounts,
        Distributions.of(accounts.values(), accounts.answers(), expected),
        Distributions.ends(accounts.values()),
        spent,
        retries);
  }

  /// The charts of which bars can be picked.
  List<Distribution> all() {
    List<Distribution> all = new ArrayList<>(charts);
    all.add(ends);
    return all;
  }

  /// The answers with a value that is not as it was asked for.
  BitSet odd() {
    BitSet odd = new BitSet();
    charts.forEach(chart -> odd.or(chart.odd()));
    return odd;
  }
}
