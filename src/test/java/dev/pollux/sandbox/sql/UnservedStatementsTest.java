package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.duckdb.ExpandedSize;
import dev.pollux.sandbox.sql.function.Calls;
import dev.pollux.sandbox.sql.syntax.UnservedFunctions;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What BigQuery has and the sandbox has not is refused in those words: not as a mistake of who
/// wrote it.
class UnservedStatementsTest {
  private static final ZetaSqlOracle ORACLE = new ZetaSqlOracle();
  private static final TableCatalog NO_TABLES =
      new TableCatalog() {
        @Override
        public String defaultProject() {
          return "p";
        }

        @Override
        public Optional<String> defaultDataset() {
          return Optional.of("d");
        }

        @Override
        public Optional<VisibleTable> table(TablePath path) {
          return Optional.empty();
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT RANGE<DATE> '[2024-01-01, 2024-02-01)'",
        "SELECT x, GROUPING(x) FROM UNNEST([1]) x GROUP BY ROLLUP(x)",
        "SELECT ARRAY_FILTER([1, 2], e -> e > 1)",
        "SELECT ARRAY_TRANSFORM([1, 2], (e, i) -> e + i)",
        "SELECT @{hint=1} 1",
        "SELECT z, BIT_AND(x), BIT_OR(x) FROM (SELECT 1 x, 3 z) GROUP BY z",
        "SELECT z, HLL_COUNT.INIT(x) FROM (SELECT 1 x, 3 z) GROUP BY z",
        "SELECT LAST_DAY(DATE '2024-01-01', MONTH)",
        "SELECT TIME_TRUNC(TIME '10:11:12', HOUR)",
        "SELECT TIME_DIFF(TIME '10:11:12', TIME '09:11:12', MINUTE)",
        "SELECT TIME(1, 2, 3)",
        "SELECT DATETIME(2024, 1, 2, 3, 4, 5)",
        "SELECT TIMESTAMP('2024-01-02', 'America/New_York')",
        "SELECT STRING(TIMESTAMP '2024-01-02', 'America/New_York')",
        "SELECT INSTR('banana', 'an', 1, 2)",
        "SELECT JSON_OBJECT(['a', 'b'], [1, 2])",
        "SELECT SUBSTR(b'abc', 1), LEFT(b'abc', 1)",
        "SELECT RIGHT(b'abc', 1)",
        "SELECT LPAD(b'abc', 5)",
        "SELECT RPAD(b'abc', 5, b'x')",
        "SELECT REPEAT(b'abc', 2)",
        "SELECT STRPOS(b'abc', b'c')",
        "SELECT REVERSE(b'abc')",
        "SELECT POW(NUMERIC '2', 2)",
        "SELECT SQRT(NUMERIC '2')",
        "SELECT ROUND(NUMERIC '2.5')",
        "SELECT CEIL(NUMERIC '2.5')",
        "SELECT STDDEV(x) FROM UNNEST([NUMERIC '2.5']) x",
        "SELECT VAR_POP(x) FROM UNNEST([NUMERIC '2.5']) x",
        "SELECT ABS(BIGNUMERIC '2.5')",
        "SELECT BIGNUMERIC '2.5' + 1",
        "SELECT BIGNUMERIC '2.5' < 3",
        "SELECT SUM(x) FROM UNNEST([BIGNUMERIC '2.5']) x",
        "SELECT STRUCT(1, NULL) IN (SELECT AS STRUCT 1, 2)",
        "SELECT (1, NULL) IN UNNEST([(1, 2)])",
        "SELECT 1 & 2",
        "SELECT INTERVAL 1 DAY",
        "SELECT CAST('[2020-01-01, 2020-02-01)' AS RANGE<DATE>)",
      })
  void saysThatItIsNotSupported(String statement) {
    var _ = ORACLE.analyse(statement);
    SqlException refused =
        catchThrowableOfType(
            SqlException.class, () -> GoogleSql.translate(statement, Parameters.none(), NO_TABLES));
    assertThat(refused).isNotNull();
    assertThat(refused.text()).contains("not served by the sandbox");
    assertThat(refused.reason()).isEqualTo(SqlException.RefusalReason.NOT_IMPLEMENTED);
  }

