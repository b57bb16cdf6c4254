package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.aiplatform.v1.CountTokensRequest;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.job.JobTables;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Requests with all that a careful client sends: answered alike online and in a job, and counted
/// by countTokens as they are billed.
class PreparedRequestsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MODEL = Bench.PARENT + "/publishers/google/models/";
  private static final String SCHEMA =
      """
      {"type":"OBJECT","properties":{
        "topic":{"type":"STRING","enum":["trade","war"],"description":"what it deals with"},
        "share":{"type":"NUMBER"},
        "year":{"type":"INTEGER","nullable":true},
        "hopeful":{"type":"BOOLEAN"},
        "names":{"type":"ARRAY","items":{"type":"STRING"},"minItems":"1"},
        "money":{"type":"OBJECT","nullable":true,"properties":{
          "amount":{"type":"NUMBER"},"currency":{"type":"STRING"}},"required":["amount"]}},
       "required":["topic","share","hopeful","names"],
       "propertyOrdering":["topic","share","year","hopeful","names","money"]}\
      """;

  private final GeminiCalls calls =
      new GeminiCalls(
          new PretendGemini(),
          new ModelRules(ModelList.bundled()),
          new ProjectNumbers(Map.of("p", "1001")),
          new ProjectConditions());

  private static String request(String config) {
    ObjectNode request = (ObjectNode) JSON.readTree("{\"labels\":{\"pollux-run\":\"r1\"}}");
    request.putObject("systemInstruction").putArray("parts").addObject().put("text", "Be brief.");
    ObjectNode user = request.putArray("contents").addObject().put("role", "user");
    user.putArray("parts")
        .addObject()
        .put("text", "Describe: In 1846 trade with Great Britain grew to 24,256 dollars.");
    request.set("generationConfig", JSON.readTree(config));
    return request.toString();
  }

  private static String config(String more) {
    return "{\"temperature\":0.2,\"responseMimeType\":\"application/json\",\"responseSchema\":"
        + SCHEMA
        + more
        + "}";
  }

  private JsonNode online(String request, String model) {
    GenerateContentRequest asked =
        ProtoJson.read(request, GenerateContentRequest.newBuilder()).build();
    return JSON.readTree(ProtoJson.print(calls.generate(MODEL + model, asked)));
  }

  private JsonNode online(String request) {
    return online(request, "gemini-2.5-flash");
  }

  private int counted(String request) {
    ObjectNode asked = (ObjectNode) JSON.readTree(request);
    asked.remove("labels");
    CountTokensRequest count =
        ProtoJson.read(asked.toString(), CountTokensRequest.newBuilder()).build();
    return calls.count(MODEL + "gemini-2.5-flash", count).getTotalTokens();
  }

  private static JsonNode batch(String request) {
    FakeJobTables tables = FakeJobTables.with(0);
    tables.table(
        "p.d.in", "us-central1", List.of(request), new JobTables.InputColumn("request", "JSON"));
    Bench.over(tables).ended(Jobs.request("out"));
    JobTables.AnsweredRow row = tables.outputs.get("p.d.out").getFirst();
    assertThat(row.status()).isEmpty();
    return JSON.readTree(String.valueOf(row.response()));
  }

  private static String text(JsonNode response) {
    return response.at("/candidates/0/content/parts/0/text").asString("");
  }

  @Test
  void theSchemaIsKeptWithEveryKindOfProperty() {
    JsonNode answer = JSON.readTree(text(online(request(config("")))));
    assertThat(answer.propertyNames())
        .containsExactly("topic", "share", "year", "hopeful", "names", "money");
    assertThat(answer.path("topic").asString()).isEqualTo("trade");
    assertThat(answer.path("share").isNumber()).isTrue();
    assertThat(answer.path("year").asInt()).isEqualTo(1846);
    assertThat(answer.path("hopeful").isBoolean()).isTrue();
    assertThat(answer.path("names").get(0).asString()).isEqualTo("Great Britain");
    assertThat(answer.at("/money/amount").isNumber()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"maxOutputTokens\":20,\"thinkingConfig\":{\"thinkingBudget\":0}",
        ",\"maxOutputTokens\":5",
        ",\"thinkingConfig\":{\"thinkingBudget\":2048,\"includeThoughts\":true}",
        ",\"seed\":7,\"topP\":0.9,\"topK\":40,\"candidateCount\":2"
      })
  void aJobAnswersAsTheModelDoesNow(String more) {
    JsonNode now = online(request(config(more)));
    JsonNode later = batch(request(config(more)));
    assertThat(later.path("usageMetadata")).isEqualTo(now.path("usageMetadata"));
    assertThat(text(later)).isEqualTo(text(now));
    assertThat(later.at("/candidates/0/finishReason"))
        .isEqualTo(now.at("/candidates/0/finishReason"));
  }

  @Test
  void aLowCapCutsTheJsonOrLeavesNothing() {
    JsonNode cut =
        online(
            request(config(",\"maxOutputTokens\":20,\"thinkingConfig\":{\"thinkingBudget\":0}")));
    assertThat(cut.at("/candidates/0/finishReason").asString()).isEqualTo("MAX_TOKENS");
    assertThat(cut.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(20);
    assertThat(text(cut)).startsWith("{\"topic\":").doesNotEndWith("}");

    JsonNode eaten = online(request(config(",\"maxOutputTokens\":5")));
    assertThat(eaten.at("/candidates/0/finishReason").asString()).isEqualTo("MAX_TOKENS");
    assertThat(eaten.at("/candidates/0/content/parts").size()).isZero();
    assertThat(eaten.at("/usageMetadata/thoughtsTokenCount").asInt()).isEqualTo(5);
    assertThat(eaten.path("usageMetadata").has("candidatesTokenCount")).isFalse();
  }

  @Test
  void thoughtsGrowWithLevelAndBudget() {
    int[] budgets = thoughts("gemini-2.5-flash", "\"thinkingBudget\":", "0", "512", "8192");
    assertThat(budgets[0]).isZero();
    assertThat(budgets).isSorted().doesNotHaveDuplicates();
    int[] levels =
        thoughts(
            "gemini-3-flash-preview",
            "\"thinkingLevel\":",
            "\"MINIMAL\"",
            "\"LOW\"",
            "\"MEDIUM\"",
            "\"HIGH\"");
    assertThat(levels[0]).isBetween(1, 9);
    assertThat(levels).isSorted().doesNotHaveDuplicates();
  }

  private int[] thoughts(String model, String field, String... values) {
    String location = model.startsWith("gemini-3") ? "global" : "us-central1";
    return Arrays.stream(values)
        .map(value -> request(config(",\"thinkingConfig\":{" + field + value + "}")))
        .map(request -> ProtoJson.read(request, GenerateContentRequest.newBuilder()).build())
        .map(request -> calls.generate(MODEL.replace("us-central1", location) + model, request))
        .mapToInt(response -> response.getUsageMetadata().getThoughtsTokenCount())
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Name it: a, b.\"}]}]}",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"One?\"}]},{\"role\":\"model\",\"parts\":[{\"text\":\"Yes, one of them.\"}]},{\"role\":\"user\",\"parts\":[{\"text\":\"Two?\"}]}]}",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Describe.\"},{\"fileData\":{\"fileUri\":\"gs://b/a.png\",\"mimeType\":\"image/png\"}},{\"fileData\":{\"fileUri\":\"https://www.youtube.com/watch?v=x\",\"mimeType\":\"video/mp4\"}}]}]}"
      })
  void countsWhatIsBilled(String plain) {
    for (String request : List.of(plain, request("{}"), request(config("")))) {
      JsonNode usage = online(request).path("usageMetadata");
      int billed = usage.path("promptTokenCount").asInt();
      assertThat(counted(request)).isEqualTo(billed);
      assertThat(
              usage
                  .path("promptTokensDetails")
                  .valueStream()
                  .mapToInt(detail -> detail.path("tokenCount").asInt())
                  .sum())
          .isEqualTo(billed);
    }
    assertThat(counted(request(config("")))).isGreaterThan(counted(request("{}")));
  }
}
