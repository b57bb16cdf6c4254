package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import dev.pollux.results.OutcomeKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "INT64, 7.5, false",
    "INT64, 9223372036854775808, false",
    "FLOAT64, 1e400, false",
    "FLOAT64, -1.5E3, true",
    "FLOAT64, NaN, false",
    "BOOL, true, true",
    "BOOL, yes, false",
    "DATE, 2024-02-29, true",
    "DATE, 2023-02-29, false",
    "TIMESTAMP, 2024-02-29T00:00:00Z, true",
    "TIMESTAMP, yesterday, false",
    "STRING, anything, true",
  })
  void aValueIsOfItsTypeOrNot(FieldType type, String text, boolean fits) {
    assertThat(AnswerTypes.fits(type, new Value.Scalar(text))).isEqualTo(fits);
  }
}
