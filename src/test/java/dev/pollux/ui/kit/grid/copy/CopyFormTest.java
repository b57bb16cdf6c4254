package dev.pollux.ui.kit.grid.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.SqlLiteral;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.ZetaSqlOracle;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The forms of a copy, of cells that try to break out of them.
class CopyFormTest {
  private static final List<GridColumn> COLUMNS =
      List.of(
          GridColumn.at(Field.of("text", FieldType.STRING), 0),
          GridColumn.at(Field.of("exact", FieldType.NUMERIC), 1));
  private static final List<Row> ROWS =
      List.of(
          row("=1+1, \"x\"\n| b | <script>", "12345678901234567890.123456789"),
          row("", "-1"),
          new Row(List.of(Value.NULL, Value.NULL)),
          row("it's \\ \0 \u001b[31m \u202e", "-1"));

  private static Row row(String... cells) {
    return new Row(Stream.of(cells).map(cell -> (Value) new Value.Scalar(cell)).toList());
  }

  private static String copy(CopyForm form, GridCopy.Manner manner) {
    return copy(form.text(COLUMNS, manner), ROWS);
  }

  private static String copy(CopyText text, List<Row> rows) {
    StringBuilder out = new StringBuilder(text.begin());
    rows.forEach(row -> out.append(text.row(row)));
    return out.append(text.end()).toString();
  }

  @Test
  void csvIsQuotedAndRunsNothing() {
    assertThat(copy(CopyForm.CSV, GridCopy.Manner.as(CopyForm.CSV)))
        .isEqualTo(
            """
            text,exact
            "'=1+1, ""x""
            | b | <script>",12345678901234567890.123456789
            ,-1
            ,
            it's \\ \0 \033[31m \u202e,-1
            """);
    assertThat(copy(CopyForm.CSV, new GridCopy.Manner(CopyForm.CSV, true, false)))
        .startsWith("\"=1+1, ");
  }

  @Test
  void jsonHasAllDigitsAndTellsNullFromEmpty() {
    JsonNode all = JsonMapper.shared().readTree(copy(CopyForm.JSON, GridCopy.Manner.USUAL));
    assertThat(all).hasSize(4);
    assertThat(all.path(0).path("text").asString()).isEqualTo("=1+1, \"x\"\n| b | <script>");
    assertThat(copy(CopyForm.JSON, GridCopy.Manner.USUAL))
        .contains("\"exact\": 12345678901234567890.123456789}");
    assertThat(all.path(1).path("text").asString()).isEmpty();
    assertThat(all.path(2).path("text").isNull()).isTrue();
    assertThat(all.path(3).path("text").asString()).isEqualTo("it's \\ \0 \u001b[31m \u202e");
  }

  @Test
  void noCellBreaksATableOfMarkdown() {
    assertThat(copy(CopyForm.MARKDOWN, GridCopy.Manner.USUAL).lines())
        .hasSize(6)
        .startsWith(
            "| text | exact |",
            "| --- | ---: |",
            "| =1+1, \"x\"<br>\\| b \\| &lt;script&gt; | 12345678901234567890.123456789 |");
  }

  @Test
  void valuesOfAColumnAreAConditionEachOnce() {
    CopyText text = new SqlInCopy(COLUMNS.getLast());
    assertThat(copy(text, ROWS))
        .isEqualTo("IN (NUMERIC '12345678901234567890.123456789', NUMERIC '-1')");
    assertThat(copy(new SqlInCopy(COLUMNS.getFirst()), ROWS.subList(2, 3))).isEqualTo("IN (NULL)");
  }

  /// Google's own SQL reads each literal as the value that it was.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "INT64, -5",
        "FLOAT64, 1.5e300",
        "FLOAT64, -Infinity",
        "NUMERIC, 1.000000001",
        "BIGNUMERIC, 123456789012345678901234567890.5",
        "BOOL, true",
        "DATE, 2024-01-31",
        "TIME, 12:30:00.000001",
        "DATETIME, 2024-01-31T12:30:00",
        "TIMESTAMP, 2024-01-31 12:30:00+00",
        "BYTES, AP8=",
      })
  void everyLiteralIsRead(FieldType type, String text) {
    ZetaSqlOracle.Result read =
        new ZetaSqlOracle()
            .evaluate("SELECT " + SqlLiteral.of(type, text) + " IS NOT NULL AS x", Map.of());
    assertThat(read.rows().getFirst()).containsExactly("true");
  }

  @Test
  void hostileTextIsTheSameInSql() {
    String hostile = "it's \\ \0 \u001b[31m \u202e \n\r\t \"`--/* \ud83d\ude00";
    ZetaSqlOracle.Result read =
        new ZetaSqlOracle()
            .evaluate(
                "SELECT TO_HEX(CAST(" + SqlLiteral.quoted(hostile) + " AS BYTES)) AS x", Map.of());
    String hex = HexFormat.of().formatHex(hostile.getBytes(StandardCharsets.UTF_8));
    assertThat(read.rows().getFirst()).containsExactly('"' + hex + '"');
    assertThat(SqlLiteral.quoted("a\ud800b")).isEqualTo("'a\ufffdb'");
  }
}
