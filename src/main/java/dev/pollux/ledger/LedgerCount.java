package dev.pollux.ledger;

import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.RowFate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What [dev.pollux.ledger.sql.LedgerSql#count] found.
///
/// @param distinct how many requests the rows of each fate make
record LedgerCount(FateCounts rows, Map<RowFate, Long> distinct) {
  static LedgerCount of(QueryResult result) {
    Map<RowFate, Long> rows = new EnumMap<>(RowFate.class);
    Map<RowFate, Long> distinct = new EnumMap<>(RowFate.class);
    for (Row row : result.rows()) {
      RowFate fate = RowFate.valueOf(text(row, 0));
      rows.put(fate, Long.parseLong(text(row, 1)));
      distinct.put(fate, Long.parseLong(text(row, 2)));
    }
    return new LedgerCount(new FateCounts(rows), distinct);
  }

  private static String text(Row row, int at) {
    return row.values().get(at) instanceof Value.Scalar(String text) ? text : "";
  }

  /// Equal requests meet the same fate, so that no request is counted twice.
  long requests(Set<RowFate> fates) {
    return distinct.entrySet().stream()
        .filter(entry -> fates.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// Whether rows that came out were not found again among those that went in: the table was
  /// changed since, or the service wrote them in another form. Then nobody knows which are missing.
  boolean isUnclear(LedgerTables tables) {
    if (tables.keyed() || tables.key() == RowKey.REQUEST) {
      return false;
    }
    long out =
        tables.outputs().stream()
            .filter(output -> output.attempt() == 1)
            .mapToLong(output -> Math.max(0, output.table().rows()))
            .sum();
    return rows.of(RowFate.MISSING) > Math.max(0, rows.input() - out);
  }
}
