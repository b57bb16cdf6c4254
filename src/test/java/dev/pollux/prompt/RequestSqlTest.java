package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.TestKeys;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The preview must not lie: what the renderer shows is, byte for byte, what Google's own GoogleSQL
/// makes of the statement.
class RequestSqlTest {
  private static final TableRef SOURCE = new TableRef("p", "d", "t");
  private static final TableRef REQUESTS = new TableRef("p", "d", "r");
  private static final String[] NASTY = {
    "",
    " ",
    "\"",
    "'",
    "\\",
    "\\n",
    "\n",
    "\r\n",
    "\t",
    "\b",
    "\f",
    "\u0001",
    "\u001f",
    "\u007f",
    "{{x}}",
    "{",
    "}}",
    "`",
    "@text0",
    "</script>",
    "&",
    "/",
    "é",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "😀",
    "👩‍👩‍👧",
    "שלום",
    "مرحبا",
    "\u202e",
    "日本",
    "NULL",
    "%s",
    "{0}",
  };

  @Test
  void rendersTextsAsTheCloudDoes() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 150; i++) {
      String value = nasty(random);
      assertSame(FieldType.STRING, literal(value), value, nasty(random), nasty(random));
    }
  }

  @Test
  void rendersEachNastyPieceAlone() {
    for (String piece : NASTY) {
      assertSame(FieldType.STRING, literal(piece), piece, piece, piece);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INT64 | -9223372036854775808 | -9223372036854775808",
        "FLOAT64 | 0.1 | 0.1",
        "FLOAT64 | 1e15 | 1.0E15",
        "FLOAT64 | 123456789012345.0 | 1.23456789012345E14",
        "FLOAT64 | 1e-5 | 1.0E-5",
        "FLOAT64 | 5e-324 | 4.9E-324",
        "FLOAT64 | 1.7976931348623157e308 | 1.7976931348623157E308",
        "FLOAT64 | CAST('nan' AS FLOAT64) | NaN",
        "FLOAT64 | CAST('-inf' AS FLOAT64) | -Infinity",
        "NUMERIC | NUMERIC '-1.500000001' | -1.500000001",
        "BIGNUMERIC | BIGNUMERIC '1e-38' | 0.00000000000000000000000000000000000001",
        "BOOL | TRUE | true",
        "DATE | DATE '0001-01-01' | 0001-01-01",
        "TIME | TIME '12:00:00.5' | 12:00:00.500",
        "TIMESTAMP | TIMESTAMP '2024-01-31 12:00:00.123456+00' | 2024-01-31 12:00:00.123456+00",
        "TIMESTAMP | TIMESTAMP '2024-01-31 12:00:00+00' | 2024-01-31 12:00:00+00",
        "DATETIME | DATETIME '2024-01-31 12:00:00' | 2024-01-31 12:00:00",
        "BYTES | b'\\x00\\xff' | AP8=",
        "JSON | JSON '{\"a\":[1,null,\"x\"]}' | {\"a\":[1,null,\"x\"]}",
      })
  void rendersScalarsAsTheCloudDoes(FieldType type, String sql, String text) {
    assertSame(type, sql, text, "<", "");
  }

  @ParameterizedTest
  @CsvSource({
    "STRING",
    "INT64",
    "FLOAT64",
    "NUMERIC",
    "BOOL",
    "DATE",
    "TIMESTAMP",
    "BYTES",
    "JSON"
  })
  void rendersNullAsNothing(FieldType type) {
    ask(type, "CAST(NULL AS " + type + ")", Value.NULL, RequestSpec.of("<{{c}}>", ""));
  }

  @Test
  void rendersArraysAndStructsAsTheCloudDoes() {
    Field array = new Field("c", FieldType.INT64, Field.Mode.REPEATED, List.of(), "");
    Value numbers =
        new Value.Array(List.of(new Value.Scalar("1"), new Value.Scalar("9007199254740993")));
    same(array, "[1, 9007199254740993]", numbers, RequestSpec.of("{{c}}", ""));
    List<Field> members =
        List.of(Field.of("a", FieldType.STRING), Field.of("b", FieldType.FLOAT64));
    Field struct = new Field("c", FieldType.STRUCT, Field.Mode.NULLABLE, members, "");
    Value both = new Value.Struct(List.of(new Value.Scalar("\"é"), new Value.Scalar("0.5")));
    same(struct, "STRUCT('\"é' AS a, 0.5 AS b)", both, RequestSpec.of("{{c}}", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FLOAT64 | 1e20 | 1.0E20",
        "FLOAT64 | CAST('nan' AS FLOAT64) | NaN",
        "FLOAT64 | CAST('-inf' AS FLOAT64) | -Infinity",
        "INT64 | 9007199254740992 | 9007199254740992",
        "INT64 | -9007199254740993 | -9007199254740993",
        "NUMERIC | NUMERIC '1.5' | 1.5",
        "NUMERIC | NUMERIC '2' | 2",
        "BIGNUMERIC | BIGNUMERIC '9007199254740993' | 9007199254740993",
        "TIMESTAMP | TIMESTAMP '2024-01-31 12:00:00.5+00' | 2024-01-31 12:00:00.500+00",
        "DATETIME | DATETIME '2024-01-31 12:00:00' | 2024-01-31 12:00:00",
        "TIME | TIME '12:00:00.5' | 12:00:00.500",
        "BYTES | b'\\xff' | /w==",
        "BOOL | FALSE | false",
        "RANGE | RANGE<DATE> '[2024-01-01, UNBOUNDED)' | [2024-01-01, UNBOUNDED)",
      })
  void rendersElementsAsTheCloudDoes(FieldType type, String sql, String text) {
    Field array = new Field("c", type, Field.Mode.REPEATED, List.of(), "");
    Value one = new Value.Array(List.of(new Value.Scalar(text)));
    same(array, "[" + sql + "]", one, RequestSpec.of("{{c}}", ""));
  }

  @Test
  void castsAnyFloatAsTheCloudDoes() {
    Random random = new Random(64);
    ZetaSqlOracle oracle = new ZetaSqlOracle();
    for (int i = 0; i < 300; i++) {
      double value =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(24));
      if (Double.isFinite(value)) {
        String cast = "SELECT CAST(CAST('" + value + "' AS FLOAT64) AS STRING) AS c";
        String expected = oracle.evaluate(cast).rows().getFirst().getFirst();
        assertThat('"' + FloatText.of(value) + '"').isEqualTo(expected);
      }
    }
  }

  @Test
  void convertsAndRenamesWhatMayNotPass() {
    TableSchema schema =
        new TableSchema(
            List.of(Field.of("status", FieldType.STRING), Field.of("at", FieldType.DATETIME)));
    ZetaSqlOracle oracle = new ZetaSqlOracle();
    oracle.table("p.d.t", "SELECT 's' AS status, DATETIME '2024-01-31 12:00:00' AS `at`");
    RequestSql made = sql(schema, RequestSpec.of("{{at}}", ""));
    ZetaSqlOracle.Result result = MadeRequests.evaluate(oracle, made.query());
    assertThat(result.names()).containsExactly("pollux_row_key", "status_input", "at", "request");
    assertThat(result.types()).containsExactly("STRING", "STRING", "STRING", "STRING");
    assertThat(made.notes()).extracting(Finding::code).contains("sql.renamed", "sql.converted");
  }

  /// A window over all rows, or an order of them, is the work of one worker: BigQuery ends it with
  /// "Resources exceeded" where rows are many and wide.
  @ParameterizedTest
  @CsvSource({"-1, false", "200000, false", "200000, true"})
  void noWorkerSeesAllRows(long limit, boolean random) {
    TableSchema schema = new TableSchema(List.of(Field.of("c", FieldType.STRING)));
    RowChoice choice =
        new RowChoice(
            List.of(), limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit), random, "seed");
    Query query =
        RequestSql.of(
                SOURCE,
                schema,
                RequestSpec.of("{{c}}", ""),
                TestKeys.MARKS,
                choice,
                REQUESTS,
                Location.US_CENTRAL1)
            .query();
    assertThat(query.sql()).doesNotContain("OVER (");
    assertThat(query.sql().contains("ORDER BY")).as("only hashes are sorted").isEqualTo(random);
    ZetaSqlOracle oracle = new ZetaSqlOracle();
    oracle.table("p.d.t", "SELECT CAST(n AS STRING) AS c FROM UNNEST(GENERATE_ARRAY(1, 40)) AS n");
    assertThat(MadeRequests.evaluate(oracle, query).rows())
        .hasSize(40)
        .extracting(List::getFirst)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("\"[0-9a-f-]{36}\""));
  }

  @Test
  void writesNoWordOfThePersonIntoTheStatement() {
    String attack = "'); DROP TABLE x; -- `";
    TableSchema schema = new TableSchema(List.of(Field.of("c", FieldType.STRING)));
    assertThat(sql(schema, RequestSpec.of(attack, attack)).query().sql()).doesNotContain("DROP");
    TableSchema evil = new TableSchema(List.of(Field.of("c` FROM x; --", FieldType.STRING)));
    assertThatThrownBy(() -> sql(evil, RequestSpec.of("x", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertSame(
      FieldType type, String sql, String text, String around, String system) {
    String literal = around.replace("{{", "{{{{").replace("}}", "}}}}");
    RequestSpec spec = RequestSpec.of(literal + " {{c}} " + literal, system);
    ask(type, sql, new Value.Scalar(text), spec);
  }

  private static void ask(FieldType type, String sql, Value value, RequestSpec spec) {
    same(Field.of("c", type), sql, value, spec);
  }

  private static void same(Field field, String sql, Value value, RequestSpec spec) {
    TableSchema schema = new TableSchema(List.of(field));
    ZetaSqlOracle oracle = new ZetaSqlOracle().table("p.d.t", "SELECT " + sql + " AS c");
    Query query = sql(schema, spec).query();
    ZetaSqlOracle.Result result = MadeRequests.evaluate(oracle, query);
    String made = result.rows().getFirst().getLast();
    String shown = new RequestRenderer(spec, schema, TestKeys.MARKS).json(new Row(List.of(value)));
    assertThat('"' + shown + '"').as("the preview of %s %s", field.typeName(), sql).isEqualTo(made);
  }

  private static RequestSql sql(TableSchema schema, RequestSpec spec) {
    return RequestSql.of(
        SOURCE, schema, spec, TestKeys.MARKS, RowChoice.ALL, REQUESTS, Location.US_CENTRAL1);
  }

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(NASTY[random.nextInt(NASTY.length)]);
    }
    return text.toString();
  }

  private static String literal(String text) {
    StringBuilder sql = new StringBuilder("'");
    text.codePoints().forEach(c -> sql.append(String.format("\\U%08x", c)));
    return sql.append("'").toString();
  }
}
