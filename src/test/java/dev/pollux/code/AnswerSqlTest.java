package dev.pollux.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.ZetaSqlOracle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// Each kind of answer column is a typed column of the SELECT, for Google's analyser and evaluator
/// and in the sandbox alike; what is not of its type is NULL, and nothing fails.
class AnswerSqlTest {
  private static final TableRef OUTPUT = new TableRef(Sandbox.PROJECT, "mine", "answers");
  private static final String GOOD =
      """
      {"subject":"war","day":"2024-02-29","at":"2024-02-29T10:00:00.5Z","share":0.5,"count":7.0,
       "sure":true,"quote":"a \\"b\\"","words":["x","y"],"numbers":[3.0,1,2],"days":["2024-01-02"],
       "flags":[true,false],"place":{"name":"Oslo","year":1905,"tags":["a","b"]},
       "places":[{"name":"Bergen","year":1070,"tags":[]},{"name":"Moss","tags":["c"]}]}
      """;
  private static final String BAD =
      """
      {"subject":["war"],"day":"2024-02-31","at":"noon","share":"much","count":1.5,"sure":"yes",
       "words":["x",null,["z"]],"numbers":["three",4],"days":["2024-02-31","2024-03-01"],
       "flags":{},"place":"Oslo","places":["Bergen",{"year":"x"}]}
      """;

  @TempDir private Path data;

