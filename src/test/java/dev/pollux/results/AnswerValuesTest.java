package dev.pollux.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.results.outcome.RowOutcome;
import org.junit.jupiter.api.Test;

/// What is kept of answers has a bound, and says where it ends.
class AnswerValuesTest {
  private static DecodedRow row(int i) {
    return DecodedRow.of(new RowOutcome.Answered("{\"a\":" + i + "}", "STOP", TokenUsage.NONE, ""));
  }

  @Test
  void keepsTheFirstRowsOfMoreThanThereIsRoomFor() {
    AnswerValues values = new AnswerValues(300);
    for (int i = 0; i < 1_000; i++) {
      values.add(row(i));
    }
    assertThat(values.rows()).isEqualTo(100);
    assertThat(values.isWhole()).isFalse();
    assertThat(values.member("a").orElseThrow().figure(99)).isEqualTo(99);
    assertThat(values.member("a").orElseThrow().kind(100)).isEqualTo(ValueColumn.Kind.NONE);
  }

  @Test
  void aMemberThatComesLateWasEmptyBefore() {
    AnswerValues values = new AnswerValues();
    values.add(row(0));
    values.add(
        DecodedRow.of(new RowOutcome.Answered("{\"b\":[1,2]}", "STOP", TokenUsage.NONE, "")));
    ValueColumn late = values.member("b").orElseThrow();
    assertThat(late.kind(0)).isEqualTo(ValueColumn.Kind.EMPTY);
    assertThat(late.kind(1)).isEqualTo(ValueColumn.Kind.ITEMS);
    assertThat(values.member("a").orElseThrow().kind(1)).isEqualTo(ValueColumn.Kind.EMPTY);
  }
}
