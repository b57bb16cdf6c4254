package dev.pollux.ui.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.MadeColumns;
import dev.pollux.testing.JsonMutations;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.ZetaSqlOracle;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/// What a query makes of the answers is what the grid sorts them by: row by row, column by column,
/// in the sandbox and in Google's own engine.
class AnswerMakingTest {
  private static final TableSchema OUTPUT =
      new TableSchema(
          List.of(
              Field.of("id", FieldType.INT64),
              Field.of("response", FieldType.STRING),
              Field.of("status", FieldType.STRING)));
  static final List<Field> ANSWERS =
      List.of(
          Field.of("label", FieldType.STRING),
          Field.of("score", FieldType.INT64),
          Field.of("share", FieldType.FLOAT64),
          Field.of("sure", FieldType.BOOL),
          Field.of("tags", FieldType.JSON),
          Field.of("user's note", FieldType.STRING),
          Field.of("größe.cm €", FieldType.FLOAT64));

  /// Answers that are objects, more or less.
  private static final List<String> ANSWERED =
      List.of(
          "{\"label\":\"good\",\"score\":4,\"share\":0.5,\"sure\":true,\"tags\":[\"a\",{\"b\":null}],\"user's note\":\"it's\",\"größe.cm €\":1.5}",
          "{\"label\":null,\"score\":null,\"share\":null,\"sure\":null,\"tags\":null}",
          "{}",
          "{\"score\":\"4\",\"share\":\"0.25\",\"sure\":\"true\",\"label\":7,\"tags\":\"none\"}",
          "{\"score\":\"about 3\",\"share\":\"half\",\"sure\":\"yes\",\"label\":true,\"tags\":false}",
          "{\"score\":4.0,\"share\":3,\"sure\":1,\"label\":4.50,\"tags\":12.50}",
          "{\"score\":4.6,\"share\":-0.0,\"sure\":\"TRUE\",\"label\":0.1,\"tags\":{}}",
          "{\"score\":9223372036854775807,\"share\":1e300,\"label\":9007199254740993}",
          "{\"score\":9223372036854775808,\"share\":1e400,\"label\":1e400}",
          "{\"score\":-9223372036854775808,\"share\":123456789012345678901234567890,\"label\":123456789012345678901234567890}",
          "{\"score\":1e3,\"share\":1E-7,\"label\":1e10}",
          "{\"score\":\"1e3\",\"share\":\"NaN\",\"label\":0.30000000000000004}",
          "{\"score\":\"0x1F\",\"share\":\"0x1p3\",\"label\":\"\"}",
          "{\"score\":\" 4 \",\"share\":\" 4 \",\"label\":\" \"}",
          "{\"score\":\"+4\",\"share\":\"Infinity\",\"label\":\"Zoo 😀\"}",
          "{\"score\":[4],\"share\":{\"a\":1},\"sure\":[],\"label\":[\"good\"]}",
          "{\"label\":{\"score\":4},\"tags\":{\"label\":\"inner\"}}",
          "{\"label\":\"a \\\"quote\\\" \\\\ \\n\\t \\u00e9\"}",
          "{\"label\":\"half \\ud83d\",\"score\":5}",
          "{\"label\":\"\\\\ud83d\",\"score\":5}",
          "{\"label\":\"\\u1e45\",\"score\":1e+400}",
          "{\"label\":\"one\",\"label\":\"two\"}",
          "{\"label\":\"ends with }\"}",
          "{\"label\":\"x\"}\n}",
          "{\"label\":\"x\"}}}}.",
          "{\"label\":\"x}\"}}\"",
          "{\"label\":\"x\"} and more",
          "{\"label\":\"x\"}{\"label\":\"y\"}",
          "```json\n{\"label\":\"fenced\",\"score\":4}\n```",
          "```\n{\"label\":\"fenced\"}```",
          "```json {\"label\":\"cut",
          " \n {\"label\":\"blanks\"} \n",
          "{\"label\":\"an \"unescaped\" quote\"}",
          "{\"label\":\"cut at the lim",
          "{'label':'single'}",
          "{\"label\":\"trailing\",}",
          "{label:\"bare\"}",
          "{\"score\":04}",
          "{\"score\":NaN,\"label\":\"n\"}",
          "{\"label\":\"a\nb\"}",
          "{\"label\":\"c\"/* said */}",
          "[{\"label\":\"list\"}]",
          "[1,2]",
          "\"text\"",
          "null",
          "42",
          "good",
          " ",
          "Here it is: {\"label\":\"late\"}",
          "{\"Label\":\"other case\"}",
          "{\"label\":\"" + "é".repeat(3000) + "\"}",
          "{\"tags\":" + "[".repeat(60) + "]".repeat(60) + "}");

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  /// A table holds no surrogate that stands alone.
  record Case(String response, String status) {
    Case {
      response = new String(response.getBytes(UTF_8), UTF_8);
    }
  }

