package dev.pollux.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.RowOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerColumnsTest {
  private final AnswerColumns columns = new AnswerColumns();

  @Test
  void membersBecomeColumnsInTheirOrderAndWithTheirType() {
    add(
        "{\"subject\":\"economy\",\"confidence\":1,\"sure\":true,\"names\":[\"a\"],\"note\":null}",
        "{\"subject\":null,\"confidence\":0.5,\"sure\":false,\"names\":[],\"note\":null,\"late\":1}");
    assertThat(columns.fields())
        .containsExactly(
            Field.of("subject", FieldType.STRING),
            Field.of("confidence", FieldType.FLOAT64),
            Field.of("sure", FieldType.BOOL),
            Field.of("names", FieldType.JSON),
            Field.of("note", FieldType.STRING),
            Field.of("late", FieldType.INT64));
  }

  @Test
  void asManyAnswersThatAreNoObjectsMakeThemText() {
    for (String other : List.of("economy", "[1]", "12", "{\"cut", "")) {
      AnswerColumns all = new AnswerColumns();
      all.add(answer("{\"a\":1}", "STOP"));
      all.add(answer(other, "STOP"));
      assertThat(all.fields()).as(other).isEmpty();
    }
  }

  @Test
  void aFewOddAnswersTakeTheColumnsFromNoOther() {
    for (int i = 0; i < 97; i++) {
      add("{\"label\":\"good\",\"score\":" + i + "}");
    }
    add(
        "{\"label\":\"good\",\"score\":4}.\n}",
        "```json\n{\"label\":\"good\",\"score\":4}\n```",
        "{\"label\":\"a \"quoted\" word\",\"score\":4}");
    assertThat(columns.fields())
        .containsExactly(Field.of("label", FieldType.STRING), Field.of("score", FieldType.INT64));
  }

  @Test
  void rowsWithoutAWholeAnswerSayNothing() {
    add("{\"a\":1}");
    columns.add(answer("{\"a", "MAX_TOKENS"));
    columns.add(new RowOutcome.Missing());
    columns.add(new RowOutcome.Failed(FailureKind.CAPACITY, 429, "no"));
    assertThat(columns.fields()).containsExactly(Field.of("a", FieldType.INT64));
  }

  @Test
  void objectsThatHaveLittleInCommonStayText() {
    for (int i = 0; i < 41; i++) {
      add("{\"key" + i + "\":1}");
    }
    assertThat(columns.fields()).isEmpty();
  }

  @Test
  void membersAreReadAsValues() {
    AnswerMembers members = new AnswerMembers();
    String answer = "{\"s\":\"x\",\"n\":1.50,\"l\":[1,\"a\"],\"z\":null}";
    assertThat(members.of(answer, "s")).contains(new Value.Scalar("x"));
    assertThat(members.of(answer, "n")).contains(new Value.Scalar("1.5"));
    assertThat(members.of(answer, "l")).contains(new Value.Scalar("[1,\"a\"]"));
    assertThat(members.of(answer, "z")).contains(Value.NULL);
    assertThat(members.of(answer, "other")).contains(Value.NULL);
    assertThat(members.of("plain", "s")).isEmpty();
  }

  private void add(String... texts) {
    for (String text : texts) {
      columns.add(answer(text, "STOP"));
    }
  }

  private static RowOutcome answer(String text, String finish) {
    return new RowOutcome.Answered(text, finish, TokenUsage.NONE, "");
  }
}
