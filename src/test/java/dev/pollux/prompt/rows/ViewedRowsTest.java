package dev.pollux.prompt.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.ComparedTable;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows in an order mean the same as SQL in the cloud and as rows that are here.
class ViewedRowsTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "mine", "views");
  private static final String ROWS =
      """
      SELECT 1 AS id, CAST(NULL AS STRING) AS s, 1 AS i, 0.5 AS f, NUMERIC '1.50' AS n, TRUE AS b,
        DATE '2024-01-31' AS d, TIMESTAMP '2024-01-31 12:00:00.5+00' AS ts,
        DATETIME '2024-01-31 12:00:00' AS dt, TIME '08:00:00' AS t
      UNION ALL SELECT 2, 'Zoo', -3, CAST('nan' AS FLOAT64), NUMERIC '-7', FALSE, DATE '0001-01-01',
        TIMESTAMP '1969-07-20 20:17:40+00', DATETIME '1999-12-31 23:59:59', TIME '23:59:59'
      UNION ALL SELECT 3, '', CAST(NULL AS INT64), NULL, NULL, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT 4, 'zoo 😀', 10, -0.0, NUMERIC '0', TRUE, DATE '2024-02-01',
        TIMESTAMP '2024-01-31 12:00:00+00', DATETIME '2024-01-31 12:00:00.25', TIME '12:30:00'
      UNION ALL SELECT 5, 'zoo ￿', 9, CAST('-inf' AS FLOAT64), NUMERIC '10', FALSE,
        DATE '2024-02-01', TIMESTAMP '2024-01-31 12:00:00+00', NULL, TIME '12:30:00'
      UNION ALL SELECT 6, 'Zoo', 9, CAST('inf' AS FLOAT64), NUMERIC '1.5', FALSE, NULL,
        TIMESTAMP '9999-12-31 23:59:59.999999+00', DATETIME '0001-01-01 00:00:00', TIME '00:00:00'
      """;

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  private static ComparedTable compared;

  @BeforeAll
  static void make() throws Exception {
    compared = ComparedTable.of(SANDBOX.cloud(), SOURCE, ROWS);
  }

  static Stream<RowView> views() {
    List<RowView> all = new ArrayList<>();
    for (String column : List.of("s", "i", "f", "n", "b", "d", "ts", "dt", "t")) {
      for (boolean down : List.of(false, true)) {
        all.add(
            new RowView(
                List.of(),
                List.of(new RowView.Order(column, down), new RowView.Order("id", !down))));
      }
    }
    all.add(
        new RowView(
            List.of(
                new Condition("s", Operator.CONTAINS, "ZOO"),
                new Condition("i", Operator.AT_MOST, "9")),
            List.of(new RowView.Order("I", true), new RowView.Order("id", false))));
    all.add(
        new RowView(
            List.of(new Condition("d", Operator.IS_NULL, "")),
            List.of(new RowView.Order("id", true))));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("views")
  void meansTheSameHereAndThere(RowView view) throws Exception {
    List<Row> seen =
        Arrays.stream(new ViewedRows(compared.info().schema(), view).places(compared.rows()))
            .mapToObj(compared.rows()::get)
            .toList();
    List<String> here = ids(seen);
    ViewSql sql = ViewSql.of(compared.info(), view).orElseThrow();

    ZetaSqlOracle.Result google = MadeRequests.evaluate(compared.oracle(), sql.query());
    assertThat(google.rows().stream().map(List::getFirst))
        .as("ZetaSQL: %s", sql.query().sql())
        .containsExactlyElementsOf(here);
    assertThat(google.rows().stream().map(List::getLast))
        .containsOnly(Integer.toString(here.size()));

    List<Row> answer =
        SANDBOX.cloud().queries().run(sql.query(), "view_" + (view.hashCode() & 0xffff)).rows();
    assertThat(ids(sql.rows(answer))).as("the sandbox").isEqualTo(here);
    assertThat(sql.total(answer)).isEqualTo(here.size());
    assertThat(sql.rows(answer)).isEqualTo(seen);
  }

  private static List<String> ids(List<Row> of) {
    return of.stream().map(row -> ((Value.Scalar) row.values().getFirst()).text()).toList();
  }

  /// A model was asked for a number, and wrote something else into it.
  @Test
  void whatIsNotOfItsTypeStandsWithNull() {
    TableSchema answers = new TableSchema(List.of(Field.of("score", FieldType.INT64)));
    List<Row> written =
        Stream.of("10", "about 3", "9").map(it -> new Row(List.of(new Value.Scalar(it)))).toList();
    RowView up = new RowView(List.of(), List.of(new RowView.Order("score", false)));
    assertThat(new ViewedRows(answers, up).places(written)).containsExactly(1, 2, 0);
    RowView some = RowView.AS_STORED.with(new Condition("score", Operator.AT_LEAST, "1"));
    assertThat(new ViewedRows(answers, some).places(written)).containsExactly(0, 2);
  }
}
