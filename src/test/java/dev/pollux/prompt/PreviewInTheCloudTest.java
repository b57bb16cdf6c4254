package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.prompt.column.ColumnSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the preview shows of rows that were read through the adapter is what the sandbox makes of
/// the same rows by the statement, byte for byte, and a request that may be sent.
class PreviewInTheCloudTest {
  private static final String[] NASTY = {
    "",
    "\"",
    "\\",
    "\\u0041",
    "'",
    "`",
    "{{s}}",
    "}}",
    "@text0",
    "\n",
    "\r\n",
    "\t",
    "\b",
    "\u0001",
    "\u001f",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "é",
    "😀",
    "👩‍👩‍👧",
    "שלום",
    "\u202e",
    "日本"
  };

  /// The sandbox serves JSON numbers as they were loaded (1.5E-7) where its SQL, like BigQuery, has
  /// the normal form (1.5e-07). ZetaSQL checks JSON in RequestSqlTest.
  private static final Set<FieldType> UNEVEN = Set.of(FieldType.JSON);

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  @Test
  void showsNearlyEveryTypeAsItIsSent() throws Exception {
    TableRef source = new TableRef(Sandbox.PROJECT, "samples", "all_types");
    TableSchema schema = SANDBOX.cloud().catalog().table(source).orElseThrow().schema();
    String template =
        schema.fields().stream()
            .filter(f -> !UNEVEN.contains(f.type()))
            .map(f -> f.name() + " <{{" + f.name() + "}}>")
            .collect(Collectors.joining("\n"));
    assertShownAsSent(source, RequestSpec.of(template, "Be \"brief\".\n"), "every_type");
  }

  /// In a struct and in a list, where TO_JSON_STRING has another form than CAST.
  @Test
  void showsNestedIntervalsAsTheyAreSent() throws Exception {
    TableRef source = mine("nested_spans");
    run(
        new Query(
            "SELECT id, span, [span, span] AS spans, STRUCT(span AS inner_span, id AS n) AS st FROM"
                + " `pollux-sandbox.samples.all_types` WHERE span IS NOT NULL",
            Map.of(),
            Location.US_CENTRAL1,
            Optional.of(source)),
        "nested_spans");
    assertShownAsSent(source, RequestSpec.of("{{span}}|{{spans}}|{{st}}", ""), "nested_spans");
  }

  /// Each type in a struct, in a list, and in lists of structs. How TO_JSON_STRING writes a
  /// GEOGRAPHY is not documented, so that it is asked for as text.
  @ParameterizedTest
  @EnumSource
  void showsEachTypeAsItIsSentWhereItIsNested(FieldType type) throws Exception {
    TableRef all = new TableRef(Sandbox.PROJECT, "samples", "all_types");
    List<String> columns =
        SANDBOX.cloud().catalog().table(all).orElseThrow().schema().fields().stream()
            .filter(field -> field.type() == type && !field.isRepeated())
            .filter(field -> !UNEVEN.contains(type))
            .map(field -> "`" + field.name() + "`")
            .toList();
    for (String column : columns) {
      TableRef source = mine("nested_" + type.name());
      run(
          new Query(
              """
              SELECT id, IF(%1$s IS NULL, [], [%1$s]) AS list, STRUCT(%1$s AS x, id AS n) AS st,
                STRUCT(STRUCT(%1$s AS x) AS y, IF(%1$s IS NULL, [], [%1$s, %1$s]) AS z) AS deep,
                [STRUCT(1 AS n, %1$s AS x), STRUCT(2, NULL)] AS structs,
                IF(%1$s IS NULL, NULL, STRUCT(%1$s AS x)) AS maybe
              FROM `pollux-sandbox.samples.all_types`\
              """
                  .formatted(column),
              Map.of(),
              Location.US_CENTRAL1,
              Optional.of(source)),
          source.table());
      assertShownAsSent(
          source,
          RequestSpec.of(
              "{{list}}|{{st}}|{{st.x}}|{{deep}}|{{deep.y.x}}|{{deep.z}}|{{structs}}|{{maybe}}",
              ""),
          source.table());
    }
  }