  private static AnswerSchema schema() {
    List<Member> place =
        List.of(
            member("name", new AnswerSchema.Type.Text()),
            member("year", new AnswerSchema.Type.Whole()),
            member("tags", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Text())));
    return new AnswerSchema(
        List.of(
            member("subject", new AnswerSchema.Type.Choice(List.of("war", "law"))),
            member("day", new AnswerSchema.Type.CalendarDate()),
            member("at", new AnswerSchema.Type.PointInTime()),
            member("share", new AnswerSchema.Type.Decimal()),
            member("count", new AnswerSchema.Type.Whole()),
            member("sure", new AnswerSchema.Type.YesNo()),
            member("quote", new AnswerSchema.Type.Quote("text")),
            member("words", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Text())),
            member("numbers", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Whole())),
            member("days", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.CalendarDate())),
            member("flags", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.YesNo())),
            member("place", new AnswerSchema.Type.Group(place)),
            member("places", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.Group(place)))));
  }

  private static Member member(String name, AnswerSchema.Type type) {
    return new Member(name, type, "", true);
  }

  private static String select() {
    return AnswerSql.of(OUTPUT, SchemaTypes.of(schema()));
  }

  /// A row of an output: its id, and a response with that answer.
  private static String row(int id, String answer, String type) {
    JsonMapper json = JsonMapper.shared();
    String text = json.writeValueAsString(answer.replaceAll("\n *", ""));
    String response = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + text + "}]}}]}";
    String literal = json.writeValueAsString(response);
    return "SELECT "
        + id
        + " AS id, '{}' AS request, '' AS status, "
        + (type.equals("JSON") ? "PARSE_JSON(" + literal + ")" : literal)
        + " AS response";
  }

  private static String rows(String type) {
    return row(1, GOOD, type)
        + " UNION ALL "
        + row(2, BAD, type)
        + " UNION ALL "
        + row(3, "I cannot say.", type)
        + " UNION ALL SELECT 4, '{}', 'failed', NULL";
  }

  /// How the output table holds the responses.
  enum Held {
    JSON,
    STRING
  }

  @ParameterizedTest
  @EnumSource(Held.class)
  void everyKindIsATypedColumn(Held held) {
    ZetaSqlOracle oracle = new ZetaSqlOracle().table(OUTPUT.toString(), rows(held.name()));
    ZetaSqlOracle.Result result = oracle.evaluate(select() + " ORDER BY id");

    assertThat(result.types().subList(2, 15))
        .containsExactly(
            "STRING",
            "DATE",
            "TIMESTAMP",
            "FLOAT64",
            "INT64",
            "BOOL",
            "STRING",
            "ARRAY<STRING>",
            "ARRAY<INT64>",
            "ARRAY<DATE>",
            "ARRAY<BOOL>",
            "STRUCT<name STRING, year INT64, tags ARRAY<STRING>>",
            "ARRAY<STRUCT<name STRING, year INT64, tags ARRAY<STRING>>>");
    assertThat(result.rows().getFirst().get(4)).isEqualTo("us:1709200800500000");
    assertThat(result.rows().getFirst().subList(2, 4)).containsExactly("\"war\"", "2024-02-29");
    assertThat(result.rows().getFirst().subList(5, 15))
        .containsExactly(
            "0.5",
            "7",
            "true",
            "\"a \"b\"\"",
            "[\"x\", \"y\"]",
            "[3, 1, 2]",
            "[2024-01-02]",
            "[true, false]",
            "{\"Oslo\", 1905, [\"a\", \"b\"]}",
            "[{\"Bergen\", 1070, []}, {\"Moss\", NULL, [\"c\"]}]");
    assertThat(result.rows().get(1).subList(2, 15))
        .containsExactly(
            "NULL",
            "NULL",
            "NULL",
            "NULL",
            "NULL",
            "NULL",
            "NULL",
            "[\"x\"]",
            "[4]",
            "[2024-03-01]",
            "[]",
            "NULL",
            "[{NULL, NULL, []}]");
    assertThat(result.rows().get(2).subList(2, 9)).containsOnly("NULL");
  }

  @Test
  void theSandboxReadsTheSame() throws Exception {
    try (Sandbox sandbox =
            Sandbox.start(
                new SandboxOptions(data, 0, 0, Optional.empty(), 100, Clock.systemUTC()));
        Cloud cloud = SandboxClouds.open(sandbox)) {
      Query made =
          Query.of("CREATE TABLE " + OUTPUT.sql() + " AS " + rows("JSON"), Location.US_CENTRAL1);
      cloud.queries().run(made, "made");
      QueryResult result =
          cloud.queries().run(Query.of(select() + " ORDER BY id", Location.US_CENTRAL1), "read");

      List<Field> columns = result.schema().fields().subList(2, 15);
      assertThat(columns.stream().map(Field::typeName))
          .containsExactlyElementsOf(
              SchemaTypes.of(schema()).stream().map(Field::typeName).toList());
      assertThat(result.rows().getFirst().values().subList(2, 15).stream().map(AnswerSqlTest::text))
          .containsExactly(
              "war",
              "2024-02-29",
              "2024-02-29 10:00:00.500+00",
              "0.5",
              "7",
              "true",
              "a \"b\"",
              "[x, y]",
              "[3, 1, 2]",
              "[2024-01-02]",
              "[true, false]",
              "{Oslo, 1905, [a, b]}",
              "[{Bergen, 1070, []}, {Moss, NULL, [c]}]");
      assertThat(result.rows().get(1).values().subList(2, 15).stream().map(AnswerSqlTest::text))
          .containsExactly(
              "NULL",
              "NULL",
              "NULL",
              "NULL",
              "NULL",
              "NULL",
              "NULL",
              "[x]",
              "[4]",
              "[2024-03-01]",
              "[]",
              "NULL",
              "[{NULL, NULL, []}]");
    }
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Null _ -> "NULL";
      case Value.Scalar(String text) -> text;
      case Value.Array(List<Value> values) ->
          values.stream().map(AnswerSqlTest::text).collect(Collectors.joining(", ", "[", "]"));
      case Value.Struct(List<Value> values) ->
          values.stream().map(AnswerSqlTest::text).collect(Collectors.joining(", ", "{", "}"));
    };
  }

  @Test
  void namesThatAreNoColumnsAreLeftOut() {
    Field odd =
        new Field(
            "g",
            FieldType.STRUCT,
            Field.Mode.NULLABLE,
            List.of(Field.of("a'b", FieldType.STRING), Field.of("c", FieldType.STRING)),
            "");
    String sql = AnswerSql.of(OUTPUT, List.of(Field.of("x`y", FieldType.STRING), odd));
    assertThat(sql).doesNotContain("a'b").doesNotContain("x`y").contains("AS `c`");
  }
}
