package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FieldList;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.LegacySQLTypeName;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.TableDefinition;
import com.google.cloud.bigquery.TableId;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every type of BigQuery goes in and comes out, and Google's client reads it.
class TypesTest {
  private static final TableId TABLE = TableId.of("pollux-sandbox", "samples", "all_types");
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static Schema schema;
  private static List<FieldValueList> rows;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    BigQuery bigQuery = Clients.bigQuery(sandbox);
    schema = bigQuery.getTable(TABLE).getDefinition().getSchema();
    rows =
        bigQuery
            .listTableData(TABLE, schema, TableDataListOption.pageSize(100))
            .streamAll()
            .toList();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void hasEveryType() {
    Set<LegacySQLTypeName> seen = new HashSet<>();
    schema.getFields().forEach(field -> seen.add(field.getType()));
    assertThat(seen)
        .contains(
            LegacySQLTypeName.STRING,
            LegacySQLTypeName.BYTES,
            LegacySQLTypeName.INTEGER,
            LegacySQLTypeName.FLOAT,
            LegacySQLTypeName.NUMERIC,
            LegacySQLTypeName.BIGNUMERIC,
            LegacySQLTypeName.BOOLEAN,
            LegacySQLTypeName.TIMESTAMP,
            LegacySQLTypeName.DATE,
            LegacySQLTypeName.TIME,
            LegacySQLTypeName.DATETIME,
            LegacySQLTypeName.INTERVAL,
            LegacySQLTypeName.GEOGRAPHY,
            LegacySQLTypeName.JSON,
            LegacySQLTypeName.RANGE,
            LegacySQLTypeName.RECORD);
    assertThat(schema.getFields().get("id").getMode()).isEqualTo(Field.Mode.REQUIRED);
    assertThat(schema.getFields().get("tags").getMode()).isEqualTo(Field.Mode.REPEATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | s    | plain text
          1  | b    | UG9sbHV4
          1  | i    | 42
          1  | f    | 2.5
          1  | n    | 1234567.89
          1  | bn   | 12345678901234567890123456789012345678.123456789
          1  | flag | true
          1  | ts   | 1709210096.789012
          1  | d    | 2024-02-29
          1  | t    | 12:34:56.789
          1  | dt   | 2024-02-29T12:34:56.500000
          1  | span | 1-2 3 4:5:6.500000
          1  | j    | {"a":[1,2,{"b":null}],"c":"x"}
          13 | i    | 9223372036854775807
          13 | ts   | 253402300799.999999
          13 | bn   | 55555555555555555555555555555555555555.99999999999999999999999999999999999999
          14 | ts   | -62135596800.000000
          14 | d    | 0001-01-01
          14 | dt   | 0001-01-01T00:00:00
          15 | f    | NaN
          16 | f    | -Infinity
          18 | ts   | -0.000001
          18 | span | -1-2 -3 -4:5:6.123456
          """)
  void saysValuesAsTheServiceDoes(int row, String column, String text) {
    assertThat(rows.get(row - 1).get(column).getValue()).isEqualTo(text);
  }

  @Test
  void tellsNullFromEmpty() {
    for (Field field : schema.getFields()) {
      if (field.getMode() == Field.Mode.NULLABLE && !field.getName().equals("note")) {
        assertThat(rows.get(1).get(field.getName()).isNull()).as(field.getName()).isTrue();
      }
    }
    assertThat(rows.get(1).get("tags").getRepeatedValue()).isEmpty();
    assertThat(rows.get(2).get("s").getStringValue()).isEmpty();
    assertThat(rows.get(2).get("person").isNull()).isFalse();
  }

  @Test
  void keepsNestedValues() {
    FieldList visit = schema.getFields().get("visits").getSubFields();
    var first = rows.getFirst().get("visits").getRepeatedValue().getFirst().getRecordValue();
    FieldValueList named = FieldValueList.of(first, visit);
    assertThat(named.get("page").getStringValue()).isEqualTo("/home");
    assertThat(named.get("at").getTimestampValue()).isEqualTo(1_704_067_200_000_000L);
    assertThat(named.get("scores").getRepeatedValue()).hasSize(2);
    assertThat(
            rows.getFirst()
                .get("person")
                .getRecordValue()
                .get("address")
                .getRecordValue()
                .get("city")
                .getStringValue())
        .isEqualTo("London");
    assertThat(rows.get(3).get("s").getStringValue()).startsWith("😀 👩‍👩‍👧‍👦");
  }

  /// The texts are those of Google's own implementation for the same intervals.
  @Test
  void writesIntervalsAsGoogleDoes() throws Exception {
    List<String> texts =
        bigQuery()
            .query(
                QueryJobConfiguration.of(
                    "SELECT CAST(span AS STRING) || ' ' || TO_JSON_STRING(span) FROM"
                        + " `pollux-sandbox.samples.all_types` WHERE span IS NOT NULL ORDER BY id"))
            .streamAll()
            .map(row -> row.get(0).getStringValue())
            .toList();
    assertThat(texts)
        .containsExactly(
            "1-2 3 4:5:6.500 \"P1Y2M3DT4H5M6.5S\"",
            "0-0 0 0:0:0 \"P0Y\"",
            "-1-2 -3 -4:5:6.123456 \"P-1Y-2M-3DT-4H-5M-6.123456S\"");
  }

  @Test
  void makesTablesWithRanges() throws Exception {
    var _ =
        bigQuery()
            .query(
                QueryJobConfiguration.of(
                    "CREATE TABLE `pollux-sandbox.mine.ranges` (d RANGE<DATE>, l"
                        + " ARRAY<RANGE<DATETIME>>, s STRUCT<t RANGE<TIMESTAMP>>)"));
    FieldList fields =
        Objects.requireNonNull(
                bigQuery()
                    .getTable(TableId.of("pollux-sandbox", "mine", "ranges"))
                    .<TableDefinition>getDefinition()
                    .getSchema())
            .getFields();
    assertThat(Stream.of(fields.get("d"), fields.get("l"), fields.get("s").getSubFields().get("t")))
        .extracting(field -> field.getRangeElementType().getType())
        .containsExactly("DATE", "DATETIME", "TIMESTAMP");
    assertThat(fields.get("l").getMode()).isEqualTo(Field.Mode.REPEATED);
  }

  private static BigQuery bigQuery() {
    return Clients.bigQuery(sandbox);
  }

  @Test
  void writesTimestampsInAllFormats() throws Exception {
    String path =
        "/bigquery/v2/projects/pollux-sandbox/datasets/samples/tables/all_types/data?maxResults=1&selectedFields=ts";
    assertThat(get(path)).contains("\"v\":\"1709210096.789012\"");
    assertThat(get(path + "&formatOptions.useInt64Timestamp=true"))
        .contains("\"v\":\"1709210096789012\"");
    assertThat(get(path + "&formatOptions.timestampOutputFormat=ISO8601_STRING"))
        .contains("\"v\":\"2024-02-29T12:34:56.789012Z\"");
  }

  private static String get(String path) throws Exception {
    return Clients.send(Clients.request(sandbox, path).build()).body();
  }
}
