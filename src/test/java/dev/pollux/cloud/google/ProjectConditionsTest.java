package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableRef;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.testing.OpenSandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a project comes through Google's own clients as what it is, over REST and
/// over gRPC, and leaves all else alone.
class ProjectConditionsTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final GeminiModel FLASH =
      new GeminiModel("publishers/google/models/gemini-3.5-flash-lite");

  private static final TableRef PASSAGES =
      new TableRef(Sandbox.PROJECT, "samples", "sotu_passages");

  private static final String HELLO =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}]}";

  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  @AfterEach
  void allIsWell() {
    SANDBOX.sandbox().conditions().set(Set.of());
  }

  enum Call {
    DATASETS,
    QUERY,
    ROWS,
    QUERY_ROWS,
    JOBS,
    COUNT,
    CREATE,
    PROJECT
  }

  private static void call(Call call) throws CloudException {
    switch (call) {
      case DATASETS -> SANDBOX.cloud().catalog().datasets(Sandbox.PROJECT);
      case QUERY -> SANDBOX.cloud().queries().dryRun(Query.of("SELECT 1", HERE));
      case ROWS ->
          SANDBOX
              .cloud()
              .rows()
              .page(
                  PASSAGES, SANDBOX.cloud().catalog().table(PASSAGES).orElseThrow().schema(), 0, 1);
      case QUERY_ROWS ->
          SANDBOX.cloud().queries().dryRun(Query.of("SELECT text FROM " + PASSAGES.sql(), HERE));
      case JOBS -> SANDBOX.cloud().jobs().list(Sandbox.PROJECT, HERE, "");
      case COUNT -> SANDBOX.cloud().gemini().countTokens(FLASH, HERE, HELLO);
      case CREATE ->
          SANDBOX
              .cloud()
              .jobs()
              .create(
                  new BatchRequest(
                      Sandbox.PROJECT,
                      HERE,
                      "Never made",
                      FLASH,
                      new TableRef(
                          "storage-samples",
                          "generative_ai",
                          "batch_requests_for_multimodal_input"),
                      new TableRef(Sandbox.PROJECT, "mine", "never_made"),
                      Map.of()));
      case PROJECT -> SANDBOX.cloud().permissions().number(Sandbox.PROJECT);
    }
  }

  private static CloudException refused(Call call) {
    return catchThrowableOfType(CloudException.class, () -> call(call));
  }

  @ParameterizedTest
  @CsvSource({
    "QUOTA_PROJECT_DENIED,  PROJECT,  QUOTA_PROJECT",
    "QUOTA_PROJECT_DENIED,  QUERY,    QUOTA_PROJECT",
    "QUOTA_PROJECT_DENIED,  JOBS,     QUOTA_PROJECT",
    "QUOTA_PROJECT_DEMANDED, PROJECT, QUOTA_PROJECT_UNSET",
    "PROJECT_GONE,          QUERY,    PROJECT_UNKNOWN",
    "PROJECT_GONE,          CREATE,   PROJECT_UNKNOWN",
    "LOCATION_FORBIDDEN,    CREATE,   ORGANISATION_POLICY",
    "SCOPE_MISSING,         DATASETS, SCOPE",
    "SCOPE_MISSING,         COUNT,    SCOPE",
    "SERVICE_PERIMETER,     QUERY,    SERVICE_PERIMETER",
    "SERVICE_PERIMETER,     CREATE,   SERVICE_PERIMETER",
    "BIGQUERY_API_OFF,      DATASETS, API_DISABLED",
    "BIGQUERY_API_OFF,      QUERY,    API_DISABLED",
    "VERTEX_API_OFF,        JOBS,     API_DISABLED",
    "VERTEX_API_OFF,        COUNT,    API_DISABLED",
    "VERTEX_API_OFF,        CREATE,   API_DISABLED",
    "BILLING_OFF,           COUNT,    BILLING_DISABLED",
    "BILLING_OFF,           CREATE,   BILLING_DISABLED",
    "BIGQUERY_ROLE_MISSING, QUERY,    ROLE",
    "POLICY_TAG_CLOSED,     ROWS,     POLICY_TAG",
    "POLICY_TAG_CLOSED,     QUERY_ROWS, POLICY_TAG",
    "ROW_ACCESS_CLOSED,     ROWS,     ROW_ACCESS",
    "DRIVE_SCOPE_MISSING,   QUERY_ROWS, DRIVE",
    "VERTEX_ROLE_MISSING,   JOBS,     ROLE",
    "MODEL_FORBIDDEN,       CREATE,   ORGANISATION_POLICY",
    "MODEL_FORBIDDEN,       COUNT,    ORGANISATION_POLICY",
    "AGENTS_PROVISIONING,   CREATE,   PROVISIONING",
  })
  void isToldApart(ProjectCondition condition, Call call, Diagnosis.Problem problem) {
    SANDBOX.sandbox().conditions().set(EnumSet.of(condition));
    CloudException why = refused(call);
    assertThat(Diagnosis.of(why)).as("%s", why).map(Diagnosis::problem).contains(problem);
    if (call == Call.CREATE) {
      assertThat(why.leftNothing()).as("nothing was made").isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BIGQUERY_API_OFF,      JOBS",
    "VERTEX_API_OFF,        QUERY",
    "BILLING_OFF,           QUERY",
    "BIGQUERY_ROLE_MISSING, DATASETS",
    "POLICY_TAG_CLOSED,     QUERY",
    "POLICY_TAG_CLOSED,     DATASETS",
    "ROW_ACCESS_CLOSED,     QUERY_ROWS",
    "DRIVE_SCOPE_MISSING,   ROWS",
    "DRIVE_SCOPE_MISSING,   QUERY",
    "AGENTS_PROVISIONING,   COUNT",
    "AGENT_ROLE_MISSING,    JOBS",
    "SERVICE_PERIMETER,     PROJECT",
    "QUOTA_PROJECT_DEMANDED, CREATE",
    "LOCATION_FORBIDDEN,    COUNT",
  })
  void leavesAllElseAlone(ProjectCondition condition, Call call) throws CloudException {
    SANDBOX.sandbox().conditions().set(EnumSet.of(condition));
    call(call);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void whoIsSignedOutIsTold(Call call) {
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.SIGNED_OUT));
    assertThat(refused(call)).isInstanceOf(CloudException.NotSignedIn.class);
  }

  @Test
  void aModelThatIsElsewhereIsNotFound() {
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.MODEL_ELSEWHERE));
    assertThat(refused(Call.COUNT)).isInstanceOf(CloudException.NotFound.class);
  }

  @Test
  void aListOfModelsMayLackSome() throws CloudException {
    List<ListedModel> all = SANDBOX.cloud().models().published();
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.MODELS_PARTLY_LISTED));
    assertThat(SANDBOX.cloud().models().published()).hasSizeLessThan(all.size()).isNotEmpty();
  }

  @Test
  void aTunedModelMayBeServedNowhere() throws CloudException {
    GeminiModel tuned =
        GeminiModel.of("projects/pollux-sandbox/locations/us-central1/models/1234567890");
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.TUNED_NOT_DEPLOYED));
    try (Cloud anew = SandboxClouds.open(SANDBOX.sandbox())) {
      assertThatThrownBy(() -> anew.gemini().countTokens(tuned, HERE, HELLO))
          .isInstanceOf(CloudException.NotFound.class)
          .hasMessageContaining("is not deployed to an endpoint");
    }
    allIsWell();
    assertThat(SANDBOX.cloud().gemini().countTokens(tuned, HERE, HELLO)).isPositive();
  }

  /// A table whose rows were all streamed in is not empty.
  @Test
  void rowsThatWereStreamedAreThere() throws CloudException {
    TableRef table = new TableRef(Sandbox.PROJECT, "samples", "sotu_passages");
    long rows = SANDBOX.cloud().catalog().table(table).orElseThrow().rows();
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.ROWS_STREAMED));
    assertThat(rows).isPositive();
    assertThat(SANDBOX.cloud().catalog().table(table).orElseThrow().rows()).isEqualTo(rows);
  }

  @Test
  void anotherModelMayAnswer() throws CloudException {
    assertThat(SANDBOX.cloud().gemini().generate(FLASH, HERE, HELLO))
        .contains("sandbox-" + FLASH.id());
    SANDBOX.sandbox().conditions().set(EnumSet.of(ProjectCondition.OTHER_MODEL_ANSWERS));
    assertThat(SANDBOX.cloud().gemini().generate(FLASH, HERE, HELLO))
        .contains("sandbox-gemini-2.0-flash")
        .doesNotContain("sandbox-" + FLASH.id());
  }

  @Test
  void areSetOverTheDoorOfTheSandbox() throws Exception {
    var answer = put("[\"vertex-api-off\",\"billing-off\"]");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("vertex-api-off", "billing-off");
    assertThat(SANDBOX.sandbox().conditions().has(ProjectCondition.BILLING_OFF)).isTrue();
    assertThat(put("[\"no-such-thing\"]").body())
        .contains("there is no condition “no-such-thing”", "billing-off");
    assertThat(put("{}").statusCode()).isEqualTo(400);
    assertThatThrownBy(() -> call(Call.JOBS)).isInstanceOf(CloudException.NotAllowed.class);
    assertThat(put("[]").body()).isEqualTo("[]");
    call(Call.JOBS);
  }

  private static java.net.http.HttpResponse<String> put(String names) throws Exception {
    return Clients.send(
        Clients.request(SANDBOX.sandbox(), "/sandbox/v1/conditions")
            .method("PUT", BodyPublishers.ofString(names))
            .build());
  }
}
