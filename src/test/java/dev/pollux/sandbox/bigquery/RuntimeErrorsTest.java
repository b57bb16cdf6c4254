package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.QueryJobConfiguration;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ZetaSqlOracle;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong while a statement runs is said as Google's own implementation says it.
class RuntimeErrorsTest {
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery client;
  private static final ZetaSqlOracle ORACLE = new ZetaSqlOracle();

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    client = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static String ours(String sql) throws InterruptedException {
    try {
      client.query(QueryJobConfiguration.of(sql));
      return "no error";
    } catch (BigQueryException e) {
      return e.getError().getReason() + ": " + e.getError().getMessage();
    }
  }

  private static String theirs(String sql) {
    try {
      ORACLE.evaluate(sql);
      return "no error";
    } catch (ZetaSqlOracle.Refused e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CAST(x AS INT64) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS FLOAT64) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS BOOL) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS DATE) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS TIMESTAMP) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS NUMERIC) FROM UNNEST(['abc']) x",
        "SELECT CAST(x AS STRING) FROM UNNEST([b'\\xff']) x",
        "SELECT CAST(x AS INT64) FROM UNNEST([1e30]) x",
        "SELECT 1 / x FROM UNNEST([0]) x",
        "SELECT 1.5 / x FROM UNNEST([0]) x",
        "SELECT DIV(3, x) FROM UNNEST([0]) x",
        "SELECT MOD(3, x) FROM UNNEST([0]) x",
        "SELECT x + 1 FROM UNNEST([9223372036854775807]) x",
        "SELECT x - 10 FROM UNNEST([-9223372036854775807]) x",
        "SELECT x * 2 FROM UNNEST([9223372036854775807]) x",
        "SELECT -x FROM UNNEST([-9223372036854775808]) x",
        "SELECT SUM(x) FROM UNNEST([9223372036854775807, 1]) x",
        "SELECT [1, 2][OFFSET(x)] FROM UNNEST([9]) x",
        "SELECT [1, 2][ORDINAL(x)] FROM UNNEST([0]) x",
        "SELECT ERROR(x) FROM UNNEST(['boom: 1']) x",
        "SELECT INT64(x) FROM UNNEST([JSON '\"a\"']) x",
        "SELECT STRING(x) FROM UNNEST([JSON '1']) x",
        "SELECT SUBSTR('abc', 1, x) FROM UNNEST([-1]) x",
        "SELECT REPEAT('abc', x) FROM UNNEST([-1]) x",
        "SELECT REGEXP_CONTAINS('a', x) FROM UNNEST(['(']) x",
        "SELECT REGEXP_REPLACE('a', x, '') FROM UNNEST(['[']) x",
        "SELECT PARSE_DATE('%Y-%m-%d', x) FROM UNNEST(['abc']) x",
        "SELECT FROM_BASE64(x) FROM UNNEST(['a']) x",
        "SELECT FROM_HEX(x) FROM UNNEST(['zz']) x",
        "SELECT DATE_ADD(x, INTERVAL 1 DAY) FROM UNNEST([DATE '9999-12-31']) x",
        "SELECT LN(x) FROM UNNEST([-1]) x",
        "SELECT SQRT(x) FROM UNNEST([-1]) x",
        "SELECT LOG10(x) FROM UNNEST([0]) x",
        "SELECT EXP(x) FROM UNNEST([1000]) x",
        "SELECT DATE_SUB(x, INTERVAL 2 YEAR) FROM UNNEST([DATE '0001-12-31']) x",
        "SELECT DATETIME_SUB(x, INTERVAL 2 YEAR) FROM UNNEST([DATETIME '0001-12-31 00:00:00']) x",
        "SELECT TIMESTAMP_MILLIS(x) FROM UNNEST([300000000000000]) x",
        "SELECT POW(x, 400) FROM UNNEST([10]) x",
        "SELECT GENERATE_ARRAY(1, 10, x) FROM UNNEST([0]) x",
        "SELECT TIMESTAMP_SECONDS(x) FROM UNNEST([9223372036854775807]) x",
      })
  void saysWhatGoogleSays(String sql) throws InterruptedException {
    assertThat("invalidQuery: " + theirs(sql)).startsWith(ours(sql));
  }

  /// Where BigQuery itself is known to speak otherwise than the library does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT CAST(x AS DATETIME) FROM UNNEST(['abc']) x | Invalid datetime string: 'abc'
          SELECT CAST(x AS TIME) FROM UNNEST(['abc']) x     | Invalid time string: 'abc'
          SELECT (SELECT x FROM UNNEST([1, 2]) x)           | Scalar subquery produced more than one element
          SELECT TIMESTAMP_ADD(x, INTERVAL 1 HOUR) FROM UNNEST([TIMESTAMP '9999-12-31 23:30:00']) x | Adding 1 HOUR to timestamp 9999-12-31 23:30:00+00 causes overflow
          SELECT PARSE_JSON(x) FROM UNNEST(['{a']) x        | Invalid input to PARSE_JSON: syntax error while parsing JSON at 1: expected a key
          """)
  void saysWhatBigQuerySays(String sql, String words) throws InterruptedException {
    assertThat(ours(sql)).isEqualTo("invalidQuery: " + words);
  }
}
