package dev.pollux.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis.Problem;
import dev.pollux.cloud.SignIn;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.testing.FakeCloud;
import dev.pollux.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the doctor finds in a cloud in memory, and what it says mends it.
class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final DoctorSubject SUBJECT =
      new DoctorSubject(
          FakeCloud.PROJECT,
          Location.US_CENTRAL1,
          GeminiModel.of("gemini-2.5-flash"),
          Location.US_CENTRAL1,
          "Linux");

  private final FakeCloud cloud = new FakeCloud();
  private final List<StepResult> told = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void aDataset() {
    cloud.catalog.dataset("mine", Location.US_CENTRAL1);
  }

  private DoctorReport report() throws InterruptedException {
    return new Doctor(InstantSource.fixed(NOW), told::add).examine(cloud, SUBJECT);
  }

  private static List<StepResult> toMend(DoctorReport report) {
    return report.results().stream()
        .filter(result ->
            result.outcome() instanceof StepOutcome.Wrong
                || result.outcome() instanceof StepOutcome.Refused)
        .toList();
  }

  @Test
  void whereAllIsWellEachStepIsFineAndToldOnce() throws Exception {
    DoctorReport report = report();
    assertThat(toMend(report)).isEmpty();
    assertThat(report.ok()).isTrue();
    assertThat(report.results()).extracting(StepResult::step).containsExactly(DoctorStep.values());
    assertThat(told).containsExactlyInAnyOrderElementsOf(report.results());
    assertThat(cloud.queries.calls).as("no query ran").isZero();
    assertThat(cloud.jobs.creates).isEmpty();
  }

  /// @param step the line that is to be mended
  record Fault(String name, CloudException why, DoctorStep step, String command) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static CloudException denied(String message, String reason) {
    return new CloudException.NotAllowed(message, reason, null);
  }

  static List<Fault> modelFaults() {
    return List.of(
        new Fault(
            "API off",
            denied("see aiplatform.googleapis.com", "SERVICE_DISABLED"),
            DoctorStep.MODEL,
            "gcloud services enable aiplatform.googleapis.com --project=pollux-sandbox"),
        new Fault(
            "quota project",
            denied("no", "USER_PROJECT_DENIED"),
            DoctorStep.MODEL,
            "gcloud projects add-iam-policy-binding pollux-sandbox --member=user:ana@acme.example"
                + " --role=roles/serviceusage.serviceUsageConsumer"),
        new Fault(
            "scope",
            denied("no", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
            DoctorStep.MODEL,
            "gcloud auth application-default login"
                + " --scopes=https://www.googleapis.com/auth/cloud-platform"),
        new Fault(
            "policy",
            denied("constraints/vertexai.allowedModels violated", ""),
            DoctorStep.MODEL,
            "gcloud org-policies describe vertexai.allowedModels --effective"
                + " --project=pollux-sandbox"),
        new Fault(
            "role",
            denied("Permission 'aiplatform.endpoints.predict' denied on resource", ""),
            DoctorStep.MODEL,
            "gcloud projects add-iam-policy-binding pollux-sandbox --member=user:ana@acme.example"
                + " --role=roles/aiplatform.user"),
        new Fault(
            "model unknown",
            new CloudException.NotFound("PublisherModel gemini-x does not exist", "", null),
            DoctorStep.MODEL,
            "pollux doctor --project pollux-sandbox --location global --model gemini-2.5-flash"),
        new Fault(
            "certificate",
            new CloudException.Unavailable("PKIX path building failed", "", null),
            DoctorStep.MODEL,
            "sudo cp CA.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates"),
        new Fault(
            "proxy",
            new CloudException.Unavailable("Proxy returns HTTP 407", "", null),
            DoctorStep.MODEL,
            "export HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT"));
  }

  @ParameterizedTest
  @MethodSource("modelFaults")
  void oneLineNamesTheFaultAndItsRemedyIsRight(Fault fault) throws Exception {
    cloud.gemini.failure = Optional.of(fault.why);
    DoctorReport report = report();
    assertThat(report.ok()).isFalse();
    assertThat(toMend(report)).extracting(StepResult::step).containsExactly(fault.step);
    assertThat(DoctorWords.command(toMend(report).getFirst())).isEqualTo(fault.command);
  }

  @Test
  void oneCauseIsOneLineHoweverManyStepsItFails() throws Exception {
    CloudException off = denied("bigquery.googleapis.com", "accessNotConfigured");
    cloud.catalog.failure = Optional.of(off);
    cloud.queries.failure = Optional.of(off);
    DoctorReport report = report();
    assertThat(toMend(report)).extracting(StepResult::step).containsExactly(DoctorStep.BIGQUERY);
    assertThat(report.notTried()).isOne();
    assertThat(new DoctorWords(new Words(Locale.ENGLISH)).text(report))
        .contains("The same as “BigQuery answers”.");
  }

  @Test
  void whatNeedsTheTokenIsNotAskedWithoutOne() throws Exception {
    cloud.identity.failure =
        Optional.of(new CloudException.NotSignedIn("invalid_rapt", "invalid_grant", null));
    DoctorReport report = report();
    assertThat(toMend(report)).extracting(StepResult::step).containsExactly(DoctorStep.TOKEN);
    assertThat(report.notTried()).isEqualTo(DoctorStep.values().length - 3);
    assertThat(cloud.gemini.requests).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SignIn.Kind.class)
  void eachKindOfCredentialsHasItsOwnCommand(SignIn.Kind kind) throws Exception {
    cloud.identity.who =
        new SignIn(kind, "robot@p.iam.gserviceaccount.com", "/k.json", List.of("ana@acme.example"));
    cloud.identity.failure = Optional.of(new CloudException.NotSignedIn("expired", "", null));
    String command = DoctorWords.command(toMend(report()).getFirst());
    assertThat(command)
        .isEqualTo(
            switch (kind) {
              case SANDBOX -> "pollux sandbox";
              case USER, UNKNOWN -> "gcloud auth application-default login";
              case SERVICE_ACCOUNT ->
                  "gcloud iam service-accounts keys create /k.json"
                      + " --iam-account=robot@p.iam.gserviceaccount.com";
              case IMPERSONATED ->
                  "gcloud auth application-default login"
                      + " --impersonate-service-account=robot@p.iam.gserviceaccount.com";
              case WORKLOAD ->
                  "gcloud iam workload-identity-pools create-cred-config PROVIDER"
                      + " --service-account=robot@p.iam.gserviceaccount.com --output-file=/k.json";
              case WORKFORCE ->
                  "gcloud auth application-default login --login-config=LOGIN_CONFIG.json";
              case MACHINE ->
                  "curl -sS -H 'Metadata-Flavor: Google' http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/";
            });
  }

  @Test
  void aClockThatIsOffIsSaid() throws Exception {
    cloud.identity.serverTime = NOW.plusSeconds(600);
    DoctorReport report = report();
    assertThat(toMend(report)).extracting(StepResult::step).containsExactly(DoctorStep.CLOCK);
    assertThat(new DoctorWords(new Words(Locale.FRANCE)).found(toMend(report).getFirst()))
        .isEqualTo("L’horloge de cet ordinateur est décalée de 10 minutes.");
  }

  @Test
  void billingOffAndAgentsWithoutRolesAreSaid() throws Exception {
    cloud.billed = Optional.of(false);
    cloud.members.clear();
    DoctorReport report = report();
    assertThat(toMend(report))
        .extracting(StepResult::step)
        .containsExactly(DoctorStep.BILLING, DoctorStep.AGENTS);
    assertThat(DoctorWords.command(toMend(report).getLast()))
        .isEqualTo(
            """
            gcloud beta services identity create --service=aiplatform.googleapis.com --project=pollux-sandbox
            gcloud projects add-iam-policy-binding pollux-sandbox --member=serviceAccount:service-1@gcp-sa-aiplatform.iam.gserviceaccount.com --role=roles/aiplatform.serviceAgent
            gcloud projects add-iam-policy-binding pollux-sandbox --member=serviceAccount:service-1@gcp-sa-vertex-bp.iam.gserviceaccount.com --role=roles/aiplatform.batchPredictionServiceAgent\
            """);
    cloud.members.put(
        "roles/aiplatform.serviceAgent",
        Set.of("serviceAccount:service-1@gcp-sa-aiplatform.iam.gserviceaccount.com"));
    cloud.billed = Optional.empty();
    assertThat(report().ok()).as("the second agent is made by the first job").isTrue();
  }

  @Test
  void aProjectWithoutDatasetGetsTheCommandThatMakesOne() throws Exception {
    cloud.catalog.datasets.clear();
    DoctorReport report = report();
    assertThat(toMend(report)).extracting(StepResult::step).containsExactly(DoctorStep.QUERY);
    assertThat(DoctorWords.command(toMend(report).getFirst()))
        .isEqualTo("bq mk --dataset --location=us-central1 pollux-sandbox:pollux");
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyKnownCauseHasWordsInBothLanguages(Problem problem) throws Exception {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRANCE)) {
      DoctorReport report =
          new Doctor(InstantSource.fixed(NOW), _ -> {}).refused(SUBJECT, like(problem));
      String text = new DoctorWords(new Words(language)).text(report);
      assertThat(text).doesNotContain("{0}", "doctor.", "feedback.");
      assertThat(report.results().getFirst().ok()).isFalse();
    }
  }

  private static CloudException like(Problem problem) {
    return switch (problem) {
      case API_DISABLED -> denied("x", "SERVICE_DISABLED");
      case BILLING_DISABLED -> denied("x", "BILLING_DISABLED");
      case QUOTA_PROJECT_UNSET -> denied("requires a quota project", "SERVICE_DISABLED");
      case PROJECT_UNKNOWN -> denied("x", "CONSUMER_INVALID");
      case TABLE_UNREADABLE -> denied("no permission to query table p:d.t, or", "");
      case QUOTA_PROJECT -> denied("x", "USER_PROJECT_DENIED");
      case SCOPE -> denied("x", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
      case SERVICE_PERIMETER -> denied("x", "SECURITY_POLICY_VIOLATED");
      case ORGANISATION_POLICY -> denied("violates constraint", "");
      case POLICY_TAG -> denied("policy tag", "");
      case ROW_ACCESS -> denied("row access policy", "");
      case DRIVE -> denied("while getting Drive credentials", "");
      case IMPERSONATION -> denied("iam.serviceAccounts.getAccessToken", "");
      case PROVISIONING -> denied("Service agents are being provisioned", "");
      case SERVICE_AGENT ->
          denied("service-1@gcp-sa-x.iam.gserviceaccount.com has no permission", "");
      case ROLE -> denied("Permission bigquery.jobs.create denied", "");
      case CLOCK -> denied("Token must be a short-lived token", "");
      case KEY_GONE -> denied("Invalid JWT Signature", "");
      case TOKEN_FILE ->
          denied("Invalid credential location. The file at /run/token does not exist.", "");
      case CERTIFICATE -> denied("PKIX path", "");
      case CERTIFICATE_DATE -> denied("validity check failed", "");
      case CERTIFICATE_HOST -> denied("No subject alternative names present", "");
      case TLS -> denied("Unsupported or unrecognized SSL message", "");
      case PROXY -> denied("Proxy Authentication Required", "");
      case FOREIGN_ANSWER -> denied("<html>", "");
      case MORE_REQUESTS -> denied("80 requests instead of 60", "moreRequests");
      case WRONG_ANSWER -> denied("x", "wrongAnswer");
      case MODEL_NOT_BATCH -> denied("Do not support publisher model m", "");
      case MODEL_UNKNOWN -> denied("PublisherModel m does not exist", "");
      case NO_ENDPOINT_HERE -> denied("Received http2 header with status: 404", "");
      case HOST_UNKNOWN -> denied("Unable to resolve host h", "");
      case RESPONSE_TOO_LARGE -> denied("x", "responseTooLarge");
      case RESOURCES -> denied("x", "resourcesExceeded");
      case BYTES_BILLED -> denied("x", "bytesBilledLimitExceeded");
      case JOB_RATE -> denied("x", "jobRateLimitExceeded");
    };
  }
}
