package dev.pollux.sandbox.store;

import dev.pollux.testing.ZetaSqlOracle;

/// What Google's own implementation makes of a statement.
final class SqlOracle {
  private final ZetaSqlOracle oracle = new ZetaSqlOracle();

  void table(String name, String query) {
    oracle.table(name, query);
  }

  SqlFate run(String sql) {
    try {
      ZetaSqlOracle.Result result = oracle.evaluate(sql);
      return new SqlFate.Answer(
          result.names().stream().map(n -> n.startsWith("$") ? "" : n).toList(),
          result.types(),
          result.rows());
    } catch (ZetaSqlOracle.Refused e) {
      return refused(sql, String.valueOf(e.getMessage()));
    }
  }

  private SqlFate refused(String sql, String words) {
    try {
      var _ = oracle.analyse(sql);
    } catch (ZetaSqlOracle.Refused e) {
      return new SqlFate.Wrong(words);
    }
    // It makes no arrays of more than 16000 elements; BigQuery does.
    boolean unable =
        words.contains("nimplemented")
            || words.contains("nternal")
            || words.contains("more than 16000 elements");
    return unable ? new SqlFate.NotServed(words) : new SqlFate.Fails(words);
  }
}
