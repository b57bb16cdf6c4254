package dev.pollux.results;

import java.util.Arrays;
import java.util.BitSet;

/// Row numbers (0-based) of an output table, in order. Takes one bit for each row of the table, so
/// that ten million rows fit in little more than a megabyte.
public final class RowSet {
  private static final int STEP = 4_096;
  private final BitSet rows;
  private final int[] before;

  /// @param rows copied
  public RowSet(BitSet rows) {
    this.rows = (BitSet) rows.clone();
    before = new int[this.rows.length() / STEP + 1];
    for (int step = 1; step < before.length; step++) {
      int from = (step - 1) * STEP;
      before[step] = before[step - 1] + this.rows.get(from, from + STEP).cardinality();
    }
  }

  public long size() {
    return rows.cardinality();
  }

  /// Whether the row of that number is in it.
  public boolean has(int row) {
    return rows.get(row);
  }

  /// The row number at that place of the set.
  ///
  /// @throws IndexOutOfBoundsException when the set has no such place
  public long at(long place) {
    int wanted = Math.toIntExact(place);
    int found = Arrays.binarySearch(before, wanted);
    // Of steps that begin at the same place all but the last are empty.
    int step = found < 0 ? -found - 2 : found;
    while (step + 1 < before.length && before[step + 1] == wanted) {
      step++;
    }
    int row = step < 0 ? -1 : rows.nextSetBit(step * STEP);
    for (int i = step < 0 ? 0 : before[step]; i < wanted && row >= 0; i++) {
      row = rows.nextSetBit(row + 1);
    }
    if (row < 0 || wanted < 0) {
      throw new IndexOutOfBoundsException("place " + place + " of " + size());
    }
    return row;
  }
}
