package dev.pollux.prompt.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.AskedRows;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ComparedTable;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A choice of rows means the same as SQL in the cloud and as a test of rows that are here.
class RowFilterTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "mine", "choices");
  private static final String ROWS =
      """
      SELECT CAST(NULL AS STRING) AS s, 1 AS i, 0.5 AS f, NUMERIC '1.50' AS n, TRUE AS b,
        DATE '2024-01-31' AS d, TIMESTAMP '2024-01-31 12:00:00.5+00' AS ts,
        DATETIME '2024-01-31 12:00:00' AS dt, TIME '08:00:00' AS t, STRUCT('x' AS city) AS o
      UNION ALL SELECT 'Zoo', -3, 1e20, NUMERIC '-7', FALSE, DATE '0001-01-01',
        TIMESTAMP '1969-07-20 20:17:40+00', DATETIME '1999-12-31 23:59:59', TIME '23:59:59', STRUCT('Y')
      UNION ALL SELECT '', CAST(NULL AS INT64), NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        STRUCT(CAST(NULL AS STRING))
      UNION ALL SELECT 'zoo 😀 \\'quoted\\'', 10, -0.0, NUMERIC '0', TRUE, DATE '2024-02-01',
        TIMESTAMP '2024-01-31 12:00:00+00', DATETIME '2024-01-31 12:00:00.25', TIME '12:30:00', STRUCT('')
      """;

  private static final String FLOATS =
      """
      SELECT CAST('nan' AS FLOAT64) AS f UNION ALL SELECT CAST('inf' AS FLOAT64)
      UNION ALL SELECT CAST('-inf' AS FLOAT64) UNION ALL SELECT 1.5 UNION ALL SELECT -0.0
      UNION ALL SELECT 1.7976931348623157e308 UNION ALL SELECT 5e-324
      UNION ALL SELECT CAST(NULL AS FLOAT64)
      """;

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  private static ComparedTable compared;

  @BeforeAll
  static void make() throws Exception {
    compared = ComparedTable.of(SANDBOX.cloud(), SOURCE, ROWS);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} of 4")
  @CsvSource({
    "s, EQUALS, Zoo, 1",
    "s, EQUALS, '', 1",
    "s, DIFFERS, Zoo, 3",
    "s, CONTAINS, ZOO, 2",
    "s, CONTAINS, '''quoted''', 1",
    "s, AT_LEAST, a, 1",
    "S, IS_NULL, '', 1",
    "s, IS_NOT_NULL, '', 3",
    "i, EQUALS, 10, 1",
    "i, AT_MOST, 1, 2",
    "i, DIFFERS, 1, 3",
    "i, IS_NULL, '', 1",
    "f, AT_LEAST, 0, 3",
    "f, EQUALS, 1e20, 1",
    "n, EQUALS, 1.5, 1",
    "n, AT_MOST, 0.0, 2",
    "b, EQUALS, True, 2",
    "d, AT_LEAST, 2024-01-31, 2",
    "ts, AT_MOST, 2024-01-31, 1",
    "ts, AT_LEAST, 2024-01-31 13:00:00+01, 2",
    "dt, EQUALS, 2024-01-31T12:00:00, 1",
    "t, AT_LEAST, 12:00:00, 2",
    "t, AT_LEAST, 12:30, 2",
    "ts, AT_LEAST, 2024-01-31 12:00, 2",
    "ts, AT_LEAST, 2024-01-31T12:00Z, 2",
    "ts, AT_LEAST, 2024-01-31 13:00+01:00, 2",
    "dt, AT_MOST, 2024-01-31T12:00, 2",
    "o.city, EQUALS, x, 1",
    "o.city, IS_NULL, '', 1",
  })
  void meansTheSameHereAndThere(String column, Operator operator, String value, long expected)
      throws Exception {
    RowChoice choice = choice(new Condition(column, operator, value), OptionalLong.empty(), false);
    assertThat(RowFilter.check(choice, compared.info().schema())).isEmpty();
    RowFilter chosen = chosen(choice, "x");
    Query count = chosen.count(Location.US_CENTRAL1);
    assertThat(compared.rows().stream().filter(chosen.matching()).count())
        .as("here")
        .isEqualTo(expected);
    assertThat(MadeRequests.evaluate(compared.oracle(), count).rows().getFirst().getFirst())
        .as("ZetaSQL: %s", count.sql())
        .isEqualTo(Long.toString(expected));
    assertThat(number(count, column + operator + value.hashCode())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "nope, EQUALS, x, rows.unknown-column",
    "i, EQUALS, ten, rows.not-a-value",
    "i, CONTAINS, 1, rows.not-compared",
    "o, EQUALS, x, rows.not-compared",
    "d, AT_LEAST, yesterday, rows.not-a-value",
    "b, EQUALS, maybe, rows.not-a-value",
    "t, AT_MOST, 12:30:00.1234567, rows.not-a-value",
    "ts, AT_MOST, 2024-01-31 12:30:00.123456789, rows.not-a-value",
    "ts, AT_MOST, 2024-13-01, rows.not-a-value",
    "d, AT_LEAST, +12345-01-01, rows.not-a-value",
    "d, AT_LEAST, 0000-01-01, rows.not-a-value",
    "ts, AT_MOST, +999999999-12-31 00:00:00, rows.not-a-value",
    "dt, AT_MOST, -999999999-01-01 00:00:00, rows.not-a-value",
    "i, EQUALS, 1e5, rows.not-a-value",
    "i, EQUALS, 9223372036854775808, rows.not-a-value",
    "i, EQUALS, NaN, rows.not-a-value",
    "f, EQUALS, 1f, rows.not-a-value",
    "f, EQUALS, 0x1p3, rows.not-a-value",
    "f, EQUALS, 1e400, rows.not-a-value",
    "n, EQUALS, NaN, rows.not-a-value",
    "n, EQUALS, 1e400000000, rows.not-a-value",
    "n, EQUALS, 100000000000000000000000000000, rows.not-a-value",
  })
  void saysWhatIsWrong(String column, Operator operator, String value, String code) {
    RowChoice choice = choice(new Condition(column, operator, value), OptionalLong.empty(), false);
    assertThat(RowFilter.check(choice, compared.info().schema()))
        .extracting(Finding::code)
        .containsExactly(code);
  }

  /// NaN and the infinities, in rows and as typed: nothing throws, and SQL gives the same rows.
  @Test
  void numbersWithoutAnOrderMeanTheSameHereAndThere() throws Exception {
    TableRef floats = SOURCE.datasetRef().table("floats");
    Query make =
        new Query(
            "SELECT * FROM (" + FLOATS + ")", Map.of(), Location.US_CENTRAL1, Optional.of(floats));
    SANDBOX.cloud().queries().run(make, "floats");
    TableInfo info = SANDBOX.cloud().catalog().table(floats).orElseThrow();
    List<Row> all = SANDBOX.cloud().rows().page(floats, info.schema(), 0, 20).rows();
    assertThat(all).hasSize(8);
    compared.oracle().table(floats.toString(), FLOATS);
    for (Operator operator :
        List.of(Operator.EQUALS, Operator.DIFFERS, Operator.AT_LEAST, Operator.AT_MOST)) {
      for (String typed :
          List.of("NaN", "nan", "inf", "+Infinity", "-inf", "0", "-0.0", "1.5", ".5", "1e308")) {
        RowChoice choice = choice(new Condition("f", operator, typed), OptionalLong.empty(), false);
        assertThat(RowFilter.check(choice, info.schema())).as(typed).isEmpty();
        RowFilter chosen = AskedRows.of(floats, info.schema(), RequestSpec.of("{{f}}", ""), choice);
        Query count = chosen.count(Location.US_CENTRAL1);
        String here = Long.toString(all.stream().filter(chosen.matching()).count());
        String what = operator + " " + typed;
        assertThat(MadeRequests.evaluate(compared.oracle(), count).rows().getFirst().getFirst())
            .as("ZetaSQL: %s", what)
            .isEqualTo(here);
        assertThat(Long.toString(number(count, "floats" + what))).as(what).isEqualTo(here);
      }
    }
  }

  @Test
  void refusesToAskAboutNothing() {
    RowChoice none = new RowChoice(List.of(), OptionalLong.of(0), false, "");
    assertThat(RowFilter.check(none, compared.info().schema()))
        .extracting(Finding::code)
        .containsExactly("rows.no-limit");
  }

  @Test
  void leavesOutRowsWithoutTheColumn() throws Exception {
    RequestSpec spec =
        RequestSpec.of("{{s}}", "")
            .withColumns(
                Map.of(
                    "s",
                    new ColumnUse(
                        new ColumnUse.WhenNull.SkipRow(), java.util.OptionalInt.empty())));
    RowFilter chosen = AskedRows.of(SOURCE, compared.info().schema(), spec, RowChoice.ALL);
    assertThat(chosen.all()).isFalse();
    assertThat(compared.rows().stream().filter(chosen.matching())).hasSize(3);
    assertThat(number(chosen.count(Location.US_CENTRAL1), "skips")).isEqualTo(3);
  }

  @Test
  void drawsTheSameSampleEachTimeAndEverywhere() throws Exception {
    RowChoice choice = new RowChoice(List.of(), OptionalLong.of(2), true, "seed");
    assertThat(chosen(choice, "x").limited(4)).isEqualTo(2);
    List<String> byGoogle =
        MadeRequests.evaluate(compared.oracle(), made(choice, "sample_google")).rows().stream()
            .map(List::getLast)
            .map(request -> request.substring(1, request.length() - 1))
            .sorted()
            .toList();
    for (String name : List.of("sample_1", "sample_2")) {
      SANDBOX.cloud().queries().run(made(choice, name), name);
      assertThat(requests(SOURCE.datasetRef().table(name))).isEqualTo(byGoogle).hasSize(2);
    }
  }

  private static List<String> requests(TableRef made) throws Exception {
    TableInfo info = SANDBOX.cloud().catalog().table(made).orElseThrow();
    int column = info.schema().indexOf("request");
    return SANDBOX.cloud().rows().page(made, info.schema(), 0, 10).rows().stream()
        .map(row -> ((Value.Scalar) row.values().get(column)).text())
        .sorted()
        .toList();
  }

  private static Query made(RowChoice choice, String name) {
    return RequestSql.of(
            SOURCE,
            compared.info().schema(),
            RequestSpec.of("{{s}} {{i}} {{f}}", ""),
            TestKeys.MARKS,
            choice,
            SOURCE.datasetRef().table(name),
            Location.US_CENTRAL1)
        .query();
  }

  private static RowFilter chosen(RowChoice choice, String template) {
    return AskedRows.of(SOURCE, compared.info().schema(), RequestSpec.of(template, ""), choice);
  }

  private static RowChoice choice(Condition condition, OptionalLong limit, boolean random) {
    return new RowChoice(List.of(condition), limit, random, "seed");
  }

  private static long number(Query count, String job) throws Exception {
    String id = "count_" + Integer.toHexString(job.hashCode()) + "_" + job.length();
    Value value = SANDBOX.cloud().queries().run(count, id).rows().getFirst().values().getFirst();
    return Long.parseLong(((Value.Scalar) value).text());
  }
}
