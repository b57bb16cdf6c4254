package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.TestKeys;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the preview shows is what will be sent: 1,000 random templates over random rows of every
/// scalar type, rendered here, by Google's own GoogleSQL and by the sandbox, byte for byte.
class RandomTemplatesTest {
  private static final TableRef SOURCE = new TableRef(Sandbox.PROJECT, "mine", "random_rows");
  private static final int ROWS = 40;

  /// Templates that the sandbox is asked about; ZetaSQL is asked about all.
  private static final int IN_THE_SANDBOX = 60;

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  static List<Long> seeds() {
    return List.of(20_261_122L, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCloudMakesWhatThePreviewShows(long seed) throws Exception {
    Random random = new Random(seed);
    RandomRequests requests = new RandomRequests(random);
    TableRef source = SOURCE.datasetRef().table("rows_" + Math.abs(seed));
    String rows = rows(requests, random);
    run(
        new Query(
            "SELECT * FROM (" + rows + ")", Map.of(), Location.US_CENTRAL1, Optional.of(source)),
        source.table());
    TableSchema schema = SANDBOX.cloud().catalog().table(source).orElseThrow().schema();
    List<Row> here = SANDBOX.cloud().rows().page(source, schema, 0, ROWS).rows();
    assertThat(here).hasSize(ROWS);
    ZetaSqlOracle oracle = new ZetaSqlOracle().table(source.toString(), rows);
    for (int i = 0; i < 500; i++) {
      RequestSpec spec = requests.spec(schema);
      TableRef made = source.datasetRef().table("made_" + Math.abs(seed) + "_" + i);
      RequestSql sql =
          RequestSql.of(
              source, schema, spec, TestKeys.MARKS, RowChoice.ALL, made, Location.US_CENTRAL1);
      List<String> shown = shown(spec, schema, here);
      String story = "seed " + seed + ", template " + i + ": " + spec;
      assertThat(byGoogle(oracle, sql.query())).as(story).isEqualTo(shown);
      shown.forEach(request ->
          assertThat(RequestCheck.check(request))
              .as(story)
              .noneMatch(f -> f.code().equals("request.not-json")));
      if (i < IN_THE_SANDBOX) {
        run(sql.query(), "make_" + made.table());
        assertThat(bySandbox(made)).as(story).isEqualTo(shown);
      }
    }
  }

  @Test
  void aMegabyteOfTextArrivesWhole() throws Exception {
    TableRef source = SOURCE.datasetRef().table("megabyte");
    String rows = "SELECT REPEAT('é\"', 250000) AS s";
    run(new Query(rows, Map.of(), Location.US_CENTRAL1, Optional.of(source)), source.table());
    TableSchema schema = SANDBOX.cloud().catalog().table(source).orElseThrow().schema();
    TableRef made = source.datasetRef().table("megabyte_made");
    RequestSpec spec = RequestSpec.of("{{s}}", "");
    Query query =
        RequestSql.of(
                source, schema, spec, TestKeys.MARKS, RowChoice.ALL, made, Location.US_CENTRAL1)
            .query();
    List<String> shown =
        shown(spec, schema, SANDBOX.cloud().rows().page(source, schema, 0, ROWS).rows());
    assertThat(shown.getFirst()).hasSizeGreaterThan(1_000_000 * 3 / 4);
    assertThat(byGoogle(new ZetaSqlOracle().table(source.toString(), rows), query))
        .isEqualTo(shown);
    run(query, "make_" + made.table());
    assertThat(bySandbox(made)).isEqualTo(shown);
  }

  private static List<String> shown(RequestSpec spec, TableSchema schema, List<Row> rows) {
    RequestRenderer renderer = new RequestRenderer(spec, schema, TestKeys.MARKS);
    return rows.stream().filter(row -> !renderer.skips(row)).map(renderer::json).sorted().toList();
  }

  private static List<String> byGoogle(ZetaSqlOracle oracle, Query query) {
    return MadeRequests.evaluate(oracle, query).rows().stream()
        .map(row -> row.getLast().substring(1, row.getLast().length() - 1))
        .sorted()
        .toList();
  }

  private static List<String> bySandbox(TableRef made) throws Exception {
    TableSchema schema = SANDBOX.cloud().catalog().table(made).orElseThrow().schema();
    int column = schema.indexOf("request");
    return SANDBOX.cloud().rows().page(made, schema, 0, ROWS).rows().stream()
        .map(row -> ((Value.Scalar) row.values().get(column)).text())
        .sorted()
        .toList();
  }

  private static void run(Query query, String jobId) throws Exception {
    SANDBOX.cloud().queries().run(query, jobId);
  }

  /// A query of random rows, one NULL in five; and one long text.
  private static String rows(RandomRequests requests, Random random) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String text = i == 7 ? longText(requests.value() + "é\"") : literal(requests.value());
      rows.add(
          "SELECT "
              + String.join(
                  ", ",
                  named(random, text, FieldType.STRING, "s"),
                  named(
                      random,
                      literal("gs://b/" + requests.value() + ".PNG"),
                      FieldType.STRING,
                      "uri"),
                  named(
                      random,
                      Long.toString(random.nextLong() >> random.nextInt(63)),
                      FieldType.INT64,
                      "i"),
                  named(
                      random,
                      "CAST('"
                          + (random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20))
                          + "' AS FLOAT64)",
                      FieldType.FLOAT64,
                      "f"),
                  named(
                      random,
                      "NUMERIC '" + random.nextInt() + "." + random.nextInt(1000) + "'",
                      FieldType.NUMERIC,
                      "n"),
                  named(random, random.nextBoolean() ? "TRUE" : "FALSE", FieldType.BOOL, "b"),
                  named(
                      random,
                      "DATE '2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9) + "'",
                      FieldType.DATE,
                      "d"),
                  named(
                      random,
                      "TIME '0" + random.nextInt(9) + ":00:00." + random.nextInt(1_000_000) + "'",
                      FieldType.TIME,
                      "t"),
                  named(
                      random,
                      "TIMESTAMP_MICROS(" + (random.nextLong() >> 14) + ")",
                      FieldType.TIMESTAMP,
                      "ts"),
                  named(
                      random,
                      "DATETIME '2024-01-31 12:00:00." + random.nextInt(1000) + "'",
                      FieldType.DATETIME,
                      "dt"),
                  named(
                      random,
                      "CAST(" + literal(requests.value()) + " AS BYTES)",
                      FieldType.BYTES,
                      "y"),
                  named(
                      random,
                      "JSON '{\"b\":[1,null,\"x\"],\"a\":" + random.nextInt() + "}'",
                      FieldType.JSON,
                      "j"),
                  "STRUCT("
                      + literal(requests.value())
                      + " AS t, "
                      + random.nextInt()
                      + " AS n) AS o",
                  "[" + literal(requests.value()) + ", 'x'] AS l"));
    }
    return rows.stream().collect(Collectors.joining("\nUNION ALL "));
  }

  /// GoogleSQL makes no text over 1 MiB, JSON included: what is repeated may be escaped, six
  /// characters for one, and stand in all ten places that a template here can have.
  private static String longText(String text) {
    return "REPEAT(" + literal(text) + ", " + 1_000_000 / (text.length() * 6 * 10) + ")";
  }

  private static String named(Random random, String sql, FieldType type, String name) {
    return (random.nextInt(5) == 0 ? "CAST(NULL AS " + type + ")" : sql) + " AS " + name;
  }

  private static String literal(String text) {
    StringBuilder sql = new StringBuilder("'");
    text.codePoints().forEach(c -> sql.append(String.format("\\U%08x", c)));
    return sql.append("'").toString();
  }
}