  private static String response(String text, String finish, String usage) {
    return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":"
        + JsonMapper.shared().writeValueAsString(text)
        + "}]},\"finishReason\":\""
        + finish
        + "\"}],\"usageMetadata\":"
        + usage
        + ",\"modelVersion\":\"m\"}";
  }

  private static String parts(String parts) {
    return "{\"candidates\":[{\"content\":{\"parts\":[" + parts + "]},\"finishReason\":\"STOP\"}]}";
  }

  static List<Case> cases() {
    String usage = "{\"promptTokenCount\":30,\"candidatesTokenCount\":12}";
    List<Case> all = new ArrayList<>();
    ANSWERED.forEach(text -> all.add(new Case(response(text, "STOP", usage), "")));
    for (String finish : List.of("MAX_TOKENS", "SAFETY", "RECITATION", "LANGUAGE", "")) {
      all.add(new Case(response("{\"label\":\"cut\"}", finish, usage), ""));
    }
    for (String figures :
        List.of(
            "{\"promptTokenCount\":812,\"totalTokenCount\":812}",
            "{\"promptTokenCount\":30,\"candidatesTokenCount\":12,\"thoughtsTokenCount\":5,\"toolUsePromptTokenCount\":3,\"totalTokenCount\":50}",
            "{\"promptTokenCount\":30,\"candidatesTokenCount\":12,\"totalTokenCount\":60}",
            "{\"promptTokenCount\":\"30\",\"candidatesTokenCount\":\"2\"}",
            "{\"promptTokenCount\":\"-30\",\"candidatesTokenCount\":2.0,\"thoughtsTokenCount\":9223372036854775808}",
            "{\"promptTokenCount\":-4,\"candidatesTokenCount\":1e300,\"totalTokenCount\":null}",
            "{\"promptTokenCount\":9223372036854775807,\"totalTokenCount\":[1]}",
            "{\"totalTokenCount\":0}",
            "null",
            "[]",
            "\"many\"")) {
      all.add(new Case(response("{\"score\":1}", "STOP", figures), ""));
    }
    Stream.of(
            "{\"candidates\":[{\"content\":{},\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}],\"usageMetadata\":{\"promptTokenCount\":812,\"totalTokenCount\":812}}",
            "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":4199}}",
            "{\"error\":{\"code\":429,\"message\":\"Slow down\"},\"usageMetadata\":{\"promptTokenCount\":4}}",
            "{\"usageMetadata\":{\"promptTokenCount\":4}}",
            "{\"usageMetadata\":{\"promptTokenCount\":4}",
            "{\"candidates\":[{}]}",
            "{\"candidates\":[{\"finishReason\":\"SAFETY\"},{\"content\":{\"parts\":[{\"text\":\"{\\\"score\\\":2}\"}]}}]}",
            "{\"candidates\":[{\"content\":{\"parts\":{\"text\":\"{\\\"score\\\":3}\"}}}]}",
            "\"{\\\"candidates\\\":[{\\\"content\\\":{\\\"parts\\\":[{\\\"text\\\":\\\"twice\\\"}]}}]}\"",
            parts(
                "{\"thought\":true,\"text\":\"hm\"},{\"text\":\"{\\\"score\\\"\"},{\"text\":\":5}\"}"),
            parts(
                "{\"inlineData\":{\"mimeType\":\"image/png\"}},{\"text\":\"see\"},{\"fileData\":{}}"),
            parts(
                "{\"executableCode\":{\"code\":\"1+1\"}},{\"codeExecutionResult\":{\"output\":\"2\"}}"),
            // The sandbox puts members in the order of their names.
            parts("{\"functionCall\":{\"args\":{\"n\":1,\"s\":\"é\"},\"name\":\"f\"}}"),
            parts("\"a\",{\"text\":\"b\"},null"),
            "",
            "null",
            "{",
            "[]")
        .forEach(response -> all.add(new Case(response, "")));
    for (String status :
        List.of(
            "Bad Request: {\"error\": {\"code\": 400, \"message\": \"Please use a valid role\"}}",
            "{\"code\":0}",
            "DEADLINE_EXCEEDED",
            "{}")) {
      all.add(new Case("", status));
      all.add(new Case(response("{\"score\":6}", "STOP", usage), status));
    }
    return all;
  }

  private static List<GridColumn> columns(Words words) {
    OutputColumns columns = new OutputColumns(words, new OutcomeWords(words, OUTPUT));
    return Stream.concat(
            columns.sorted(OUTPUT, ANSWERS).stream(),
            columns.sorted(OUTPUT, List.of()).stream()
                .filter(column -> column.field().name().equals(OutputColumns.ANSWER)))
        .filter(column -> OUTPUT.find(column.field().name()).isEmpty())
        .toList();
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar(String text) ? text : "NULL";
  }

  @Test
  void aQueryMakesWhatTheGridSortsBy() throws Exception {
    List<Case> cases = cases();
    Random random = new Random(12);
    String whole =
        response(
            ANSWERED.getFirst(),
            "STOP",
            "{\"promptTokenCount\":3,\"candidatesTokenCount\":2,\"totalTokenCount\":5}");
    for (int i = 0; i < 120; i++) {
      cases.add(new Case(JsonMutations.of(whole, random), ""));
    }
    for (int i = 0; i < 120; i++) {
      cases.add(
          new Case(response(JsonMutations.of(ANSWERED.getFirst(), random), "STOP", "{}"), ""));
    }
    assertSame(cases, new Words(Locale.ENGLISH));
    assertSame(cases().subList(0, 60), new Words(Locale.FRENCH));
  }

  private static void assertSame(List<Case> cases, Words words) throws Exception {
    List<GridColumn> columns = columns(words);
    Map<String, String> names = new LinkedHashMap<>();
    columns.forEach(column -> names.put(column.field().name(), "c" + names.size()));
    MadeColumns made =
        new AnswerMaking(OUTPUT, ANSWERS, new OutcomeWords(words, OUTPUT).ending())
            .of(names)
            .orElseThrow();
    String sql =
        "SELECT id, "
            + String.join(", ", names.values())
            + " FROM ("
            + made.over()
                .apply(
                    "SELECT id, r AS response, s AS status FROM UNNEST(@responses) AS r WITH OFFSET"
                        + " AS id INNER JOIN UNNEST(@statuses) AS s WITH OFFSET AS other ON id ="
                        + " other")
            + ") ORDER BY id";
    Query query =
        new Query(
            sql,
            Map.of(
                "responses",
                new Query.Parameter.Array(
                    FieldType.STRING, cases.stream().map(Case::response).toList()),
                "statuses",
                new Query.Parameter.Array(
                    FieldType.STRING, cases.stream().map(Case::status).toList())),
            Location.US_CENTRAL1,
            Optional.empty());
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Row row =
          new Row(
              List.of(
                  new Value.Scalar(Integer.toString(i)),
                  new Value.Scalar(cases.get(i).response()),
                  new Value.Scalar(cases.get(i).status())));
      for (GridColumn column : columns) {
        expected.add(said(cases.get(i), column, text(column.value().apply(row))));
      }
    }
    List<String> sandbox = new ArrayList<>();
    for (Row row :
        SANDBOX.cloud().queries().run(query, "made_" + words.get("sorting.apply")).rows()) {
      for (int i = 0; i < columns.size(); i++) {
        sandbox.add(
            said(
                cases.get((int) Long.parseLong(text(row.values().getFirst()))),
                columns.get(i),
                text(row.values().get(i + 1))));
      }
    }
    List<String> google = new ArrayList<>();
    for (List<String> row : MadeRequests.evaluate(new ZetaSqlOracle(), query).rows()) {
      for (int i = 0; i < columns.size(); i++) {
        google.add(
            said(
                cases.get(Integer.parseInt(row.getFirst())),
                columns.get(i),
                row.get(i + 1).replaceAll("^\"([\\s\\S]*)\"$", "$1")));
      }
    }
    assertThat(difference(google, expected)).as("ZetaSQL").isEmpty();
    assertThat(difference(sandbox, expected)).as("the sandbox").isEmpty();
  }

  /// Numbers are written in several ways; of JSON one can only ask whether there is some.
  private static String said(Case of, GridColumn column, String value) {
    String same =
        value.equals("NULL")
            ? value
            : switch (column.field().type()) {
              case FLOAT64 -> Double.toString(Double.parseDouble(value) + 0.0);
              case JSON -> "some";
              default -> value;
            };
    return of + " " + column.field().name() + " = " + same;
  }

  private static List<String> difference(List<String> found, List<String> expected) {
    List<String> other = new ArrayList<>();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        String value = found.get(i);
        other.add(expected.get(i) + ", not " + value.substring(value.lastIndexOf(" = ")));
      }
    }
    return other;
  }

  @Test
  void aMemberWhoseNameAPathCannotSayIsNotAskedFor() {
    List<Field> odd =
        Stream.of("a\"b", "back\\slash", "", "tab\t")
            .map(name -> Field.of(name, FieldType.STRING))
            .toList();
    AnswerMaking making =
        new AnswerMaking(OUTPUT, odd, new OutcomeWords(new Words(Locale.ENGLISH), OUTPUT).ending());
    assertThat(odd)
        .allMatch(field -> making.of(Map.of(OutputColumns.MEMBER + field.name(), "c0")).isEmpty());
    assertThat(making.of(Map.of(OutputColumns.MEMBER + "unknown", "c0"))).isEmpty();
    assertThat(making.of(Map.of(OutputColumns.TOKENS, "c0"))).isPresent();
  }
}
