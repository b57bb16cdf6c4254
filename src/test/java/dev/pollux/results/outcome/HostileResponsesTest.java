package dev.pollux.results.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.results.Accounting;
import dev.pollux.results.AnswerMembers;
import dev.pollux.testing.JsonMutations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whatever a response has, it is what it is: its tokens add up to the service's total, and one bad
/// answer takes the columns from no other.
class HostileResponsesTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GOOD =
      """
      {"candidates":[{"content":{"role":"model","parts":[{"thought":true,"text":"hm"},{"text":"{\\"label\\":\\"good\\",\\"score\\":4}"}]},
        "finishReason":"STOP","index":0,"avgLogprobs":-0.1,"safetyRatings":[{"category":"HARM_CATEGORY_HARASSMENT","blocked":false}]}],
       "promptFeedback":{"blockReason":""},"modelVersion":"gemini-2.5-flash",
       "usageMetadata":{"promptTokenCount":30,"candidatesTokenCount":12,"thoughtsTokenCount":5,"toolUsePromptTokenCount":3,
        "cachedContentTokenCount":8,"totalTokenCount":50,"promptTokensDetails":[{"modality":"TEXT","tokenCount":30}]}}
      """;
  private final Responses responses = new Responses();

  private RowOutcome decode(String response) {
    return responses.decode(new Value.Scalar(response), new Value.Scalar(""));
  }

  private static TokenUsage tokens(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Answered a -> a.tokens();
      case RowOutcome.Failed f -> f.tokens();
      case RowOutcome.Blocked b -> b.tokens();
      case RowOutcome.Missing _ -> TokenUsage.NONE;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"promptTokenCount\":812,\"totalTokenCount\":812} | 812 0 0 0",
        "{\"promptTokenCount\":30,\"candidatesTokenCount\":12,\"thoughtsTokenCount\":5,\"toolUsePromptTokenCount\":3,\"totalTokenCount\":50} | 33 0 12 5",
        "{\"promptTokenCount\":30,\"cachedContentTokenCount\":20,\"candidatesTokenCount\":1,\"totalTokenCount\":31} | 30 20 1 0",
        "{\"promptTokenCount\":30,\"candidatesTokenCount\":12,\"totalTokenCount\":60} | 30 0 12 18",
        "{\"promptTokenCount\":30,\"totalTokenCount\":41} | 30 0 11 0",
        "{\"promptTokenCount\":30,\"candidatesTokenCount\":12,\"thoughtsTokenCount\":5,\"totalTokenCount\":50} | 33 0 12 5",
        "{\"totalTokenCount\":9} | 9 0 0 0",
        "{\"promptTokenCount\":\"30\",\"candidatesTokenCount\":\"2\"} | 30 0 2 0",
        "{\"promptTokenCount\":-4,\"candidatesTokenCount\":1e300,\"totalTokenCount\":null} | 0 0 0 0",
        "{\"promptTokenCount\":3,\"cachedContentTokenCount\":10} | 3 3 0 0",
        "null | 0 0 0 0",
        "[] | 0 0 0 0",
        "\"many\" | 0 0 0 0",
      })
  void tokensAddUpToTheTotal(String usage, String expected) {
    RowOutcome outcome =
        decode(
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}],\"usageMetadata\":"
                + usage
                + "}");
    TokenUsage used = tokens(outcome);
    assertThat(
            "%d %d %d %d".formatted(used.prompt(), used.cached(), used.answer(), used.thoughts()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"candidates\":[{\"content\":{},\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]} | Failed NO_CONTENT MALFORMED_FUNCTION_CALL",
        "{\"candidates\":[{\"content\":null,\"finishReason\":null}]} | Failed NO_CONTENT",
        "{\"candidates\":[{}]} | Failed NO_CONTENT",
        "{\"candidates\":[null]} | Failed NO_CONTENT",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":null}]}}]} | Failed NO_CONTENT",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"thoughtSignature\":\"AA\"}]}}]} | Failed NO_CONTENT",
        "{\"candidates\":[{\"content\":{\"parts\":{\"text\":\"a\"}}}]} | Answered a",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]},\"finishReason\":\"SOME_NEW_REASON\"}]} | Failed CUT_OFF SOME_NEW_REASON",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AA\"}}]},\"finishReason\":\"STOP\"}]} | Failed NO_CONTENT STOP",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"see\"},{\"fileData\":{\"fileUri\":\"gs://b/o\",\"mimeType\":\"video/mp4\"}}]}}]} | Answered see[video/mp4]",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"executableCode\":{\"code\":\"1+1\"}},{\"codeExecutionResult\":{\"output\":\"2\"}}]}}]} | Answered 1+12",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":{\"name\":\"f\"}}]}}]} | Answered {\"functionCall\":{\"name\":\"f\"}}",
        "{\"candidates\":[{\"content\":{}},{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]} | Answered b",
        "{\"candidates\":[{\"finishReason\":\"SAFETY\"},{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]} | Answered b",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}},{\"content\":{\"parts\":[{\"text\":\"b\"}]}}]} | Answered a",
        "{\"candidates\":[{\"finishReason\":\"SAFETY\"},{\"finishReason\":\"STOP\"}]} | Blocked SAFETY",
        "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":4199}} | Blocked PROHIBITED_CONTENT",
        "{\"candidates\":null,\"promptFeedback\":{\"blockReason\":\"OTHER\"}} | Blocked OTHER",
        "{\"error\":{\"code\":429,\"message\":\"Slow down\"}} | Failed CAPACITY Slow down",
        "{\"usageMetadata\":{\"promptTokenCount\":4}} | Failed UNREADABLE {\"usageMetadata\":{\"promptTokenCount\":4}}",
      })
  void eachIsWhatItIs(String response, String expected) {
    RowOutcome outcome = decode(response);
    String said =
        switch (outcome) {
          case RowOutcome.Answered a -> "Answered " + a.text() + " " + a.finishReason();
          case RowOutcome.Failed f -> "Failed " + f.why() + " " + f.message();
          case RowOutcome.Blocked b -> "Blocked " + b.reason();
          case RowOutcome.Missing _ -> "Missing";
        };
    assertThat(said.strip()).isEqualTo(expected);
    long total = JSON.readTree(response).path("usageMetadata").path("promptTokenCount").asLong(0);
    assertThat(tokens(outcome).prompt()).isEqualTo(total);
  }

  /// Values of any type in any place: no exception, no figure below none.
  @Test
  void anyTypeStandsAnywhere() {
    Accounting.Tally tally = new Accounting.Tally(tokens -> tokens > 100);
    List<String> all = mutated(new Random(7));
    for (String response : all) {
      RowOutcome outcome = decode(response);
      TokenUsage used = tokens(outcome);
      assertThat(List.of(used.prompt(), used.cached(), used.answer(), used.thoughts()))
          .as(response)
          .allMatch(figure -> figure >= 0);
      assertThat(used.cached()).isLessThanOrEqualTo(used.prompt());
      tally.add(outcome);
    }
    Accounting accounts = tally.against(Optional.of((long) all.size()));
    assertThat(accounts.answered() + accounts.failed() + accounts.blocked() + accounts.missing())
        .isEqualTo(all.size());
    assertThat(accounts.answers()).extracting(Field::name).contains("label", "score");
  }

  /// As a job answered it: 97 good rows, a stray end, a fence, a quote that nobody escaped.
  @Test
  void oneBadAnswerTakesTheColumnsFromNoOther() {
    List<String> odd =
        List.of(
            "{\"label\":\"good\",\"score\":4}.\n}",
            "```json\n{\"label\":\"good\",\"score\":5}\n```",
            "{\"label\":\"a \"quoted\" word\",\"score\":6}",
            "{\"label\":\"good\",\"score\":\"high\"}",
            many(39),
            many(900),
            "[1]",
            "good");
    Accounting.Tally tally = new Accounting.Tally(_ -> false);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 97; i++) {
      texts.add("{\"label\":\"good\",\"score\":" + i + "}");
    }
    texts.addAll(odd);
    texts.forEach(text -> tally.add(new RowOutcome.Answered(text, "STOP", TokenUsage.NONE, "")));
    Accounting accounts = tally.against(Optional.empty());

    assertThat(accounts.answers())
        .containsExactly(Field.of("label", FieldType.STRING), Field.of("score", FieldType.INT64));
    assertThat(accounts.errors())
        .extracting(kind -> kind.cause() + " " + kind.rows() + " " + kind.firstRow())
        .containsExactlyInAnyOrder("OddAnswer[] 3 99", "MendedAnswer[] 2 97");
    AnswerMembers members = new AnswerMembers();
    assertThat(members.of(odd.get(0), "score")).contains(new Value.Scalar("4"));
    assertThat(members.of(odd.get(1), "score")).contains(new Value.Scalar("5"));
    assertThat(members.of(odd.get(2), "score")).isEmpty();
    assertThat(odd.stream().filter(members::isWhole)).hasSize(3);
  }

  @Test
  void answersInProseAreNotOdd() {
    Accounting.Tally tally = new Accounting.Tally(_ -> false);
    for (String text : List.of("Yes.", "No.", "{\"a\":1}")) {
      tally.add(new RowOutcome.Answered(text, "STOP", TokenUsage.NONE, ""));
    }
    assertThat(tally.against(Optional.empty()).errors()).isEmpty();
  }

  private static List<String> mutated(Random random) {
    List<String> all = new ArrayList<>(JsonMutations.numbers(GOOD));
    for (int i = 0; i < 4_000; i++) {
      all.add(JsonMutations.of(GOOD, random));
    }
    return all;
  }

  private static String many(int members) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < members; i++) {
      object.put("odd" + members + "_" + i, i);
    }
    return object.toString();
  }
}
