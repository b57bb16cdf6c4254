package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    List<Finding> found = AnswerCheck.check(answer.replace('\'', '"'), SCHEMA);
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
}
