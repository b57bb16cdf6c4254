package dev.pollux.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.text.Words;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that can be wrong with a project, over the wire: one line names it, and its remedy is
/// the one that helps.
class DoctorInSandboxTest {
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;

  /// @param step the line that is to be mended; empty where the doctor has nothing to mend
  /// @param command of the remedy, in part
  private record Expected(String step, String command) {}

  @BeforeAll
  static void serve() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.at(data, Clock.systemUTC()));
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
    sandbox.close();
  }

  private static Expected expected(ProjectCondition condition) {
    return switch (condition) {
      case SIGNED_OUT -> new Expected("project", "pollux sandbox");
      case QUOTA_PROJECT_DENIED ->
          new Expected("project", "--role=roles/serviceusage.serviceUsageConsumer");
      case QUOTA_PROJECT_DEMANDED ->
          new Expected(
              "project", "gcloud auth application-default set-quota-project pollux-sandbox");
      case PROJECT_GONE -> new Expected("project", "gcloud projects list");
      case SCOPE_MISSING ->
          new Expected(
              "project",
              "gcloud auth application-default login"
                  + " --scopes=https://www.googleapis.com/auth/cloud-platform");
      case SERVICE_PERIMETER ->
          new Expected("bigquery", "gcloud access-context-manager perimeters list");
      case BIGQUERY_API_OFF ->
          new Expected(
              "bigquery",
              "gcloud services enable bigquery.googleapis.com --project=pollux-sandbox");
      case VERTEX_API_OFF ->
          new Expected(
              "jobs", "gcloud services enable aiplatform.googleapis.com --project=pollux-sandbox");
      case BILLING_OFF ->
          new Expected("billing", "gcloud billing projects link pollux-sandbox --billing-account=");
      case BIGQUERY_ROLE_MISSING -> new Expected("query", "--role=roles/bigquery.user");
      case VERTEX_ROLE_MISSING -> new Expected("jobs", "--role=roles/aiplatform.user");
      case MODEL_FORBIDDEN ->
          new Expected("model", "gcloud org-policies describe vertexai.allowedModels --effective");
      case MODEL_ELSEWHERE ->
          new Expected("model", "pollux doctor --project pollux-sandbox --location global");
      // The policy of the project shows the same of both.
      case AGENT_ROLE_MISSING -> new Expected("agents", "--role=roles/aiplatform.serviceAgent");
      case AGENTS_PROVISIONING ->
          new Expected("agents", "gcloud beta services identity create --service=aiplatform");
      // Of no harm to a job.
      case POLICY_HIDDEN, LEAST_PRIVILEGE, MODELS_PARTLY_LISTED, OTHER_MODEL_ANSWERS ->
          new Expected("", "");
      // Of what the doctor does not touch: it makes nothing, copies nothing and reads no rows.
      case LOCATION_FORBIDDEN,
          TUNED_NOT_DEPLOYED,
          ROWS_STREAMED,
          POLICY_TAG_CLOSED,
          ROW_ACCESS_CLOSED,
          DRIVE_SCOPE_MISSING,
          COPIES_FAIL,
          COPY_REPLIES_LOST ->
          new Expected("", "");
    };
  }

  private static void set(String names) throws Exception {
    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(sandbox.restUrl() + "/sandbox/v1/conditions"))
                    .header("Authorization", "Bearer " + sandbox.token())
                    .PUT(BodyPublishers.ofString(names))
                    .build(),
                BodyHandlers.ofString())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(ProjectCondition.class)
  void oneLineNamesItAndItsRemedyIsRight(ProjectCondition condition) throws Exception {
    set("[\"" + condition.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"]");
    DoctorReport report =
        new Doctor(Clock.systemUTC(), _ -> {})
            .examine(
                cloud,
                new DoctorSubject(
                    sandbox.project(),
                    Location.US_CENTRAL1,
                    GeminiModel.of("gemini-3.8-flash"),
                    Location.US_CENTRAL1,
                    "Linux"));
    set("[]");
    Expected expected = expected(condition);
    String text = new DoctorWords(new Words(Locale.ENGLISH)).text(report);
    List<StepResult> lines =
        report.results().stream()
            .filter(result -> !DoctorWords.command(result).isEmpty() || toMend(result))
            .toList();
    if (expected.step.isEmpty()) {
      assertThat(lines).as(text).isEmpty();
      assertThat(report.ok()).as(text).isTrue();
      return;
    }
    assertThat(lines).as(text).extracting(r -> r.step().id()).containsExactly(expected.step);
    assertThat(DoctorWords.command(lines.getFirst())).contains(expected.command);
    assertThat(text).doesNotContain(sandbox.token());
  }

  private static boolean toMend(StepResult result) {
    return result.outcome() instanceof StepOutcome.Wrong
        || result.outcome() instanceof StepOutcome.Refused;
  }
}