  static List<Long> seeds() {
    return List.of(20_261_122L, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void showsNastyRowsAsTheyAreSent(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    List<String> doubles = new ArrayList<>();
    List<String> longs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      texts.add(nasty(random));
      doubles.add(Double.toString(number(random)));
      longs.add(Long.toString(random.nextLong() >> random.nextInt(64)));
    }
    TableRef source = mine("nasty_" + Math.abs(seed));
    String sql =
        """
        SELECT o AS id, NULLIF(s, '') AS s, @d[OFFSET(o)] AS d, @l[OFFSET(o)] AS l,
          IF(MOD(o, 7) = 0, NULL, MOD(o, 2) = 0) AS b,
          TIMESTAMP_MICROS(DIV(@l[OFFSET(o)], 1000000)) AS ts,
          CAST(DIV(@l[OFFSET(o)], 1000) AS NUMERIC) / 1000 AS n
        FROM UNNEST(@s) AS s WITH OFFSET AS o
        """;
    Map<String, Query.Parameter> parameters =
        Map.of(
            "s", new Query.Parameter.Array(FieldType.STRING, texts),
            "d", new Query.Parameter.Array(FieldType.FLOAT64, doubles),
            "l", new Query.Parameter.Array(FieldType.INT64, longs));
    run(new Query(sql, parameters, Location.US_CENTRAL1, Optional.of(source)), source.table());
    String around = nasty(random).replace("{{", "{{{{").replace("}}", "}}}}");
    String template = around + " {{s}}|{{d}}|{{l}}|{{b}}|{{ts}}|{{n}}|{{ S }}" + around;
    assertShownAsSent(source, RequestSpec.of(template, nasty(random)), "r" + Math.abs(seed));
  }

  private static void assertShownAsSent(TableRef source, RequestSpec spec, String name)
      throws Exception {
    TableInfo table = SANDBOX.cloud().catalog().table(source).orElseThrow();
    // Four braces, which are written for two, are worth a word and stop nothing.
    assertThat(spec.template().check(table.schema())).filteredOn(Finding::stops).isEmpty();
    TableRef requests = mine("requests_" + name);
    RequestSql made =
        RequestSql.of(
            source,
            table.schema(),
            spec,
            TestKeys.MARKS,
            RowChoice.ALL,
            requests,
            Location.US_CENTRAL1);
    run(made.query(), "make_" + name);
    TableSchema schema = SANDBOX.cloud().catalog().table(requests).orElseThrow().schema();
    assertThat(schema.fields().subList(1, schema.fields().size()))
        .as("columns that a job takes")
        .allMatch(ColumnSql::mayPass);
    List<String> sent =
        rows(requests, schema).stream().map(r -> text(r, schema, "request")).sorted().toList();
    RequestRenderer renderer = new RequestRenderer(spec, table.schema(), TestKeys.MARKS);
    List<String> shown =
        rows(source, table.schema()).stream().map(r -> renderer.json(r)).sorted().toList();
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i)).as("%s, row %d", name, i).isEqualTo(sent.get(i));
      assertThat(RequestCheck.check(sent.get(i))).isEmpty();
    }
    assertThat(sent).hasSameSizeAs(shown).isNotEmpty();
  }

  private static List<Row> rows(TableRef table, TableSchema schema) throws Exception {
    return SANDBOX.cloud().rows().page(table, schema, 0, 1000).rows();
  }

  private static String text(Row row, TableSchema schema, String column) {
    return row.values().get(schema.indexOf(column)) instanceof Value.Scalar(String text)
        ? text
        : "NULL";
  }

  private static void run(Query query, String jobId) throws Exception {
    SANDBOX.cloud().queries().run(query, jobId);
  }

  private static TableRef mine(String table) {
    return new TableRef(Sandbox.PROJECT, "mine", table);
  }

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(NASTY[random.nextInt(NASTY.length)]);
    }
    return text.toString();
  }

  private static double number(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return random.nextBoolean() && Double.isFinite(any)
        ? any
        : (random.nextInt(2001) - 1000) * Math.pow(10, random.nextInt(30) - 15);
  }
}
