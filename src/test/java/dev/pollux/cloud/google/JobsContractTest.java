package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs, models, generating and counting through the adapter, against the sandbox.
class JobsContractTest {
  private static final GeminiModel FLASH = GeminiModel.of("gemini-2.5-flash");
  private static final Location HERE = Location.US_CENTRAL1;
  private static final String HELLO =
      """
      {"contents":[{"role":"user","parts":[{"text":"Tariffs and trade are the subject."}]}]}
      """;
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;
  private static int tables;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(data);
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @AfterEach
  void noFaults() throws Exception {
    faults("{\"loseCreateReplies\":0,\"unavailablePercent\":0}");
  }

  private static void faults(String json) throws Exception {
    var answer =
        Clients.send(
            Clients.request(sandbox, "/sandbox/v1/faults")
                .method("PUT", BodyPublishers.ofString(json))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static BatchRequest request(Map<String, String> labels) {
    return new BatchRequest(
        Sandbox.PROJECT,
        HERE,
        "Contract " + ++tables,
        FLASH,
        new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input"),
        new TableRef(Sandbox.PROJECT, "mine", "answers_" + tables),
        labels);
  }

  @Test
  void aJobIsCreatedFoundListedAndCancelled() throws Exception {
    BatchRequest request = request(Map.of("pollux-run", "contract-1"));

    BatchJob job = cloud.jobs().create(request);

    assertThat(job.displayName()).isEqualTo(request.displayName());
    assertThat(job.model()).isEqualTo(FLASH.name());
    assertThat(job.sourceTable()).contains(request.source());
    assertThat(job.destinationTable()).contains(request.destination());
    assertThat(job.rawState()).startsWith("JOB_STATE_");
    assertThat(job.labels()).containsEntry("pollux-run", "contract-1");
    assertThat(cloud.jobs().get(job.name()).name()).isEqualTo(job.name());
    assertThat(cloud.jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"contract-1\""))
        .extracting(BatchJob::name)
        .containsExactly(job.name());
    assertThat(cloud.jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"another\"")).isEmpty();
    assertThat(cloud.jobs().list(Sandbox.PROJECT, Location.GLOBAL, "")).isEmpty();
    cloud.jobs().cancel(job.name());
  }

  @Test
  void everyPageOfAListIsFollowedNewestFirst() throws Exception {
    for (int i = 0; i < 103; i++) {
      cloud.jobs().create(request(Map.of("pollux-run", "many")));
    }

    List<BatchJob> jobs = cloud.jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"many\"");

    assertThat(jobs).hasSize(103).doesNotHaveDuplicates();
    assertThat(jobs).isSortedAccordingTo((a, b) -> b.created().compareTo(a.created()));
  }

  @Test
  void aLostReplyIsNotSentAgain() throws Exception {
    faults("{\"loseCreateReplies\":1}");
    BatchRequest request = request(Map.of("pollux-run", "lost"));

    assertThatThrownBy(() -> cloud.jobs().create(request))
        .isInstanceOf(CloudException.Unavailable.class);

    assertThat(cloud.jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"lost\"")).hasSize(1);
  }

  @Test
  void readsAreRepeated() throws Exception {
    faults("{\"unavailablePercent\":50}");

    for (int i = 0; i < 4; i++) {
      cloud.jobs().list(Sandbox.PROJECT, HERE, "");
    }
  }

  @Test
  void refusalsAreInTheServicesWords() {
    JobName nobody = new JobName(Sandbox.PROJECT, HERE, "404");
    assertThatThrownBy(() -> cloud.jobs().get(nobody)).isInstanceOf(CloudException.NotFound.class);
    assertThatThrownBy(() -> cloud.jobs().list("another-project", HERE, ""))
        .isInstanceOf(CloudException.NotAllowed.class)
        .hasMessageStartingWith("Permission");
    assertThatThrownBy(() -> cloud.jobs().list(Sandbox.PROJECT, HERE, "what?"))
        .isInstanceOf(CloudException.Invalid.class);
  }

  @Test
  void aWrongTokenIsNotSignedIn() throws Exception {
    try (Cloud stranger = SandboxClouds.open(sandbox, "wrong")) {
      assertThatThrownBy(() -> stranger.jobs().list(Sandbox.PROJECT, HERE, ""))
          .isInstanceOf(CloudException.NotSignedIn.class);
      assertThatThrownBy(() -> stranger.models().published())
          .isInstanceOf(CloudException.NotSignedIn.class);
    }
  }

  @Test
  void modelsAreListed() throws Exception {
    assertThat(cloud.models().published())
        .anySatisfy(model -> {
          assertThat(model.id()).isEqualTo("gemini-2.5-flash");
          assertThat(model.stage()).isNotEmpty();
        });
  }

  @Test
  void oneRequestIsAnsweredAndCounted() throws Exception {
    assertThat(cloud.gemini().generate(FLASH, HERE, HELLO))
        .contains("\"candidates\"")
        .contains("\"finishReason\"");
    assertThat(cloud.gemini().countTokens(FLASH, HERE, HELLO)).isBetween(3L, 30L);
  }

  @Test
  void aRequestThatIsNoneIsInvalid() {
    assertThatThrownBy(() -> cloud.gemini().generate(FLASH, HERE, "{\"contents\":\"hello\"}"))
        .isInstanceOf(CloudException.Invalid.class);
  }
}
