package dev.pollux.results.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.ResponseDetails.Part;
import dev.pollux.results.outcome.ResponseDetails.Source;
import dev.pollux.results.outcome.ResponseDetails.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A response is read to its end, and what is no response has no details.
class DetailsReaderTest {
  private static ResponseDetails read(String json) {
    return DetailsReader.of(new Value.Scalar(json));
  }

  @Test
  void everyPartIsWhatItIs() {
    ResponseDetails all =
        read(
            """
            {"candidates":[
              {"content":{"parts":[
                {"text":"let me see","thought":true},
                {"text":"fine"},
                {"inlineData":{"mimeType":"image/png","data":"AAAA"}},
                {"inlineData":{"mimeType":"audio/wav","data":"AAAA"}},
                {"fileData":{"mimeType":"video/mp4","fileUri":"gs://b/f"}},
                {"functionCall":{"name":"weather","args":{"city":"Bergen"}}},
                {"functionResponse":{"name":"weather","response":{"rain":true}}},
                {"executableCode":{"language":"PYTHON","code":"print(1)"}},
                {"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1"}},
                {"newerThing":{"a":1}}]},
               "finishReason":"STOP","finishMessage":"all said"},
              {"content":{"parts":{"text":"another"}},"finishReason":"MAX_TOKENS"}]}\
            """);
    assertThat(all.candidates().getFirst().parts())
        .containsExactly(
            new Part.Thought("let me see"),
            new Part.Text("fine"),
            new Part.Picture("image/png", "AAAA"),
            new Part.Media("audio/wav", ""),
            new Part.Media("video/mp4", "gs://b/f"),
            new Part.Call("weather", "{\"city\":\"Bergen\"}"),
            new Part.Call("weather", "{\"rain\":true}"),
            new Part.Code("print(1)"),
            new Part.Code("1"),
            new Part.Other("{\"newerThing\":{\"a\":1}}"));
    assertThat(all.candidates().getFirst().finish()).isEqualTo("STOP: all said");
    assertThat(all.candidates().getLast().parts()).containsExactly(new Part.Text("another"));
    assertThat(all.candidates().getLast().finish()).isEqualTo("MAX_TOKENS");
  }

  @Test
  void sourcesAreThoseCitedAndThoseItWasGroundedOnEachOnce() {
    ResponseDetails all =
        read(
            """
            {"candidates":[{"citationMetadata":{"citations":[
                {"startIndex":3,"endIndex":9,"uri":"https://a.example","title":"A"},
                {"startIndex":20,"uri":"https://a.example","title":"A"},{"startIndex":1}]},
              "groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://b.example","title":"B"}},
                {"retrievedContext":{"uri":"gs://c","title":"C"}}]}}]}\
            """);
    assertThat(all.candidates().getFirst().sources())
        .containsExactly(
            new Source("A", "https://a.example"),
            new Source("B", "https://b.example"),
            new Source("C", "gs://c"));
  }

  @Test
  void tokensOfToolsStandApartAndAllAddUpToTheTotal() {
    Tokens tokens =
        read("""
        {"usageMetadata":{"promptTokenCount":100,"toolUsePromptTokenCount":40,"candidatesTokenCount":7,
         "thoughtsTokenCount":13,"cachedContentTokenCount":30,"totalTokenCount":160}}\
        """)
            .tokens();
    assertThat(tokens).isEqualTo(new Tokens(100, 40, 30, 7, 13));
    assertThat(tokens.total()).isEqualTo(160);
  }

  @ParameterizedTest
  @CsvSource({"SAFETY", "PROHIBITED_CONTENT"})
  void aWithheldPromptSaysWhy(String reason) {
    ResponseDetails all =
        read(
            "{\"promptFeedback\":{\"blockReason\":\"%s\"},\"usageMetadata\":{\"promptTokenCount\":4199}}"
                .formatted(reason));
    assertThat(all.blockReason()).isEqualTo(reason);
    assertThat(all.tokens()).isEqualTo(new Tokens(4199, 0, 0, 0, 0));
  }

  /// Any member may be of any type, null, or not there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"\"",
        "\"{}\"",
        "no JSON",
        "{\"candidates\":null}",
        "{\"candidates\":[null,1,\"x\",[]]}",
        "{\"candidates\":[{\"content\":[],\"citationMetadata\":7,\"groundingMetadata\":[1]}]}",
        "{\"candidates\":[{\"content\":{\"parts\":[null,1]}}],\"usageMetadata\":[],\"promptFeedback\":\"x\"}"
      })
  void whatMakesNoSenseHasNoDetails(String response) {
    ResponseDetails all = read(response);
    assertThat(all.candidates()).allMatch(candidate -> candidate.parts().isEmpty());
    assertThat(all.tokens().total()).isZero();
    assertThat(DetailsReader.of(Value.NULL)).isEqualTo(ResponseDetails.NONE);
  }

  @Test
  void jsonInQuotesIsReadToo() {
    assertThat(read("\"{\\\"candidates\\\":[{\\\"finishReason\\\":\\\"STOP\\\"}]}\"").candidates())
        .hasSize(1);
  }
}
