package dev.pollux.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.testing.ZetaSqlOracle;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What INSERT takes for a column, Google's analyser takes, and what it refuses is refused: in
/// which words, and where, is compared too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsertParserTest {
  private static final String TABLE =
      "SELECT 1 AS id, STRUCT(1 AS a, 'x' AS b, [1] AS c) AS s, [STRUCT(1 AS k)] AS l, [1.5] AS f,"
          + " ['x'] AS t, DATE '2024-01-01' AS d, [DATE '2024-01-01'] AS ds, 1.5 AS r, NUMERIC '1' AS"
          + " n, [NUMERIC '1'] AS ns, TRUE AS b, PARSE_JSON('1') AS j, b'x' AS y,"
          + " [STRUCT('x' AS k)] AS ls, [STRUCT(DATE '2024-01-01' AS k)] AS ld, [STRUCT(1.5 AS k)] AS"
          + " lf, [STRUCT(['x'] AS k)] AS la, STRUCT(STRUCT('x' AS b, ['x'] AS c) AS a) AS ss,"
          + " STRUCT(1.5 AS a) AS sf, STRUCT(DATE '2024-01-01' AS a) AS sd, STRUCT(NUMERIC '1' AS a)"
          + " AS sn";

  private final ZetaSqlOracle oracle = new ZetaSqlOracle();
  private DuckBench bench;

  @BeforeAll
  void tables() throws SQLException, SqlException {
    bench = new DuckBench();
    bench.table("p.d.t", TABLE);
    oracle.table("p.d.t", TABLE);
  }

  @AfterAll
  void close() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(id) VALUES (1), (NULL), (DEFAULT), ((SELECT 1)), (ERROR('x'))",
        "(s) VALUES (NULL), (STRUCT(NULL, NULL, NULL)), ((NULL, 'x', [])), (STRUCT(1 AS q, 'x', [2]))",
        "(l) VALUES (NULL), ([]), ([STRUCT(NULL)]), ([STRUCT(1), NULL]), ([STRUCT(1 AS q)])",
        "(f) VALUES ([1, 2]), ([]), ([NULL]), ([-1]), ([1.5, NULL]), (ARRAY<FLOAT64>[1])",
        "(d, ds) VALUES ('2024-01-01', ['2024-01-01', NULL]), (DATE '2024-01-01', [])",
        "(n, ns) VALUES (1.5, [1.5, 2]), (1, [1]), (NULL, [NUMERIC '1'])",
        "(r) VALUES (1), (NUMERIC '1'), (NULL)",
        "(y, j) VALUES ('x', NULL), (b'x', JSON '1')",
        "(t) VALUES (['a', CONCAT('b')]), (SPLIT('a,b')), (ARRAY(SELECT 'x'))",
        "(lf) VALUES ([STRUCT(1)]), ([STRUCT(CAST(1 AS FLOAT64))])",
        "(la) VALUES ([STRUCT(['x'])])",
        "(ss) VALUES (STRUCT(STRUCT(NULL, []))), (STRUCT(NULL)), (STRUCT(STRUCT('x', NULL)))",
        "(sf, sd, sn) VALUES (STRUCT(1), STRUCT('2024-01-01'), STRUCT(1.5))",
        "(s) SELECT STRUCT(NULL, 'x', []) FROM `p.d.t`",
        "(f) SELECT []",
        "(t) SELECT NULL",
        "(l) SELECT [STRUCT(NULL)]",
        "(r) SELECT 1",
        "(n) SELECT 1 UNION ALL SELECT 2"
      })
  void takesWhatGoogleTakes(String rest) throws SqlException {
    var _ = oracle.analyse("INSERT INTO `p.d.t` " + rest);
    assertThat(translated(rest)).isInstanceOf(Translation.Insert.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(id) VALUES ('1')",
        "(id) VALUES (1), ('x')",
        "(id) VALUES (1.0)",
        "(id) VALUES (1, 2)",
        "(id, id) VALUES (1, 2)",
        "(nope) VALUES (1)",
        "(id) VALUES (id)",
        "(b) VALUES ('true')",
        "(j) VALUES ('{}')",
        "(d) VALUES (CONCAT('2024-01-01'))",
        "(s) VALUES (STRUCT(1.5, 'x', [1]))",
        "(s) VALUES (STRUCT(1, 'x'))",
        "(s) VALUES (IF(TRUE, STRUCT(NULL, NULL, NULL), NULL))",
        "(l) VALUES ([1])",
        "(ls) VALUES ([STRUCT(NULL)])",
        "(ld) VALUES ([STRUCT('2024-01-01')])",
        "(f) VALUES (ARRAY<INT64>[1])",
        "(f) VALUES ([CAST(1 AS INT64)])",
        "(f) VALUES (IF(TRUE, [1], [2]))",
        "(t) VALUES ([NULL])",
        "(n) VALUES (CAST(1.5 AS FLOAT64))",
        "(sd) VALUES (STRUCT(CONCAT('2024-01-01')))",
        "(d) SELECT '2024-01-01'",
        "(n) SELECT 1.5",
        "(f) SELECT [1]",
        "(s) SELECT STRUCT(NULL, NULL, NULL)",
        "(t) SELECT [] UNION ALL SELECT NULL",
        "(t) SELECT NULL UNION ALL SELECT NULL"
      })
  void refusesWhatGoogleRefuses(String rest) {
    assertThat(ours(rest)).isEqualTo(theirs(rest));
  }

  private String theirs(String rest) {
    try {
      var _ = oracle.analyse("INSERT INTO `p.d.t` " + rest);
      return "taken";
    } catch (ZetaSqlOracle.Refused e) {
      return String.valueOf(e.getMessage()).replaceFirst(" \\[at (.*)]$", " at [$1]");
    }
  }

  private String ours(String rest) {
    try {
      var _ = translated(rest);
      return "taken";
    } catch (SqlException e) {
      return e.text();
    }
  }

  private Translation translated(String rest) throws SqlException {
    return GoogleSql.translate("INSERT INTO `p.d.t` " + rest, Parameters.none(), bench);
  }
}
