package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableRef;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Jobs, models, generating and counting through the adapter, against the sandbox.
class JobsContractTest {
  private static final GeminiModel FLASH = GeminiModel.of("gemini-2.5-flash");
  private static final Location HERE = Location.US_CENTRAL1;
  private static final String HELLO =
      """
      {"contents":[{"role":"user","parts":[{"text":"Tariffs and trade are the subject."}]}]}
      """;
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  private static int tables;

  @AfterEach
  void noFaults() throws Exception {
    faults("{\"loseCreateReplies\":0,\"unavailablePercent\":0}");
  }

  private static void faults(String json) throws Exception {
    var answer =
        Clients.send(
            Clients.request(SANDBOX.sandbox(), "/sandbox/v1/faults")
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

    BatchJob job = SANDBOX.cloud().jobs().create(request);

    assertThat(job.displayName()).isEqualTo(request.displayName());
    assertThat(job.model()).isEqualTo(FLASH.name());
    assertThat(job.sourceTable()).contains(request.source());
    assertThat(job.destinationTable()).contains(request.destination());
    assertThat(job.rawState()).startsWith("JOB_STATE_");
    assertThat(job.labels()).containsEntry("pollux-run", "contract-1");
    assertThat(SANDBOX.cloud().jobs().get(job.name()).name()).isEqualTo(job.name());
    assertThat(
            SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"contract-1\""))
        .extracting(BatchJob::name)
        .containsExactly(job.name());
    assertThat(SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"another\""))
        .isEmpty();
    assertThat(SANDBOX.cloud().jobs().list(Sandbox.PROJECT, Location.GLOBAL, "")).isEmpty();
    SANDBOX.cloud().jobs().cancel(job.name());
  }

  @Test
  void everyPageOfAListIsFollowedNewestFirst() throws Exception {
    for (int i = 0; i < 103; i++) {
      SANDBOX.cloud().jobs().create(request(Map.of("pollux-run", "many")));
    }

    List<BatchJob> jobs =
        SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"many\"");

    assertThat(jobs).hasSize(103).doesNotHaveDuplicates();
    assertThat(jobs).isSortedAccordingTo((a, b) -> b.created().compareTo(a.created()));
  }

  @Test
  void aLostReplyIsNotSentAgain() throws Exception {
    faults("{\"loseCreateReplies\":1}");
    BatchRequest request = request(Map.of("pollux-run", "lost"));

    assertThatThrownBy(() -> SANDBOX.cloud().jobs().create(request))
        .isInstanceOf(CloudException.Unavailable.class);

    assertThat(SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "labels.pollux-run=\"lost\""))
        .hasSize(1);
  }

  @Test
  void readsAreRepeated() throws Exception {
    faults("{\"unavailablePercent\":50}");

    for (int i = 0; i < 4; i++) {
      SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "");
    }
  }

  @Test
  void refusalsAreInTheServicesWords() {
    JobName nobody = new JobName(Sandbox.PROJECT, HERE, "404");
    assertThatThrownBy(() -> SANDBOX.cloud().jobs().get(nobody))
        .isInstanceOf(CloudException.NotFound.class);
    assertThatThrownBy(() -> SANDBOX.cloud().jobs().list("another-project", HERE, ""))
        .isInstanceOf(CloudException.NotAllowed.class)
        .hasMessageStartingWith("Permission");
    assertThatThrownBy(() -> SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "what?"))
        .isInstanceOf(CloudException.Invalid.class);
  }

  @Test
  void aWrongTokenIsNotSignedIn() throws Exception {
    try (Cloud stranger = SandboxClouds.open(SANDBOX.sandbox(), "wrong")) {
      assertThatThrownBy(() -> stranger.jobs().list(Sandbox.PROJECT, HERE, ""))
          .isInstanceOf(CloudException.NotSignedIn.class);
      assertThatThrownBy(() -> stranger.models().published())
          .isInstanceOf(CloudException.NotSignedIn.class);
    }
  }

  @Test
  void modelsAreListed() throws Exception {
    assertThat(SANDBOX.cloud().models().published())
        .anySatisfy(model -> {
          assertThat(model.id()).isEqualTo("gemini-2.5-flash");
          assertThat(model.stage()).isNotEmpty();
        });
  }

  @Test
  void oneRequestIsAnsweredAndCounted() throws Exception {
    assertThat(SANDBOX.cloud().gemini().generate(FLASH, HERE, HELLO))
        .contains("\"candidates\"")
        .contains("\"finishReason\"");
    assertThat(SANDBOX.cloud().gemini().countTokens(FLASH, HERE, HELLO)).isBetween(3L, 30L);
  }

  @Test
  void aRequestThatIsNoneIsInvalid() {
    assertThatThrownBy(
            () -> SANDBOX.cloud().gemini().generate(FLASH, HERE, "{\"contents\":\"hello\"}"))
        .isInstanceOf(CloudException.Invalid.class);
  }
}
