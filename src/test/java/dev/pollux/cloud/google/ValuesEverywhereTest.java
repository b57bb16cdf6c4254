package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.ColumnUse;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.TestKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ends of the calendar, the widest numbers and NULL at any depth: as BigQuery says them, and
/// in the preview as in the request that the cloud makes.
class ValuesEverywhereTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "mine", "ends");
  private static final TableRef MADE = new TableRef(Sandbox.PROJECT, "mine", "ends_requests");
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    cloud = SandboxClouds.open(sandbox);
    run(
        """
        CREATE TABLE mine.ends (id INT64, d DATE, dt DATETIME, ts TIMESTAMP, t TIME, n NUMERIC,
          b BIGNUMERIC, f FLOAT64, rec STRUCT<d DATE, ts TIMESTAMP, n NUMERIC, stack ARRAY<STRING>>,
          days ARRAY<DATE>, nums ARRAY<NUMERIC>)
        """);
    insert(
        """
        (1, DATE '0001-01-01', DATETIME '0001-01-01 00:00:00', TIMESTAMP '0001-01-01 00:00:00+00', TIME '00:00:00',
          NUMERIC '-99999999999999999999999999999.999999999', BIGNUMERIC '-0.00000000000000000000000000000000000001', 5e-324,
          STRUCT(DATE '0001-01-01', TIMESTAMP '0001-01-01 00:00:00+00', NUMERIC '0.1', ['a']), [DATE '0001-01-01'], [NUMERIC '0.10'])
        """);
    insert(
        """
        (2, DATE '9999-12-31', DATETIME '9999-12-31 23:59:59.999999', TIMESTAMP '9999-12-31 23:59:59.999999+00', TIME '23:59:59.999999',
          NUMERIC '99999999999999999999999999999.999999999', BIGNUMERIC '12345678901234567890.123456789', 1.7976931348623157e308,
          STRUCT(DATE '9999-12-31', TIMESTAMP '9999-12-31 23:59:59.999999+00', NUMERIC '12345678901234567890.123456789', ['b', 'c']),
          [DATE '9999-12-31', DATE '0999-06-01'], [NUMERIC '99999999999999999999999999999.999999999'])
        """);
    insert(
        """
        (3, DATE '0987-06-05', DATETIME '0987-06-05 04:03:02.1', TIMESTAMP '0987-06-05 04:03:02.000001+00', TIME '04:03:02.1',
          NUMERIC '1e-9', BIGNUMERIC '1', -0.0, STRUCT(CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP), CAST(NULL AS NUMERIC), ['z']), CAST([] AS ARRAY<DATE>), CAST([] AS ARRAY<NUMERIC>))
        """);
    insert(
        """
        (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, CAST([] AS ARRAY<DATE>), CAST([] AS ARRAY<NUMERIC>))
        """);
  }

  private static void insert(String row) throws Exception {
    var _ = run("INSERT INTO mine.ends VALUES " + row);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  private static List<Row> run(String sql) throws Exception {
    return cloud
        .queries()
        .run(
            new Query(sql, Map.of(), Location.US_CENTRAL1, Optional.empty()),
            "values_" + Integer.toUnsignedString(sql.hashCode()))
        .rows();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | d | 0001-01-01",
        "1 | dt | 0001-01-01 00:00:00",
        "1 | ts | 0001-01-01 00:00:00+00",
        "1 | n | -99999999999999999999999999999.999999999",
        "1 | b | -0.00000000000000000000000000000000000001",
        "2 | d | 9999-12-31",
        "2 | dt | 9999-12-31 23:59:59.999999",
        "2 | ts | 9999-12-31 23:59:59.999999+00",
        "2 | t | 23:59:59.999999",
        "2 | n | 99999999999999999999999999999.999999999",
        "3 | d | 0987-06-05",
        "3 | dt | 0987-06-05 04:03:02.100",
        "3 | ts | 0987-06-05 04:03:02.000001+00",
        "3 | t | 04:03:02.100",
      })
  void castAsTheyAreWritten(int id, String column, String text) throws Exception {
    assertThat(
            run("SELECT CAST(" + column + " AS STRING) FROM mine.ends WHERE id = " + id)
                .getFirst()
                .values())
        .containsExactly(new Value.Scalar(text));
  }

  /// Records that are NULL, lists in them, and what stands for NULL: the same before and after.
  @Test
  void arePreviewedAsTheyAreSent() throws Exception {
    TableInfo info = cloud.catalog().table(SOURCE).orElseThrow();
    ColumnUse unknown = new ColumnUse(new ColumnUse.WhenNull.Word("unknown"), OptionalInt.empty());
    RequestSpec spec =
        RequestSpec.of(
                "{{id}} {{d}} {{dt}} {{ts}} {{t}} {{n}} {{b}} {{f}} {{rec}} {{rec.d}} {{rec.ts}}"
                    + " {{rec.n}} {{rec.stack}} {{days}} {{nums}}",
                "")
            .withColumns(Map.of("rec.d", unknown, "rec", unknown, "rec.stack", unknown));
    var _ =
        cloud
            .queries()
            .run(
                RequestSql.of(
                        SOURCE,
                        info.schema(),
                        spec,
                        TestKeys.MARKS,
                        RowChoice.ALL,
                        MADE,
                        Location.US_CENTRAL1)
                    .query(),
                "values_made");
    RequestRenderer renderer = new RequestRenderer(spec, info.schema(), TestKeys.MARKS);
    List<Row> rows = cloud.rows().page(SOURCE, info.schema(), 0, 10).rows();
    List<Row> made = run("SELECT id, request FROM mine.ends_requests ORDER BY id");
    assertThat(rows).hasSize(4);
    for (Row row : rows) {
      int id = Integer.parseInt(((Value.Scalar) row.values().getFirst()).text());
      assertThat(made.get(id - 1).values().get(1)).isEqualTo(new Value.Scalar(renderer.json(row)));
    }
    assertThat(renderer.text(rows.get(3))).contains("unknown");
  }

  @Test
  void arraysWithNullAreRefusedByTheirField() {
    for (String sql :
        List.of(
            "SELECT [1, NULL]",
            "SELECT ARRAY(SELECT NULL UNION ALL SELECT 2)",
            "SELECT [STRUCT([CAST(NULL AS DATE)] AS x)]")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(sql)))
          .as(sql)
          .hasMessageContaining("Array cannot have a null element; error in writing field f0_");
    }
  }
}
