package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is too deep, too wide, too long or too big gets an answer, and the next one asking gets a
/// good one.
class LivesTest {
  private static final JsonMapper JSON = new JsonMapper();
  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return Clients.send(
        Clients.request(sandbox, "/bigquery/v2/projects/pollux-sandbox/" + path)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> query(String sql) throws Exception {
    return post(
        "queries",
        JsonNodeFactory.instance
            .objectNode()
            .put("query", sql)
            .put("useLegacySql", false)
            .put("timeoutMs", 60_000)
            .toString());
  }

  private static void stillLives() throws Exception {
    assertThat(query("SELECT 1").statusCode()).isEqualTo(200);
  }

  /// `before`, repeated, then `middle`, then `after`, repeated.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          5000|SELECT |(|1|)|
          5000|SELECT |NOT |TRUE||
          5000|SELECT |- |1||
          5000|SELECT |[|1|]|
          5000|SELECT |CASE WHEN TRUE THEN |1| END|
          5000|SELECT |IF(TRUE, |1|, 2)|
          5000||(|SELECT 1|)|
          5000||SELECT (|SELECT 1|)|
          5000||SELECT * FROM (|SELECT 1|)|
          5000|SELECT CAST(NULL AS |STRUCT<a |INT64|>|)
          5000|SELECT 1||| + 1|
          5000|SELECT 1||| / 1|
          5000|SELECT 'a'||| + 1|
          2000|SELECT * FROM UNNEST([1]) a||| JOIN UNNEST([1]) b ON TRUE|
          5000|SELECT a||[0]|[0]| FROM (SELECT [1] AS a)
          40|SELECT |GREATEST(|1.5|, 1, 2)|
          40|SELECT |LENGTH(SUBSTR('abc', |1|))|
          40|SELECT |MOD(5, |3|)|
          40|SELECT |CASE |1| WHEN 1 THEN 1 WHEN 2 THEN 2 END|
          """)
  void refusesWhatIsTooDeep(
      int times, String start, String before, String middle, String after, String end)
      throws Exception {
    HttpResponse<String> answer =
        query(
            text(start)
                + text(before).repeat(times)
                + text(middle)
                + text(after).repeat(times)
                + text(end));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    stillLives();
  }

  private static String text(String nullable) {
    return nullable == null ? "" : nullable;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          2000|SELECT 1| UNION ALL SELECT 1||
          2000|SELECT 1| UNION DISTINCT SELECT 1||
          2000|SELECT 1| EXCEPT DISTINCT SELECT 2||
          5000|SELECT COUNT(*) FROM UNNEST([1]) x WHERE x = 1| OR x = 2||
          5000|SELECT COUNT(*) FROM UNNEST([1]) x WHERE x = 1| AND x = 1||
          200|SELECT |(|1|)
          25|SELECT 1| / 1||
          20|SELECT |1 / (|1|)
          4|SELECT |LENGTH(SUBSTR('abc', |1|))
          """)
  void answersWhatIsLong(int times, String start, String more, String middle, String close)
      throws Exception {
    String sql =
        text(start)
            + text(more).repeat(times)
            + text(middle)
            + text(close).repeat(close == null ? 0 : times);
    HttpResponse<String> answer = query(sql);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT REPEAT('abc', 1000000000)                                        | REPEAT
          SELECT LPAD('a', 1000000000)                                            | LPAD
          SELECT RPAD('a', 1000000000, 'bc')                                      | RPAD
          SELECT REPLACE(REPEAT('a', 1000000), 'a', REPEAT('b', 1000000))         | REPLACE
          SELECT REGEXP_REPLACE(REPEAT('a', 1000000), 'a', REPEAT('b', 1000000))  | REGEXP_REPLACE
          SELECT GENERATE_ARRAY(1, 1000000000)                                    | too many elements
          SELECT ARRAY_TO_STRING(SPLIT(REPEAT(',', 1000000)), REPEAT('b', 100000)) | 100MB
          SELECT STRING_AGG('x', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb') FROM UNNEST(GENERATE_ARRAY(1, 1000000)) | 100MB
          SELECT FORMAT('%1000000000d', 1)                                        | exceeds the maximum supported output width
          SELECT FORMAT('%.1000000000f', 1.5)                                     | Precision value is too big
          SELECT FORMAT('%s%s', REPEAT('a', 600000), REPEAT('a', 600000))         | Output string too long
          """)
  void refusesValuesThatAreTooBig(String sql, String words) throws Exception {
    HttpResponse<String> answer = query(sql);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
    stillLives();
  }

  /// What is quoted again, and again, doubles each time.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"TO_JSON_STRING(|)", "FORMAT('%T%T', |, 'x')", "TO_HEX(CAST(| AS BYTES))"})
  void refusesWhatGrowsWithEachLevel(String before, String after) throws Exception {
    HttpResponse<String> answer =
        query("SELECT LENGTH(" + before.repeat(26) + "'\"'" + after.repeat(26) + ")");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).containsAnyOf("Resources exceeded", "Output string too long");
    stillLives();
  }

  @Test
  void refusesAStatementOfMoreThanAMillionCharacters() throws Exception {
    HttpResponse<String> answer = query("SELECT 1 -- " + "x".repeat(1 << 20));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The query is too large");
  }

  @ParameterizedTest
  @CsvSource({"800", "10000"})
  void hasTablesOfManyColumns(int width) throws Exception {
    String name = "wide" + width;
    assertThat(post("datasets/mine/tables", table(name, width)).statusCode()).isEqualTo(200);
    String row =
        IntStream.range(0, width)
            .mapToObj(i -> "\"c" + i + "\":\"v" + i + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    HttpResponse<String> inserted =
        post("datasets/mine/tables/" + name + "/insertAll", "{\"rows\":[{\"json\":" + row + "}]}");
    assertThat(inserted.statusCode()).as(inserted.body()).isEqualTo(200);
    assertThat(inserted.body()).doesNotContain("insertErrors");
    String path = "/bigquery/v2/projects/pollux-sandbox/datasets/mine/tables/" + name;
    HttpResponse<String> got = Clients.send(Clients.request(sandbox, path).GET().build());
    assertThat(JSON.readTree(got.body()).path("schema").path("fields")).hasSize(width);
    HttpResponse<String> rows =
        Clients.send(Clients.request(sandbox, path + "/data").GET().build());
    assertThat(JSON.readTree(rows.body()).path("rows").path(0).path("f").path(width - 1))
        .hasToString("{\"v\":\"v" + (width - 1) + "\"}");
    assertThat(query("SELECT * FROM mine." + name).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesOneColumnMore() throws Exception {
    HttpResponse<String> answer = post("datasets/mine/tables", table("wider", 10_001));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Too many total leaf fields: 10001, max allowed field count: 10000");
  }

  private static String table(String name, int width) {
    String fields =
        IntStream.range(0, width)
            .mapToObj(i -> "{\"name\":\"c" + i + "\",\"type\":\"STRING\"}")
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"tableReference\":{\"tableId\":\"%s\"},\"schema\":{\"fields\":[%s]}}",
        name,
        fields);
  }
}
