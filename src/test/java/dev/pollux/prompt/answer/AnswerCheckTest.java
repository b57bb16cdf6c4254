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
              new Member("mood", new AnswerSchema.Type.Choice(List.of("good", "bad")), "", true),
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
        "{'mood':'good'} | - | -",
        "{'mood':'bad','score':1,'count':3.0,'sure':true,'why':'','places':[{'name':'x'}]} | - | -",
        "{'mood':'bad','score':null,'places':[]} | - | -",
        "~ ~ | answer.empty | -",
        "{'mood':'go | answer.truncated | -",
        "{'mood':'good','places':[ | answer.truncated | -",
        "good | answer.not-json | -",
        "```json {'mood':'good'} ``` | answer.fenced | -",
        "['good'] | answer.not-object | -",
        "{} | answer.missing | mood",
        "{'mood':null} | answer.null | mood",
        "{'mood':'so so'} | answer.not-one-of | mood",
        "{'mood':'good','score':'7'} | answer.not-number | score",
        "{'mood':'good','count':1.5} | answer.not-whole | count",
        "{'mood':'good','sure':'yes'} | answer.not-yes-no | sure",
        "{'mood':'good','why':{}} | answer.not-text | why",
        "{'mood':'good','places':{}} | answer.not-list | places",
        "{'mood':'good','places':['x']} | answer.not-group | places[0]",
        "{'mood':'good','places':[{'name':'x'},{}]} | answer.missing | places[1].name",
        "{'mood':'good','more':1} | answer.unknown | more",
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
