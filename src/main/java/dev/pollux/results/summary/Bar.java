package dev.pollux.results.summary;

import java.util.BitSet;

/// One bar of a chart and the rows (0-based) that it stands for, which nobody may change.
public record Bar(Bin bin, BitSet rows) {
  public int count() {
    return rows.cardinality();
  }

  /// How many of them are among those rows.
  public int countIn(BitSet chosen) {
    BitSet both = (BitSet) rows.clone();
    both.and(chosen);
    return both.cardinality();
  }
}
