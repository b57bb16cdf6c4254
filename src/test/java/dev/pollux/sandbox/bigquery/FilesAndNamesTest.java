package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Options of loads are heeded, a bad value is named and is never another value, and names are as
/// free as the service's.
class FilesAndNamesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "/bigquery/v2/projects/pollux-sandbox/";
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static UploadedFiles files;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    files = new UploadedFiles(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static JsonNode post(String path, String body) throws Exception {
    return JSON.readTree(
        Clients.send(
                Clients.request(sandbox, PROJECT + path)
                    .POST(BodyPublishers.ofString(body))
                    .build())
            .body());
  }

  private static JsonNode query(String sql) throws Exception {
    return post(
        "queries", JSON.createObjectNode().put("query", sql).put("useLegacySql", false).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CSV | {"name":"r","type":"RECORD","fields":[{"name":"x","type":"STRING"}]} | a | Cannot load CSV data with a nested schema. Field: r
          CSV | {"name":"a","type":"STRING","mode":"REPEATED"} | a | Cannot load CSV data with a repeated field. Field: a
          CSV","skipLeadingRows":-1,"x":" | {"name":"a","type":"STRING"} | a | Invalid value for skipLeadingRows: -1 is not a valid value
          CSV","maxBadRecords":9999999999,"x":" | {"name":"a","type":"STRING"} | a | Invalid value for maxBadRecords: 9999999999 is not a valid value
          NEWLINE_DELIMITED_JSON | {"name":"a","type":"FLOAT"} | {"a":NaN} | Parser terminated before end of string
          NEWLINE_DELIMITED_JSON | {"name":"a","type":"INTEGER"} | {'a':1} | Parser terminated before end of string
          NEWLINE_DELIMITED_JSON | {"name":"a","type":"INTEGER"} | {"a":1,} | Parser terminated before end of string
          """)
  void saysWhyAFileIsNotLoaded(String format, String field, String file, String words)
      throws Exception {
    String options =
        "{\"sourceFormat\":\"" + format + "\",\"schema\":{\"fields\":[" + field + "]}}";
    assertThat(files.load("refused", options, file + "\n")).endsWith(words);
  }

  @Test
  void findsTextWhereNumbersAndTextsAreMixed() throws Exception {
    String options = "{\"sourceFormat\":\"NEWLINE_DELIMITED_JSON\",\"autodetect\":true}";
    assertThat(files.load("mixed", options, "{\"a\":1}\n{\"a\":\"x\"}\n")).isEmpty();
    assertThat(files.columns("mixed")).containsExactly("a STRING");
    assertThat(files.rows("mixed")).containsExactly(List.of("1"), List.of("x"));
  }

  private static final String ID_NOTE =
      """
      {"sourceFormat":"CSV","skipLeadingRows":1,"schema":{"fields":[
       {"name":"id","type":"INTEGER"},{"name":"note","type":"STRING"}]}%s}
      """;

  @Test
  void goesOnAfterALineBreakInQuotesOnlyWhenToldTo() throws Exception {
    String file = "id,note\n1,\"one line\"\n2,\"two\nlines, and \"\"quotes\"\"\"\n";
    assertThat(files.load("newlines", ID_NOTE.formatted(""), file))
        .contains("row 2: Missing close quote character");
    assertThat(files.load("newlines", ID_NOTE.formatted(",\"allowQuotedNewlines\":true"), file))
        .isEmpty();
    assertThat(files.rows("newlines"))
        .containsExactly(List.of("1", "one line"), List.of("2", "two\nlines, and \"quotes\""));
    assertThat(files.load("unclosed", ID_NOTE.formatted(""), "id,note\n1,\"never\n2,x\n"))
        .contains("Missing close quote character");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,true",
    "UTF-8,false",
    "ISO-8859-1,false",
    "UTF-16BE,true",
    "UTF-16LE,false",
    "UTF-32LE,true"
  })
  void readsEncodingsWithAndWithoutAMark(String encoding, boolean mark) throws Exception {
    String table = "enc_" + encoding.replace('-', '_') + mark;
    String text = (mark ? "\uFEFF" : "") + "id,note\n1,déjà\n";
    assertThat(
            files.load(
                table,
                ID_NOTE.formatted(",\"encoding\":\"" + encoding + "\""),
                text.getBytes(Charset.forName(encoding))))
        .isEmpty();
    assertThat(files.rows(table)).containsExactly(List.of("1", "déjà"));
  }

  @Test
  void readsWhatIsNoUtf8AsReplacements() throws Exception {
    assertThat(
            files.load(
                "broken", ID_NOTE.formatted(""), new byte[] {'h', '\n', '1', ',', (byte) 0xe9}))
        .isEmpty();
    assertThat(files.rows("broken")).containsExactly(List.of("1", "\uFFFD"));
    assertThat(files.load("nul", ID_NOTE.formatted(""), "id,note\n1,a\0b\n"))
        .contains("Bad character (ASCII 0) encountered");
  }

  @Test
  void tellsNullMarkersFromEmptyTexts() throws Exception {
    assertThat(
            files.load(
                "nulls",
                ID_NOTE.formatted(",\"nullMarker\":\"\\\\N\""),
                "h\n1,\\N\n\\N,\n2,\"\"\n"))
        .isEmpty();
    assertThat(files.rows("nulls"))
        .containsExactly(List.of("1", "NULL"), List.of("NULL", ""), List.of("2", ""));
    assertThat(files.load("nulls2", ID_NOTE.formatted(",\"nullMarker\":\"\\\\N\""), "h\n,x\n"))
        .contains("row 1:")
        .contains("id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATE       | 2024-02-31
          DATE       | 2023-02-29
          DATE       | 2024-04-31
          DATE       | 0000-01-01
          DATE       | 2024-13-01
          DATETIME   | 2024-02-31T10:00:00
          DATETIME   | 2024-02-01T25:00:00
          DATETIME   | 2024-02-01T10:00:00.1234567
          TIMESTAMP  | 2024-02-31 10:00:00
          TIMESTAMP  | 2024-02-01 10:61:00
          TIMESTAMP  | 1e300
          TIMESTAMP  | 9999-12-31 23:59:59-01:00
          TIME       | 24:00:00
          INTEGER    | 9223372036854775808
          INTEGER    | 1.5
          INTEGER    | 1e1000000000
          FLOAT      | 1e999
          FLOAT      | 1d
          FLOAT      | 0x1p3
          NUMERIC    | 1e1000000000
          NUMERIC    | 123456789012345678901234567890
          BIGNUMERIC | 1e40
          BOOLEAN    | maybe
          BYTES      | ***
          JSON       | {a
          """)
  void makesNoValueAnother(String type, String value) throws Exception {
    String schema =
        "{\"fields\":[{\"name\":\"id\",\"type\":\"INTEGER\"},{\"name\":\"x\",\"type\":\"%s\"}]}"
            .formatted(type);
    String csv = "{\"sourceFormat\":\"CSV\",\"schema\":" + schema + "}";
    assertThat(files.load("never", csv, "1,\n2," + value + "\n")).contains("row 2:").contains("x");
    String json = "{\"sourceFormat\":\"NEWLINE_DELIMITED_JSON\",\"schema\":" + schema + "}";
    String line = JSON.createObjectNode().put("id", 2).put("x", value).toString();
    assertThat(files.load("never", json, "{\"id\":1}\n" + line + "\n"))
        .contains("row 2:")
        .contains("x");
    String name = "in_" + type + Integer.toUnsignedString(value.hashCode());
    var _ =
        post(
            "datasets/mine/tables",
            "{\"tableReference\":{\"tableId\":\"" + name + "\"},\"schema\":" + schema + "}");
    JsonNode refused =
        post("datasets/mine/tables/" + name + "/insertAll", "{\"rows\":[{\"json\":" + line + "}]}");
    assertThat(refused.path("insertErrors").path(0).path("errors").path(0).path("location"))
        .hasToString("\"x\"");
  }

  @Test
  void passesOverAsManyBadRowsAsItMay() throws Exception {
    String options =
        "{\"sourceFormat\":\"CSV\",\"skipLeadingRows\":\"1\",\"maxBadRecords\":%d,\"schema\":{"
            + "\"fields\":[{\"name\":\"id\",\"type\":\"INTEGER\"},{\"name\":\"day\",\"type\":\"DATE\"}]}}";
    String file = "id,day\n1,2024-02-29\n2,2024-02-31\n3,2023-02-29\n4,2024-04-31\n";
    assertThat(files.load("days", options.formatted(2), file)).contains("errors: 3; max bad: 2");
    assertThat(files.load("days", options.formatted(3), file)).isEmpty();
    assertThat(files.rows("days")).containsExactly(List.of("1", "2024-02-29"));
    assertThat(files.load("none", options.formatted(4), "id,day\nx,y\n")).isEmpty();
    assertThat(files.rows("none")).isEmpty();
  }

  @Test
  void findsNoHeaderWhereAllIsText() throws Exception {
    String file =
        "Vehicle Maker,Part Name\nVolvo,Brake Pad\nScania,\"Fuel Injector, new\"\nMAN,Alternator\n";
    assertThat(files.load("parts", "{\"autodetect\":true}", file)).isEmpty();
    assertThat(files.rows("parts")).hasSize(4);
    assertThat(files.load("parts1", "{\"autodetect\":true,\"skipLeadingRows\":1}", file)).isEmpty();
    assertThat(files.rows("parts1")).hasSize(3);
    JsonNode found =
        JSON.readTree(
            Clients.send(
                    Clients.request(sandbox, PROJECT + "datasets/mine/tables/parts1").GET().build())
                .body());
    assertThat(found.path("schema").path("fields").findValuesAsString("name"))
        .containsExactly("Vehicle_Maker", "Part_Name");
  }

  @Test
  void takesFlexibleNames() throws Exception {
    List<String> names =
        List.of(
            "Q&A",
            "cost %",
            "a=b",
            "c++",
            "ratio 1:2",
            "user's note",
            "<5 kg",
            ">5 kg",
            "item #",
            "left|right",
            "ชื่อสินค้า",
            "नाम",
            "6 months",
            "2020-2021",
            "2022");
    ObjectNode table = JSON.createObjectNode();
    table.putObject("tableReference").put("tableId", "flexible");
    ObjectNode row = JSON.createObjectNode();
    for (String name : names) {
      table
          .withObject("/schema")
          .withArray("fields")
          .addObject()
          .put("name", name)
          .put("type", "STRING");
      row.put(name, "of " + name);
    }
    assertThat(post("datasets/mine/tables", table.toString()).path("error").isMissingNode())
        .isTrue();
    JsonNode inserted =
        post("datasets/mine/tables/flexible/insertAll", "{\"rows\":[{\"json\":" + row + "}]}");
    assertThat(inserted.has("insertErrors")).isFalse();
    assertThat(files.rows("flexible")).containsExactly(names.stream().map(n -> "of " + n).toList());
    JsonNode answer = query("SELECT `user's note`, `<5 kg`, `ชื่อสินค้า` FROM mine.flexible");
    assertThat(answer.path("rows").path(0).path("f").findValuesAsString("v"))
        .containsExactly("of user's note", "of <5 kg", "of ชื่อสินค้า");
    assertThat(query("CREATE TABLE mine.b01 (`2020-2021` INT64, `2022` INT64)").has("error"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price ($)",
        "a.b",
        "what?",
        "a/b",
        "x[0]",
        "a,b",
        "tilde~",
        "back`tick",
        "a;b",
        "semi@colon",
        "excl!",
        "{brace}",
        "quo\"te",
        "star*",
        "a\\b",
        "_PARTITIONTIME",
        "_table_x"
      })
  void refusesOtherNames(String name) throws Exception {
    ObjectNode table = JSON.createObjectNode();
    table.putObject("tableReference").put("tableId", "refused");
    table
        .withObject("/schema")
        .withArray("fields")
        .addObject()
        .put("name", name)
        .put("type", "STRING");
    JsonNode error = post("datasets/mine/tables", table.toString()).path("error");
    assertThat(error.path("code").asInt()).isEqualTo(400);
    assertThat(error.path("message").asString()).startsWith("Invalid field name \"");
  }

  @Test
  void keepsRecordsThatAreEmpty() throws IOException, Exception {
    String options =
        """
        {"sourceFormat":"NEWLINE_DELIMITED_JSON","schema":{"fields":[{"name":"id","type":"INTEGER"},
         {"name":"conductor","type":"RECORD","fields":[{"name":"length","type":"FLOAT"}]},
         {"name":"result","type":"RECORD","fields":[{"name":"stack","type":"STRING","mode":"REPEATED"}]}]}}
        """;
    String file =
        """
        {"id": 1, "conductor": {}, "result": null}
        {"id": 2, "conductor": null, "result": {"stack": []}}
        {"id": 3, "conductor": {"length": 2.5}, "result": {"stack": ["a", "b"]}}
        """;
    assertThat(files.load("records", options, file)).isEmpty();
    JsonNode answer =
        query(
            "SELECT id, conductor IS NULL, conductor.length, ARRAY_LENGTH(result.stack) FROM"
                + " mine.records ORDER BY id");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : answer.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.path("f").forEach(cell -> cells.add(cell.path("v").asString("NULL")));
      rows.add(cells);
    }
    assertThat(rows.get(0)).startsWith("1", "false", "NULL");
    assertThat(rows.get(1)).startsWith("2", "true", "NULL", "0");
    assertThat(rows.get(2)).containsExactly("3", "false", "2.5", "2");
  }
}