  /// What the oracle does not know: system variables, and the tables about tables.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT @@time_zone",
        "SELECT MAX_BY(x, y) FROM (SELECT 1 x, 2 y, 3 z) GROUP BY z",
        "SELECT z, MIN_BY(x, y) FROM (SELECT 1 x, 2 y, 3 z) GROUP BY z",
        "SELECT table_name FROM d.INFORMATION_SCHEMA.TABLES",
        "SELECT _PARTITIONTIME FROM (SELECT 1 x)",
      })
  void saysItOfWhatOnlyBigQueryHas(String statement) {
    SqlException refused =
        catchThrowableOfType(
            SqlException.class, () -> GoogleSql.translate(statement, Parameters.none(), NO_TABLES));
    assertThat(refused.text()).contains("not served by the sandbox");
  }

  /// Words of the language, which the oracle keeps as functions.
  private static final Set<String> OPERATORS =
      Set.of(
          "AGG", "AND", "APPLY", "BETWEEN", "CASE", "IN", "LIKE", "NOT", "OR", "SAME", "SUBSCRIPT");

  private static SqlException refusal(String statement) {
    return catchThrowableOfType(
        SqlException.class, () -> GoogleSql.translate(statement, Parameters.none(), NO_TABLES));
  }

  /// Each function that Google's own implementation has is served, or said to be not served.
  @Test
  void knowsTheFunctionsThatThereAre() {
    assertThat(
            ORACLE.functions().stream()
                .distinct()
                .filter(name -> !OPERATORS.contains(name))
                .filter(name -> !Calls.names().contains(name) && !UnservedFunctions.has(name)))
        .containsExactlyInAnyOrder("EXTRACT", "INTERVAL");
    assertThat(Calls.names().stream().filter(UnservedFunctions::has)).containsExactly("ST_ASTEXT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT NOSUCH(1)                  | Function not found: NOSUCH at [1:8]
          SELECT 1 + LENGHT('a')            | Function not found: LENGHT at [1:12]
          SELECT SAFE.NOSUCH(1)             | Function not found: NOSUCH
          SELECT d.NOSUCH(1)                | Function not found: D.NOSUCH
          SELECT NOSUCH(1) OVER () FROM UNNEST([1])  | Function not found: NOSUCH
          SELECT UPPER('a') OVER () FROM UNNEST([1]) | Function UPPER does not support an OVER clause
          SELECT 1 LIMIT 1 OFFSET NULL      | OFFSET expects an integer literal
          SELECT 1 LIMIT 1 OFFSET -1        | OFFSET must not be negative
          SELECT 1 LIMIT 1 OFFSET 1.5       | OFFSET expects an integer literal
          SELECT 1 LIMIT 1 OFFSET LENGTH('') | OFFSET expects an integer literal
          SELECT 1 LIMIT -1                 | LIMIT must not be negative
          SELECT 1 AS a, 2 AS A             | Found duplicate(s): A
          SELECT STRUCT(1 AS a, 2 AS a)     | Found duplicate(s): a
          SELECT [STRUCT(STRUCT(1 AS b, 2 AS B) AS a)] | Found duplicate(s): B
          SELECT STRUCT(1 AS _field_2, 2)   | Found duplicate(s): _field_2
          CREATE TABLE d.t AS SELECT STRUCT(1 AS a, 2 AS a) AS s | Found duplicate(s): a
          """)
  void saysWhatIsWrong(String statement, String words) {
    assertThat(refusal(statement).text()).contains(words);
    assertThat(refusal(statement).reason()).isEqualTo(SqlException.RefusalReason.INVALID_QUERY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT SIN(1)",
        "SELECT SAFE.SIN(1)",
        "SELECT NET.HOST('x')",
        "SELECT AI.GENERATE('x')",
        "SELECT CORR(1, 2) OVER () FROM UNNEST([1])",
        "SELECT ST_GEOGPOINT(1, 2)",
        "SELECT FARM_FINGERPRINT('x')",
        "SELECT RANGE(DATE '2024-01-01', DATE '2024-02-01')",
        "SELECT COLLATE('a', 'und:ci')",
      })
  void saysThatAFunctionIsNotServed(String statement) {
    assertThat(refusal(statement).text()).contains("Function ").contains("not served");
  }

  @Test
  void countsWhatAMacroWritesTwice() {
    assertThat(ExpandedSize.of("SELECT 1")).isLessThan(10);
    String nested = "bq_start(s, bq_start(s, bq_start(s, bq_start(s, 1))))";
    assertThat(ExpandedSize.of(nested)).isGreaterThan(200);
    assertThat(ExpandedSize.of("'" + nested + "'")).isLessThan(10);
  }
}
