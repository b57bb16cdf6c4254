package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import dev.pollux.sandbox.vertex.models.PublisherModels;
import dev.pollux.sandbox.vertex.models.TunedModels;
import dev.pollux.sandbox.vertex.wire.ProtoJson;
import dev.pollux.sandbox.vertex.wire.RestReply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The REST door as a function.
class RestDoorTest {
  private static final String JOBS = "/v1/projects/p/locations/us-central1/batchPredictionJobs";

  private final Bench bench = Bench.with(3);
  private final RestDoor door = door();

  private RestDoor door() {
    ModelList models = ModelList.bundled();
    ProjectNumbers projects = new ProjectNumbers(Map.of("p", "1001"));
    GeminiCalls gemini =
        new GeminiCalls(
            new PretendGemini(), new ModelRules(models), projects, new ProjectConditions());
    return new RestDoor(
        bench.jobs,
        gemini,
        new TunedModels(models, projects, new ProjectConditions()),
        new PublisherModels(models, new ProjectConditions()),
        bench.faults);
  }

  private RestReply call(String method, String path, String body) {
    return door.answer(method, path, Map.of(), body);
  }

  private String created(String name) {
    RestReply reply = call("POST", JOBS, ProtoJson.print(Jobs.request(name)));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.body().replaceFirst("(?s).*\"name\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void countsAreStringsAndErrorsHaveNoDetails() {
    String name = created("out");
    bench.pass(java.time.Duration.ofMinutes(1));
    assertThat(call("GET", "/v1beta1/" + name, "").body())
        .contains("\"successfulCount\":\"3\"")
        .contains("\"createTime\":\"2026-11-22T12:00:00Z\"");
    String second = created("out");
    bench.pass(java.time.Duration.ofMinutes(1));
    assertThat(call("GET", "/v1/" + second, "").body())
        .contains("\"state\":\"JOB_STATE_FAILED\"")
        .contains("Already Exists")
        .doesNotContain("details");
  }

  @Test
  void deleteAnswersADoneOperation() {
    String name = created("out");
    bench.pass(java.time.Duration.ofMinutes(1));
    assertThat(call("DELETE", "/v1/" + name, "").body())
        .contains("\"done\":true")
        .contains("\"@type\":\"type.googleapis.com/google.protobuf.Empty\"");
    assertThat(call("GET", "/v1/" + name, "").status()).isEqualTo(404);
  }

  @Test
  void projectNumbersServeAsWellAsIds() {
    String name = created("out");
    assertThat(name).startsWith("projects/1001/");
    assertThat(call("GET", "/v1/" + name.replace("1001", "p"), "").status()).isEqualTo(200);
  }

  @Test
  void aReadMaskShowsLess() {
    created("out");
    String body = door.answer("GET", JOBS, Map.of("readMask", "name,state"), "").body();
    assertThat(body).contains("\"state\"").doesNotContain("displayName");
    assertThat(door.answer("GET", JOBS, Map.of("readMask", "nope"), "").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST | /v1/projects/p/locations/us-central1/batchPredictionJobs | {"webhookConfig":{}} | 400 | Unknown name
          POST | /v1/projects/p/locations/us-central1/batchPredictionJobs | nonsense             | 400 | INVALID_ARGUMENT
          GET  | /v1/projects/p/locations/us-central1/batchPredictionJobs/7 | ``                 | 404 | does not exist
          GET  | /v1/projects/p/locations/mars/batchPredictionJobs        | ``                   | 400 | Unsupported location
          GET  | /v1/projects/p/locations/us-central1/endpoints           | ``                   | 404 | does not serve
          GET  | /v1/projects/p/locations/us-central1/models/1234567890   | ``                   | 200 | sotu-subjects
          GET  | /v1/projects/p/locations/us-central1/models              | ``                   | 200 | models/1234567890
          GET  | /v1beta1/publishers/google/models                        | ``                   | 200 | publishers/google/models/gemini-3.8-flash
          GET  | /v1beta1/publishers/google/models/gemini-2.5-pro         | ``                   | 200 | gemini-2.5-pro
          GET  | /v1beta1/publishers/google/models/gemini-1               | ``                   | 404 | The PublisherModel gemini-1 does not exist.
          POST | /v1/projects/p/locations/global/publishers/google/models/gemini-2.5-pro:generateContent | {"contents":[{"parts":[{"text":"x"}]}]} | 400 | valid role
          POST | /v1/projects/p/locations/global/publishers/google/models/gemini-2.5-pro:countTokens | {"contents":[{"role":"user","parts":[{"text":"two words"}]}]} | 200 | "totalTokens":2
          POST | /v1/projects/p/locations/global/publishers/google/models/gemini-2.5-pro:computeTokens | {"contents":[{"role":"user","parts":[{"text":"two words"}]}]} | 200 | "tokens":["dHdv","IHdvcmRz"]
          POST | /v1/projects/p/locations/global/publishers/google/models/gemini-2.5-pro:computeTokens | {"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"AA=="}}]}]} | 400 | of texts only
          POST | /v1/projects/p/locations/global/publishers/google/models/gemini-1:computeTokens | {"contents":[{"role":"user","parts":[{"text":"x"}]}]} | 404 | gemini-1 does not exist
          GET  | /v1/projects/p/locations/us-central1/tuningJobs          | ``                   | 200 | {}
          GET  | /v1/projects/p/locations/us-central1/cachedContents      | ``                   | 200 | {}
          PUT  | /sandbox/v1/faults                                       | {"slow":1}           | 400 | not a figure
          PUT  | /sandbox/v1/faults                                       | {"quotaPercent":101} | 400 | quotaPercent must be
          """)
  void answers(String method, String path, String body, int status, String words) {
    RestReply reply = call(method, path, body);
    assertThat(reply.body()).contains(words);
    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void listsTunedModelsAsClientsAskForThem() {
    String path = "/v1/projects/p/locations/us-central1/models";
    assertThat(door.answer("GET", path, Map.of("filter", "labels.tune-type:*"), "").body())
        .contains("models/1234567890");
    assertThat(door.answer("GET", path, Map.of("filter", "labels.x:y"), "").status())
        .isEqualTo(400);
  }

  @Test
  void faultsHitEveryFourthCallButNeverTheirOwnSwitch() {
    assertThat(call("PUT", "/sandbox/v1/faults", "{\"quotaPercent\":25}").body())
        .contains("\"quotaPercent\":25.0");
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      refused += call("GET", JOBS, "").status() == 429 ? 1 : 0;
      assertThat(call("GET", "/sandbox/v1/faults", "").status()).isEqualTo(200);
    }
    assertThat(refused).isEqualTo(25);
  }
}
