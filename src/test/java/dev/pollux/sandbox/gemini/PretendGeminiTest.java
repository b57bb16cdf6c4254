package dev.pollux.sandbox.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.sandbox.gemini.answer.FreeText;
import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.gemini.text.WordPieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PretendGeminiTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PASSAGE =
      "The treaty with Great Britain was ratified in 1846. Our minister at London, Mr. Louis McLane,"
          + " reports that negotiations with foreign nations succeed. Trade grew by 25 percent.";

  private final PretendGemini gemini = new PretendGemini();
  private final SandboxModel flash = ModelList.bundled().find("gemini-2.5-flash").orElseThrow();

  private JsonNode ask(String text, String config) {
    String request =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":%s}]}],\"generationConfig\":%s}"
            .formatted(JSON.writeValueAsString(text), config);
    return JSON.readTree(gemini.generate(JSON.readTree(request), flash));
  }

  private String answer(String text) {
    return text(ask(text, "{}"));
  }

  private static String text(JsonNode response) {
    return response.at("/candidates/0/content/parts/0/text").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which subject does this passage deal with?                    | Foreign affairs. The words that speak
          Classify the passage. Answer with one of: farming, diplomacy, foreign treaties. | foreign treaties
          Summarize in one sentence:                                    | The treaty with Great Britain
          What is the sentiment?                                        | Positive
          Which dates are mentioned?                                    | 1846
          List the names:                                               | Great Britain, London, Louis McLane
          Is a treaty mentioned?                                        | Yes. The text says
          How many percent did trade grow?                              | 25.
          Put it into one of the following categories: sport, diplomacy with foreign nations, food. | diplomacy with
          Translate into French:                                        | The sandbox cannot translate
          Which language is it?                                         | English
          """)
  void answersComeFromTheText(String question, String begin) {
    assertThat(answer(question + " " + PASSAGE)).startsWith(begin);
  }

  @Test
  void readsDataBetweenMarksAndNotTheMarks() {
    String marked = "<data-1a2b3c4d>" + PASSAGE + "</data-1a2b3c4d>";
    String who = "<data-1a2b3c4d>James Polk</data-1a2b3c4d>";
    assertThat(answer("Which subject does this passage by " + who + " deal with? " + marked))
        .isEqualTo(answer("Which subject does this passage by James Polk deal with? " + PASSAGE))
        .startsWith("Foreign affairs")
        .doesNotContain("data-");
    assertThat(answer("Summarize in one sentence: " + marked))
        .startsWith("The treaty with Great Britain")
        .doesNotContain("data-");
  }

  @Test
  void proseSaysThatItIsSimulatedAndEveryAnswerDoesInItsVersion() {
    JsonNode response = ask("Summarize: " + PASSAGE, "{}");
    assertThat(text(response)).endsWith(FreeText.SIGN);
    assertThat(response.path("modelVersion").asString()).isEqualTo("sandbox-gemini-2.5-flash");
    assertThat(answer("Write a poem")).contains("no language model").endsWith(FreeText.SIGN);
  }

  @Test
  void theSameRequestGetsTheSameAnswer() {
    assertThat(ask("Which topic? " + PASSAGE, "{}").toString())
        .isEqualTo(ask("Which topic? " + PASSAGE, "{}").toString());
  }

  @Test
  void namesFilesThatItCannotSee() {
    String request =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"List objects in this image.\"},"
            + "{\"fileData\":{\"fileUri\":\"gs://b/desk.jpeg\",\"mimeType\":\"image/jpeg\"}}]}]}";
    assertThat(text(JSON.readTree(gemini.generate(JSON.readTree(request), flash))))
        .contains("cannot see files")
        .contains("gs://b/desk.jpeg");
  }

  @Test
  void stopsWhereTheTokensEnd() {
    JsonNode cut =
        ask(
            "Summarize: " + PASSAGE,
            "{\"maxOutputTokens\":8,\"thinkingConfig\":{\"thinkingBudget\":0}}");
    assertThat(cut.at("/candidates/0/finishReason").asString()).isEqualTo("MAX_TOKENS");
    assertThat(cut.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(8);
    JsonNode stopped = ask("Summarize: " + PASSAGE, "{\"stopSequences\":[\"Britain\"]}");
    assertThat(text(stopped)).isEqualTo("The treaty with Great ");
  }

  @Test
  void thinksCountsAndShows() {
    JsonNode quiet = ask("Which topic? " + PASSAGE, "{\"thinkingConfig\":{\"thinkingBudget\":0}}");
    assertThat(quiet.path("usageMetadata").has("thoughtsTokenCount")).isFalse();
    JsonNode loud =
        ask(
            "Which topic? " + PASSAGE,
            "{\"candidateCount\":2,\"thinkingConfig\":{\"includeThoughts\":true}}");
    assertThat(loud.path("candidates").size()).isEqualTo(2);
    assertThat(loud.at("/candidates/0/content/parts/0/thought").asBoolean()).isTrue();
    JsonNode usage = loud.path("usageMetadata");
    assertThat(usage.path("totalTokenCount").asInt())
        .isEqualTo(
            usage.path("promptTokenCount").asInt()
                + usage.path("candidatesTokenCount").asInt()
                + usage.path("thoughtsTokenCount").asInt());
  }

  @Test
  void blocksOnTriggerWords() {
    assertThat(ask(PretendGemini.BLOCK_PROMPT, "{}").at("/promptFeedback/blockReason").asString())
        .isEqualTo("SAFETY");
    assertThat(ask(PretendGemini.BLOCK_ANSWER, "{}").at("/candidates/0/finishReason").asString())
        .isEqualTo("SAFETY");
    assertThat(ask(PretendGemini.RECITE, "{}").at("/candidates/0/finishReason").asString())
        .isEqualTo("RECITATION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                             | at least one contents field
          {"contents":[{"parts":[{"text":"x"}]}]}                        | Please use a valid role: user, model.
          {"contents":[{"role":"tool","parts":[{"text":"x"}]}]}          | Please use a valid role: user, model.
          {"contents":[{"role":"user"}]}                                 | at least one parts field
          {"contents":[{"role":"user","parts":[{}]}]}                    | must have a text parameter
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"cachedContent":"c"}     | caching
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"tools":[{"googleSearch":{}}]} | Tools
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"temperature":3}} | temperature value of 3 but the supported range is from 0
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"thinkingConfig":{"thinkingLevel":"LOW"}}} | Thinking level is not supported
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"responseModalities":["IMAGE"]}} | text only
          {"contents":[{"role":"user","parts":[{"text":"x"}]}],"generationConfig":{"responseSchema":{"type":"STRING"}}} | application/json
          """)
  void refusesInWords(String request, String words) {
    assertThatThrownBy(() -> gemini.generate(JSON.readTree(request), flash))
        .isInstanceOf(GeminiRefusal.class)
        .hasMessageContaining(words);
  }

  @Test
  void countsAboutFourCharactersAToken() {
    int tokens = WordPieces.count(PASSAGE);
    assertThat(PASSAGE.length() / (double) tokens).isBetween(3.3, 5.0);
    assertThat(WordPieces.count(WordPieces.first(PASSAGE, 10))).isEqualTo(10);
  }
}
