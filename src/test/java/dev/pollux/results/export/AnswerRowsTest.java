package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.OutcomeKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerRowsTest {
  private static final Set<OutcomeKind> ALL = EnumSet.allOf(OutcomeKind.class);
  private static final TableSchema OUTPUT =
      new TableSchema(
          List.of(
              Field.of("id", FieldType.INT64),
              Field.of("request", FieldType.JSON),
              Field.of("response", FieldType.JSON),
              Field.of("status", FieldType.STRING),
              Field.of("pollux_row_key", FieldType.INT64),
              Field.of("Subject", FieldType.STRING)));
  private static final List<Field> ANSWERS =
      List.of(
          Field.of("subject", FieldType.STRING),
          Field.of("share", FieldType.FLOAT64),
          new Field("tags", FieldType.STRING, Field.Mode.REPEATED, List.of(), ""));

  /// The columns that are read: id, response, status, Subject.
  private static Row row(String response, String status) {
    return new Row(
        Stream.of("7", response, status, "of the source")
            .map(text -> text.isEmpty() ? Value.NULL : (Value) new Value.Scalar(text))
            .toList());
  }

  private static String answered(String text) {
    return """
    {"candidates":[{"content":{"parts":[{"text":%s}]},"finishReason":"STOP"}],
    "usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":3,"thoughtsTokenCount":2},
    "modelVersion":"sandbox-gemini-2.5-flash"}\
    """
        .formatted(tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text));
  }

  private static List<String> values(AnswerRows content, Row row) {
    return content.values(row).orElseThrow().stream()
        .map(value -> value instanceof Value.Scalar(String text) ? text : "-")
        .toList();
  }

  @Test
  void theSourceComesFirstAndTheRequestStaysAway() {
    AnswerRows content = new AnswerRows(OUTPUT, ANSWERS, ALL);
    assertThat(content.read())
        .extracting(Field::name)
        .containsExactly("id", "response", "status", "Subject");
    assertThat(content.columns())
        .extracting(Field::name)
        .containsExactly(
            "id",
            "Subject",
            "outcome",
            "answer_subject",
            "share",
            "tags",
            "answer_text",
            "error",
            "finish_reason",
            "model_version",
            "prompt_tokens",
            "answer_tokens",
            "thought_tokens");
  }

  @Test
  void eachRowSaysWhatBecameOfIt() {
    AnswerRows content = new AnswerRows(OUTPUT, ANSWERS, ALL);
    assertThat(
            values(
                content,
                row(answered("{\"subject\":\"war\",\"share\":0.50,\"tags\":[\"a\",1]}"), "")))
        .containsExactly(
            "7",
            "of the source",
            "answered",
            "war",
            "0.5",
            "[\"a\",1]",
            "-",
            "-",
            "STOP",
            "sandbox-gemini-2.5-flash",
            "9",
            "3",
            "2");
    assertThat(values(content, row("", "429 no capacity")))
        .containsExactly(
            "7",
            "of the source",
            "failed",
            "-",
            "-",
            "-",
            "-",
            "429 no capacity",
            "-",
            "-",
            "0",
            "0",
            "0");
    assertThat(values(content, row("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}", "")))
        .containsSubsequence("blocked", "SAFETY");
    assertThat(values(content, row("", ""))).contains("missing");
  }

  /// Nothing that a model wrote is lost: what fits no column is there as it was written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"subject":"war","share":0.5}            | war | 0.5 | -
          {"subject":"war","share":"about half"}   | war | -   | {"subject":"war","share":"about half"}
          {"subject":"war"}                        | war | -   | -
          {"subject":null,"share":1}               | -   | 1   | -
          no object                                | -   | -   | no object
          {"subject":"war","share":0.5}} and more  | -   | -   | {"subject":"war","share":0.5}} and more
          [1]                                      | -   | -   | [1]
          {"subject":"war","share":"٣.٥"}          | war | -   | {"subject":"war","share":"٣.٥"}
          {"subject":"war","share":1e400}          | war | -   | {"subject":"war","share":1e400}
          {"subject":1.10,"share":".5"}            | 1.1 | 0.5 | -
          {"subject":12345678901234567.89,"share":12345678.5} | 12345678901234567.89 | 12345678.5 | -
          {"subject":1e3,"share":1e3}              | 1000 | 1000 | -
          """)
  void whatFitsNoColumnIsKeptAsItIs(String text, String subject, String share, String kept) {
    List<String> values = values(new AnswerRows(OUTPUT, ANSWERS, ALL), row(answered(text), ""));
    assertThat(List.of(values.get(3), values.get(4), values.get(6)))
        .containsExactly(subject, share, kept);
  }

  @Test
  void answersThatAreTextAreOneColumn() {
    AnswerRows content = new AnswerRows(OUTPUT, List.of(), ALL);
    assertThat(content.columns())
        .extracting(Field::name)
        .contains("answer")
        .doesNotContain("answer_text");
    assertThat(values(content, row(answered("Yes."), ""))).contains("Yes.");
  }

  @Test
  void onlyTheRowsOfAKindAreWritten() {
    AnswerRows failed = new AnswerRows(OUTPUT, List.of(), Set.of(OutcomeKind.FAILED));
    assertThat(failed.values(row(answered("Yes."), ""))).isEqualTo(Optional.empty());
    assertThat(failed.values(row("", "429"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "INT64, 7, true",
    "INT64, 3.0, true",
    "INT64, ٣, false",
    "INT64, 7.5, false",
    "INT64, 9223372036854775808, false",
    "FLOAT64, 1e400, false",
    "FLOAT64, -1.5E3, true",
    "FLOAT64, NaN, false",
    "FLOAT64, ٣.٥, false",
    "BOOL, true, true",
    "BOOL, yes, false",
    "DATE, 2024-02-29, true",
    "DATE, 2023-02-29, false",
    "DATE, +12345-01-01, false",
    "DATE, 0000-01-01, false",
    "TIMESTAMP, 2024-02-29T00:00:00, true",
    "TIMESTAMP, +12345-02-29T00:00:00Z, false",
    "TIMESTAMP, 0001-01-01T00:00:00+14:00, false",
    "TIMESTAMP, 2024-02-29T00:00:00Z, true",
    "TIMESTAMP, yesterday, false",
    "STRING, anything, true",
  })
  void aValueIsOfItsTypeOrNot(FieldType type, String text, boolean fits) {
    assertThat(AnswerTypes.read(type, new Value.Scalar(text)).isPresent()).isEqualTo(fits);
  }

  /// Whatever a model writes, each form of file takes it, and an export does not break off.
  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void noAnswerBreaksAFile(ExportFormat format, @TempDir Path folder) throws Exception {
    List<Field> asked =
        List.of(
            Field.of("", FieldType.STRING),
            Field.of("w\ud800", FieldType.STRING),
            Field.of("n", FieldType.INT64),
            Field.of("f", FieldType.FLOAT64),
            Field.of("b", FieldType.BOOL),
            Field.of("d", FieldType.DATE),
            Field.of("t", FieldType.TIMESTAMP),
            Field.of("j", FieldType.JSON));
    List<String> odd =
        List.of(
            "\"x\\ud800y\"",
            "\"\\udc00\"",
            "\"٣\"",
            "\"+5\"",
            "\".5\"",
            "1e400",
            "-0",
            "3.0",
            "12345678901234567890",
            "NaN",
            "\"True\"",
            "\"+12345-01-01\"",
            "\"0000-01-01\"",
            "\"2024-02-29\"",
            "\"2024-02-29T01:02\"",
            "\"2024-02-29t01:02:03z\"",
            "\"2024-02-29T01:02:03.123456789+01:00:30\"",
            "\"2024-02-29T01:02:03+01:00[Europe/Paris]\"",
            "\"+12345-02-28T01:02:03Z\"",
            "\"0001-01-01T00:00:00+14:00\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"2016-12-31T23:59:60Z\"",
            "[\"\\ud800\", 1e999]",
            "{\"\": {\"\\udc00\": null}}",
            "\"\\u0000\"");
    AnswerRows content = new AnswerRows(OUTPUT, asked, ALL);
    FileExport.Written written =
        FileExport.write(
            content.columns(),
            new FileExport.Target(folder.resolve("x"), format, false),
            lines ->
                odd.forEach(value -> {
                  String members =
                      asked.stream()
                          .map(field ->
                              "\"" + field.name().replace("\ud800", "\\ud800") + "\":" + value)
                          .collect(Collectors.joining(",", "{", "}"));
                  content.values(row(answered(members), "")).ifPresent(lines::add);
                }));
    assertThat(written.rows()).isEqualTo(odd.size());
  }
}
