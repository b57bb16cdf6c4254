package dev.pollux.ui.results.summary;

import dev.pollux.results.summary.Bar;
import dev.pollux.results.summary.Distribution;
import dev.pollux.results.summary.Picked;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the picked bars choose.
///
/// @param rows empty where nothing is picked
/// @param counts of each bar how many of its rows are among those, by chart and place
record Narrowed(Picked picked, Optional<BitSet> rows, Map<String, List<Integer>> counts) {
  static final Narrowed NOTHING = new Narrowed(Picked.NOTHING, Optional.empty(), Map.of());

  Narrowed {
    counts = Map.copyOf(counts);
  }

  static Narrowed of(Picked picked, List<Distribution> charts) {
    Optional<BitSet> rows = picked.rows(charts);
    if (rows.isEmpty()) {
      return NOTHING;
    }
    Map<String, List<Integer>> counts = new HashMap<>();
    for (Distribution chart : charts) {
      counts.put(chart.name(), chart.bars().stream().map(bar -> bar.countIn(rows.get())).toList());
    }
    return new Narrowed(picked, rows, counts);
  }

  /// How many rows of a bar are chosen: all of them where nothing is picked.
  int count(Distribution chart, int place) {
    Bar bar = chart.bars().get(place);
    List<Integer> of = counts.getOrDefault(chart.name(), List.of());
    return rows.isEmpty() || place >= of.size() ? bar.count() : of.get(place);
  }

  int rowCount() {
    return rows.map(BitSet::cardinality).orElse(0);
  }
}
