package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether an answer is what was asked for.
class AnswerCheckTest {
  private static final AnswerSchema SCHEMA =
      new AnswerSchema(
          List.of(
              new Member("alert", new AnswerSchema.Type.Choice(List.of("good", "bad")), "", true),
              new Member("score", new AnswerSchema.Type.Decimal(), "", false),
              new Member("count", new AnswerSchema.Type.Whole(), "", false),
              new Member("sure", new AnswerSchema.Type.YesNo(), "", false),
              new Member("why", new AnswerSchema.Type.Text(), "", false),
              new Member(
                  "places",
                  new AnswerSchema.Type.ListOf(
                      new AnswerSchema.Type.Group(
                          List.of(new Member("name", new AnswerSchema.Type.Text(), "", true)))),
                  "",
                  false)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{'alert':'good'} | - | -",
        "{'alert':'bad','score':1,'count':3.0,'sure':true,'why':'','places':[{'name':'x'}]} | - | -",
        "{'alert':'bad','score':null,'places':[]} | - | -",
        "~ ~ | answer.empty | -",
        "{'alert':'go | answer.truncated | -",
        "{'alert':'good','places':[ | answer.truncated | -",
        "good | answer.not-json | -",
        "```json {'alert':'good'} ``` | answer.fenced | -",
        "['good'] | answer.not-object | -",
        "{} | answer.missing | alert",
        "{'alert':null} | answer.null | alert",
        "{'alert':'so so'} | answer.not-one-of | alert",
        "{'alert':'good','score':'7'} | answer.not-number | score",
        "{'alert':'good','count':1.5} | answer.not-whole | count",
        "{'alert':'good','sure':'yes'} | answer.not-yes-no | sure",
        "{'alert':'good','why':{}} | answer.not-text | why",
        "{'alert':'good','places':{}} | answer.not-list | places",
        "{'alert':'good','places':['x']} | answer.not-group | places[0]",
        "{'alert':'good','places':[{'name':'x'},{}]} | answer.missing | places[1].name",
        "{'alert':'good','more':1} | answer.unknown | more",
      })
  void finds(String answer, String code, String path) {
    List<Finding> found =
        AnswerCheck.check(answer.replace('\'', '"'), SCHEMA, RowText.UNKNOWN).stream()
            .map(AnswerMark::finding)
            .toList();
    if (code == null) {
      assertThat(found).isEmpty();
      return;
    }
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().code()).isEqualTo(code);
    if (path != null) {
      assertThat(found.getFirst().args().getFirst()).isEqualTo(path);
    }
    FindingWords.hasWords(found.getFirst());
  }

  private static final String ROW =
      "The coastal\u00a0 boundary,\n\tI regret to say, has not\u2009moved.";

  /// Every kind with its range: what is good has no code.
  static Stream<Arguments> values() {
    AnswerSchema.Type share = new AnswerSchema.Type.Decimal(Limits.between(0, 1));
    AnswerSchema.Type count = new AnswerSchema.Type.Whole(Limits.between(1, 5));
    AnswerSchema.Type brief = new AnswerSchema.Type.Text(Limits.between(2, 4));
    AnswerSchema.Type day = new AnswerSchema.Type.CalendarDate();
    AnswerSchema.Type time = new AnswerSchema.Type.PointInTime();
    AnswerSchema.Type quote = new AnswerSchema.Type.Quote("text");
    AnswerSchema.Type pair =
        new AnswerSchema.Type.ListOf(
            new AnswerSchema.Type.Whole(Limits.atLeast(0)), Limits.between(1, 2));
    return Stream.of(
        value(share, "0", ""),
        value(share, "1.0", ""),
        value(share, "0.5", ""),
        value(share, "1.0000000000000000001", "answer.outside"),
        value(share, "1.2", "answer.outside"),
        value(share, "-0.1", "answer.outside"),
        value(share, "1e400", "answer.outside"),
        value(share, "-1e999999999", "answer.outside"),
        value(share, "\"0.5\"", "answer.not-number"),
        value(new AnswerSchema.Type.Decimal(Limits.atLeast(0)), "-3", "answer.below"),
        value(new AnswerSchema.Type.Decimal(Limits.atMost(0)), "3", "answer.above"),
        value(new AnswerSchema.Type.Decimal(Limits.unread("some")), "3", ""),
        value(count, "5", ""),
        value(count, "5.0", ""),
        value(count, "6", "answer.outside"),
        value(count, "2.5", "answer.not-whole"),
        value(count, "123456789012345678901234567890", "answer.outside"),
        value(brief, "\"four\"", ""),
        value(brief, "\"\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\"", ""),
        value(brief, "\"f\"", "answer.text-short"),
        value(brief, "\"fives\"", "answer.text-long"),
        value(brief, "7", "answer.not-text"),
        value(day, "\"2024-02-29\"", ""),
        value(day, "\"2023-02-29\"", "answer.not-date"),
        value(day, "\"2024-02-31\"", "answer.not-date"),
        value(day, "\"2024-04-31\"", "answer.not-date"),
        value(day, "\"0000-01-01\"", "answer.not-date"),
        value(day, "\"29.02.2024\"", "answer.not-date"),
        value(day, "\"2024-2-9\"", "answer.not-date"),
        value(day, "\"2024-02-29T10:00:00Z\"", "answer.not-date"),
        value(day, "\"\"", "answer.not-date"),
        value(day, "20240229", "answer.not-text"),
        value(time, "\"2024-02-29T10:00:00Z\"", ""),
        value(time, "\"2024-02-29T10:00:00.123+02:00\"", ""),
        value(time, "\"2024-02-29T10:00:00\"", ""),
        value(time, "\"2024-02-30T10:00:00Z\"", "answer.not-time"),
        value(time, "\"2024-02-29T25:00:00Z\"", "answer.not-time"),
        value(time, "\"2024-02-29\"", "answer.not-time"),
        value(quote, "\"coastal boundary, I regret\"", ""),
        value(quote, "\" has not moved.\\n\"", ""),
        value(quote, "\"Coastal boundary\"", "answer.not-in-row"),
        value(quote, "\"coastal border\"", "answer.not-in-row"),
        value(quote, "true", "answer.not-text"),
        value(new AnswerSchema.Type.Quote("gone"), "\"anything\"", ""),
        value(pair, "[1]", ""),
        value(pair, "[]", "answer.list-short"),
        value(pair, "[1,2,3]", "answer.list-long"),
        value(pair, "[1,-2]", "answer.below"),
        value(pair, "[1,null]", "answer.not-whole"),
        value(pair, "1", "answer.not-list"));
  }

  private static Arguments value(AnswerSchema.Type type, String json, String code) {
    return Arguments.of(type, json, code);
  }

  @ParameterizedTest
  @MethodSource("values")
  void holdsValuesAgainstTheirRange(AnswerSchema.Type type, String json, String code) {
    AnswerSchema schema = new AnswerSchema(List.of(new Member("a", type, "", true)));
    RowText row = column -> column.equals("text") ? Optional.of(ROW) : Optional.empty();
    List<AnswerMark> marks = AnswerCheck.check("{\"a\":" + json + "}", schema, row);
    assertThat(marks.stream().map(mark -> mark.finding().code()).toList())
        .as("%s as %s", json, type)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    marks.forEach(mark -> {
      assertThat(mark.stops()).isTrue();
      assertThat(mark.member()).isEqualTo("a");
      FindingWords.hasWords(mark.finding());
    });
  }

  @Test
  void saysInWordsHowFarItIsOut() {
    AnswerSchema schema =
        new AnswerSchema(
            List.of(
                new Member(
                    "share", new AnswerSchema.Type.Decimal(Limits.between(0, 0.0001)), "", true)));
    AnswerMark mark = AnswerCheck.check("{\"share\":1.2}", schema, RowText.UNKNOWN).getFirst();
    assertThat(mark.limits()).isEqualTo(Limits.between(0, 0.0001));
    assertThat(words(Locale.ENGLISH, mark)).isEqualTo("“share” is outside 0 – 0.0001: 1.2");
    assertThat(words(Locale.FRENCH, mark)).contains("hors de 0 – 0,0001", "1.2");
  }

  private static String words(Locale language, AnswerMark mark) {
    return new Words(language)
        .get("prompt." + mark.finding().code(), mark.finding().args().toArray());
  }
}
