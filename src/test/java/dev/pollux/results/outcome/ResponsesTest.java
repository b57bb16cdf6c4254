package dev.pollux.results.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {
  private final Responses responses = new Responses();

  @Test
  void readsThePublishedExample() {
    assertThat(
            decode(
                """
                {"candidates":[{"content":{"role":"model","parts":[{"text":"Mash the "},{"text":"bananas."}]},
                "finishReason":"STOP","avgLogprobs":-0.1}],"modelVersion":"gemini-3-flash-preview@default",
                "usageMetadata":{"promptTokenCount":8,"candidatesTokenCount":396,"thoughtsTokenCount":5}}
                """,
                ""))
        .isEqualTo(
            new RowOutcome.Answered(
                "Mash the bananas.",
                "STOP",
                new TokenUsage(8, 0, 396, 5),
                "gemini-3-flash-preview@default"));
  }

  @Test
  void leavesThoughtsOut() {
    assertThat(
            decode(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"thought\":true,\"text\":\"hm\"},{\"text\":\"42\"}]}}]}",
                "{}"))
        .isEqualTo(new RowOutcome.Answered("42", "", TokenUsage.NONE, ""));
  }

  @Test
  void readsJsonInQuotes() {
    assertThat(
            decode(
                "\"{\\\"candidates\\\":[{\\\"content\\\":{\\\"parts\\\":[{\\\"text\\\":\\\"a\\\"}]}}]}\"",
                ""))
        .isEqualTo(new RowOutcome.Answered("a", "", TokenUsage.NONE, ""));
  }

  @Test
  void marksAnswersThatWereCut() {
    RowOutcome cut =
        decode(
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"half\"}]},\"finishReason\":\"MAX_TOKENS\"}]}",
            "");
    assertThat(cut).isInstanceOf(RowOutcome.Answered.class);
    assertThat(((RowOutcome.Answered) cut).truncated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"candidates\":[{\"finishReason\":\"SAFETY\"}]}",
        "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}",
        "{\"candidates\":[],\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"
      })
  void knowsWhatAPolicyWithheld(String response) {
    assertThat(decode(response, "")).isEqualTo(new RowOutcome.Blocked("SAFETY", TokenUsage.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bad Request: {\"error\": {\"code\": 400, \"message\": \"Please use a valid role: user, model.\", \"status\": \"INVALID_ARGUMENT\"}} | BAD_REQUEST | 400 | Please use a valid role: user, model.",
        "{\"error\":{\"code\":429,\"message\":\"Slow down\"}} | CAPACITY | 429 | Slow down",
        "{\"error\":{\"status\":\"UNAVAILABLE\",\"message\":\"later\"}} | SERVICE | 14 | later",
        "{\"code\":4,\"message\":\"Request deadline exceeded before prefill finished\"} | TIMEOUT | 4 | Request deadline exceeded before prefill finished",
        "Request deadline exceeded before prefill finished | TIMEOUT | 4 | Request deadline exceeded before prefill finished",
        "DEADLINE_EXCEEDED: too slow | TIMEOUT | 4 | DEADLINE_EXCEEDED: too slow",
        "Error Code 13 - INTERNAL | SERVICE | 13 | Error Code 13 - INTERNAL",
        "code 8: quota | CAPACITY | 8 | code 8: quota",
        "403 forbidden | NOT_ALLOWED | 403 | 403 forbidden",
        "Bad Request: {not json | BAD_REQUEST | 400 | Bad Request: {not json",
        "something else | OTHER | 0 | something else",
        "Unavailable: {\"error\":{\"code\":503,\"message\":\"later\"}} <html> | SERVICE | 503 | later",
        "HTTP 429: Too Many Requests | CAPACITY | 429 | HTTP 429: Too Many Requests",
        "rpc error: code = ResourceExhausted desc = x | CAPACITY | 8 | rpc error: code = ResourceExhausted desc = x",
        "The service is currently unavailable. | SERVICE | 14 | The service is currently unavailable.",
        "Internal error encountered. | SERVICE | 13 | Internal error encountered.",
      })
  void readsEveryFormOfStatus(String status, FailureKind kind, int code, String message) {
    assertThat(responses.decode(Value.NULL, new Value.Scalar(status)))
        .isEqualTo(new RowOutcome.Failed(kind, code, message));
  }

  @Test
  void saysWhichFailuresMayHeal() {
    assertThat(FailureKind.values())
        .filteredOn(FailureKind::retryable)
        .containsExactly(
            FailureKind.CAPACITY,
            FailureKind.TIMEOUT,
            FailureKind.SERVICE,
            FailureKind.NO_CONTENT,
            FailureKind.CUT_OFF);
  }

  /// No content is no answer, whatever the finish reason; its tokens are billed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MALFORMED_FUNCTION_CALL",
        "{\"parts\":[]} | OTHER",
        "{\"parts\":[{\"text\":\"\"}]} | LANGUAGE",
        "{\"parts\":[{\"thought\":true,\"text\":\"hm\"}]} | MAX_TOKENS",
        "{\"parts\":[{}]} | STOP",
        "{\"parts\":[{\"text\":\"\\n \\n\"}]} | MAX_TOKENS",
        "{\"parts\":[{\"text\":\" \"}]} | STOP",
        "{\"role\":\"model\"} | ",
      })
  void noContentIsNoAnswer(String content, String finish) {
    String reason = finish == null ? "" : finish;
    assertThat(
            decode(
                "{\"candidates\":[{\"content\":"
                    + content
                    + ",\"finishReason\":\""
                    + reason
                    + "\"}],\"usageMetadata\":{\"promptTokenCount\":812,\"totalTokenCount\":812}}",
                ""))
        .isEqualTo(
            new RowOutcome.Failed(FailureKind.NO_CONTENT, 0, reason, new TokenUsage(812, 0, 0, 0)));
  }

  @Test
  void aPictureAloneIsNoAnswer() {
    assertThat(
            decode(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"data\":\"AA\"}}]},"
                    + "\"finishReason\":\"STOP\"}]}",
                ""))
        .isEqualTo(new RowOutcome.Failed(FailureKind.NO_CONTENT, 0, "STOP", TokenUsage.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANGUAGE", "OTHER", "FINISH_REASON_UNSPECIFIED", "A_NEWER_ONE"})
  void anUnknownFinishIsNoAnswer(String finish) {
    assertThat(
            decode(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"half a\"}]},\"finishReason\":\""
                    + finish
                    + "\"}]}",
                ""))
        .isEqualTo(new RowOutcome.Failed(FailureKind.CUT_OFF, 0, finish, TokenUsage.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\":0}", "{\"code\":0,\"message\":\"\"}", " {} ", "null"})
  void aStatusOfCodeZeroIsNoFailure(String status) {
    assertThat(decode("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}", status))
        .isInstanceOf(RowOutcome.Answered.class);
  }

  @Test
  void aRowWithNeitherIsMissing() {
    assertThat(responses.decode(Value.NULL, Value.NULL)).isEqualTo(new RowOutcome.Missing());
    assertThat(decode("null", "")).isEqualTo(new RowOutcome.Missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "[]", "12", "{\"candidates\":{}}"})
  void survivesResponsesThatMakeNoSense(String response) {
    assertThat(decode(response, ""))
        .isEqualTo(new RowOutcome.Failed(FailureKind.UNREADABLE, 0, response));
  }

  private RowOutcome decode(String response, String status) {
    return responses.decode(new Value.Scalar(response), new Value.Scalar(status));
  }
}
