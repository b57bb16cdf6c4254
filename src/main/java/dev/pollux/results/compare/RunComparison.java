package dev.pollux.results.compare;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/// Compares the answers of two runs over the same rows by reading both tables: free of charge. Both
/// have to be in memory at once; of tables that are too large for that the same rows of both are
/// taken, chosen by what they are known by.
public final class RunComparison {
  private static final long MOST_ROWS = 200_000;
  private static final long MOST_BYTES = 400_000_000;
  private final Rows rows;
  private final long mostRows;

  public RunComparison(Rows rows) {
    this(rows, MOST_ROWS);
  }

  RunComparison(Rows rows, long mostRows) {
    this.rows = rows;
    this.mostRows = mostRows;
  }

  /// @param columns of the answers, see [ComparedColumns#answers]
  /// @param read hears of how many rows of both were read so far
  /// @throws InterruptedException when the thread was interrupted between two pages
  public Comparison compare(
      TableInfo first, TableInfo second, List<Field> columns, LongConsumer read)
      throws CloudException, InterruptedException {
    int oneIn = Math.max(oneIn(first), oneIn(second));
    KeyedRows.Reading reading =
        new KeyedRows.Reading(ComparedColumns.keys(first, second), columns, oneIn);
    KeyedRows one = reading.of(rows, first, read);
    long before = Math.max(0, first.rows());
    KeyedRows other = reading.of(rows, second, done -> read.accept(before + done));
    return new Pairing(one, other, columns).comparison(oneIn);
  }

  private int oneIn(TableInfo table) {
    long byRows = (Math.max(0, table.rows()) + mostRows - 1) / mostRows;
    long byBytes = (Math.max(0, table.bytes()) + MOST_BYTES - 1) / MOST_BYTES;
    return Math.toIntExact(Math.max(1, Math.max(byRows, byBytes)));
  }

  private static final class Pairing {
    private final KeyedRows one;
    private final KeyedRows other;
    private final List<Field> columns;
    private final List<ColumnAgreement> agreements;

    Pairing(KeyedRows one, KeyedRows other, List<Field> columns) {
      this.one = one;
      this.other = other;
      this.columns = columns;
      this.agreements = columns.stream().map(ColumnAgreement::new).toList();
    }

    Comparison comparison(int oneIn) {
      List<RowPair> pairs = new ArrayList<>();
      long onlyFirst = 0;
      long alike = one.left() + other.left();
      for (var entry : one.rows().entrySet()) {
        UUID key = entry.getKey();
        KeyedRows.Answer second = other.rows().get(key);
        if (second != null) {
          pairs.add(pair(entry.getValue(), second));
        } else if (other.alike().contains(key)) {
          alike++;
        } else {
          onlyFirst++;
        }
      }
      long onlySecond =
          other.rows().keySet().stream().filter(key -> !one.rows().containsKey(key)).count();
      long alikeInFirst = other.rows().keySet().stream().filter(one.alike()::contains).count();
      return new Comparison(
          columns,
          pairs,
          agreements.stream().map(ColumnAgreement::result).toList(),
          onlyFirst,
          onlySecond - alikeInFirst,
          alike + alikeInFirst,
          oneIn);
    }

    private RowPair pair(KeyedRows.Answer first, KeyedRows.Answer second) {
      RowPair pair =
          new RowPair(
              first.row(),
              first.outcome(),
              first.values(),
              second.outcome(),
              second.values(),
              new BitSet());
      if (pair.isAnsweredByBoth()) {
        for (int i = 0; i < columns.size(); i++) {
          boolean same = agreements.get(i).add(first.values().get(i), second.values().get(i));
          pair.differs().set(i, !same);
        }
      }
      return pair;
    }
  }
}
