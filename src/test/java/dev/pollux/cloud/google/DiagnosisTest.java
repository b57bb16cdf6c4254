package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.Diagnosis.Problem;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Refusals as Google writes them, from the wire to the words that a person reads.
class DiagnosisTest {
  /// @param says what the person is told, in part
  record Told(int code, String body, Problem problem, String says) {
    @Override
    public String toString() {
      return problem + " " + code;
    }
  }

  private static Told told(
      int code, String reason, String info, String message, Problem problem, String says) {
    String details =
        info.isEmpty()
            ? ""
            : ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\""
                + info
                + "\",\"domain\":\"googleapis.com\"}]";
    return new Told(
        code,
        """
        {"error":{"code":%d,"message":"%s","status":"PERMISSION_DENIED",
         "errors":[{"message":"%s","domain":"global","reason":"%s"}]%s}}\
        """
            .formatted(code, message, message, reason, details),
        problem,
        says);
  }

  static List<Told> told() {
    return List.of(
        told(
            403,
            "accessNotConfigured",
            "SERVICE_DISABLED",
            "BigQuery API has not been used in project 12 before or it is disabled. Enable it by"
                + " visiting https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=12"
                + " then retry.",
            Problem.API_DISABLED,
            "https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=12"),
        told(
            403,
            "billingNotEnabled",
            "",
            "Billing has not been enabled for this project.",
            Problem.BILLING_DISABLED,
            "billing account"),
        told(
            403,
            "forbidden",
            "USER_PROJECT_DENIED",
            "Caller does not have required permission to use project p. Grant the caller the"
                + " roles/serviceusage.serviceUsageConsumer role",
            Problem.QUOTA_PROJECT,
            "set-quota-project"),
        told(
            403,
            "insufficientPermissions",
            "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "Request had insufficient authentication scopes.",
            Problem.SCOPE,
            "--scopes="),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: VPC Service Controls: Request is prohibited by organization's policy."
                + " vpcServiceControlsUniqueIdentifier: abc.",
            Problem.SERVICE_PERIMETER,
            "VPC Service Controls"),
        told(
            400,
            "failedPrecondition",
            "",
            "Constraint constraints/vertexai.allowedModels violated for projects/p",
            Problem.ORGANISATION_POLICY,
            "vertexai.allowedModels"),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: BigQuery BigQuery: User does not have permission to access policy tag"
                + " taxonomy : pii on column p.d.t.mail.",
            Problem.POLICY_TAG,
            "policy tag"),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: Table p:d.t: Cannot list rows of a table with row access policies.",
            Problem.ROW_ACCESS,
            "row access policies"),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials.",
            Problem.DRIVE,
            "drive.readonly"),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: Table p:d.t: User does not have bigquery.tables.getData permission for"
                + " table p:d.t.",
            Problem.ROLE,
            "bigquery.tables.getData"),
        told(
            403,
            "forbidden",
            "SERVICE_DISABLED",
            "Your application is authenticating by using local Application Default Credentials. The"
                + " bigquery.googleapis.com API requires a quota project, which is not set by"
                + " default.",
            Problem.QUOTA_PROJECT_UNSET,
            "set-quota-project"),
        told(
            403,
            "forbidden",
            "CONSUMER_INVALID",
            "Permission denied on resource project p.",
            Problem.PROJECT_UNKNOWN,
            "gcloud projects list"),
        told(
            403,
            "accessDenied",
            "",
            "Access Denied: Table p:d.t: User does not have permission to query table p:d.t, or"
                + " perhaps it does not exist.",
            Problem.TABLE_UNREADABLE,
            "p:d.t"),
        told(
            403,
            "responseTooLarge",
            "",
            "Response too large to return.",
            Problem.RESPONSE_TOO_LARGE,
            "fewer rows"),
        told(
            400,
            "resourcesExceeded",
            "",
            "Resources exceeded during query execution: The query could not be executed in the"
                + " allotted memory.",
            Problem.RESOURCES,
            "fewer rows"),
        told(
            400,
            "bytesBilledLimitExceeded",
            "",
            "Query exceeded limit for bytes billed: 10485760. 52428800 or higher required.",
            Problem.BYTES_BILLED,
            "agreed"));
  }

  @ParameterizedTest
  @MethodSource("told")
  void fromTheWireToTheWords(Told told) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = told.body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
          exchange.sendResponseHeaders(told.code, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI at = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (Cloud cloud =
        GoogleCloud.open(
            new Connection.Sandbox("p", Location.US_CENTRAL1),
            new Endpoints.Sandbox(at, "127.0.0.1:1", "token"))) {
      List<CloudException> failures = new ArrayList<>();
      for (ThrowingCall call :
          List.<ThrowingCall>of(
              () -> cloud.catalog().table(new TableRef("p", "d", "t")),
              () -> cloud.models().published())) {
        try {
          call.run();
        } catch (CloudException e) {
          failures.add(e);
        }
      }
      assertThat(failures).as("by BigQuery's client, and by REST").hasSize(2);
      for (CloudException failure : failures) {
        assertThat(Diagnosis.of(failure).map(Diagnosis::problem)).contains(told.problem);
        FailureText text =
            new FailureWords(new Words(Locale.ENGLISH)).explain("It failed.", failure);
        assertThat(text.why() + " " + text.next()).contains(told.says);
        assertThat(text.details()).as("the service's own words").contains("e");
      }
    } finally {
      server.stop(0);
    }
  }

  private interface ThrowingCall {
    void run() throws CloudException;
  }

  static Stream<CloudException> byWords() {
    return Stream.of(
        new CloudException.Invalid(
            "Service agents are being provisioned (https://cloud.google.com/x). Service agents are"
                + " needed to read the Cloud Storage file provided. So please try again in a few"
                + " minutes.",
            "FAILED_PRECONDITION",
            null),
        new CloudException.NotAllowed(
            "Permission 'aiplatform.batchPredictionJobs.create' denied on resource"
                + " '//aiplatform.googleapis.com/projects/p/locations/l' (or it may not exist)",
            "IAM_PERMISSION_DENIED",
            null),
        new CloudException.NotAllowed(
            "Permission 'iam.serviceAccounts.getAccessToken' denied on resource", "", null),
        new CloudException.Invalid(
            "Service account service-12@gcp-sa-aiplatform.iam.gserviceaccount.com doesn't have"
                + " sufficient permission \"bigquery.tables.create\"",
            "",
            null),
        new CloudException.NotSignedIn(
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
                + " timeframe. Check your iat and exp values",
            "",
            null),
        new CloudException.NotSignedIn("Invalid JWT Signature.", "invalid_grant", null),
        new CloudException.Unavailable(
            "Error getting access token: Invalid credential location. The file at /run/token does"
                + " not exist.",
            "",
            null),
        new CloudException.Unavailable(
            "Error when attempting to read the subject token from the credential file.", "", null),
        new CloudException.Unavailable(
            "no secure connection (TLS): PKIX path validation failed: validity check failed",
            "",
            null),
        new CloudException.Unavailable(
            "no secure connection (TLS): No subject alternative DNS name matching x found",
            "",
            null),
        new CloudException.Unavailable(
            "no secure connection (TLS): PKIX path building failed", "", null),
        new CloudException.Unavailable(
            "no secure connection (TLS): Remote host terminated the handshake", "", null),
        new CloudException.Unavailable("Unable to tunnel. Proxy returns HTTP 407", "", null),
        new CloudException.Unavailable("302 Found\nGET https://bigquery.googleapis.com/", "", null),
        new CloudException.Invalid("Do not support publisher model gemini-x", "", null),
        new CloudException.NotFound("The PublisherModel gemini-x does not exist.", "", null),
        new CloudException.NotFound("Received http2 header with status: 404", "", null),
        new CloudException.Unavailable("Unable to resolve host mars-aiplatform", "", null),
        new CloudException.QuotaExceeded(
            "Exceeded rate limits: too many jobs", "jobRateLimitExceeded", null));
  }

  static final List<Problem> IN_ORDER =
      List.of(
          Problem.PROVISIONING,
          Problem.ROLE,
          Problem.IMPERSONATION,
          Problem.SERVICE_AGENT,
          Problem.CLOCK,
          Problem.KEY_GONE,
          Problem.TOKEN_FILE,
          Problem.TOKEN_FILE,
          Problem.CERTIFICATE_DATE,
          Problem.CERTIFICATE_HOST,
          Problem.CERTIFICATE,
          Problem.TLS,
          Problem.PROXY,
          Problem.FOREIGN_ANSWER,
          Problem.MODEL_NOT_BATCH,
          Problem.MODEL_UNKNOWN,
          Problem.NO_ENDPOINT_HERE,
          Problem.HOST_UNKNOWN,
          Problem.JOB_RATE);

  @Test
  void whatHasTheSameReasonIsKnownByItsWords() {
    assertThat(byWords().map(e -> Diagnosis.of(e).orElseThrow().problem()))
        .containsExactlyElementsOf(IN_ORDER);
    assertThat(Diagnosis.of(new CloudException.NotAllowed("Access Denied", "accessDenied", null)))
        .as("a role is all that may help")
        .isEmpty();
  }

  /// The service quotes the query, and the query may say anything.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unrecognized name: yaer at [28:407]",
        "Unrecognized name: `billing account` at [1:8]",
        "Syntax error: Unexpected string literal \"407 Proxy Authentication Required\" at [1:8]",
        "Unrecognized name: `policy tag` at [1:8]",
      })
  void whatAQuerySaysIsNoCause(String message) {
    assertThat(Diagnosis.of(new CloudException.Invalid(message, "invalidQuery", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Found 407 columns where 406 were expected at [407:1],",
    "Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 407 Who are you\",PROXY",
    "407 Who are you,PROXY",
    "'response, status: 407 Who are you',PROXY",
    "502 Bad Gateway <!DOCTYPE html><title>Error 502 (Server Error)!!1</title>,",
    "404 Not Found <!DOCTYPE html><title>Error 404 (Not Found)!!1</title>,",
    "502 Bad Gateway <html>nginx</html>,",
    "403 Forbidden <HTML>Blocked by policy,FOREIGN_ANSWER",
    "Use JsonReader.setStrictness to accept malformed JSON at line 1 column 1 path $,FOREIGN_ANSWER",
  })
  void numbersAndPagesAreTakenForWhatTheyAre(String message, @Nullable Problem problem) {
    assertThat(
            Diagnosis.of(new CloudException.Unavailable(message, "", null)).map(Diagnosis::problem))
        .isEqualTo(Optional.ofNullable(problem));
  }

  @Test
  void everyProblemHasWordsInBothLanguages() {
    List<CloudException> all = new ArrayList<>(byWords().toList());
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = new Words(language);
      FailureWords failures = new FailureWords(words);
      for (CloudException failure : all) {
        FailureText text = failures.explain("", failure);
        assertThat(text.why()).doesNotContain("{0}", "feedback.");
        assertThat(text.next()).doesNotContain("{0}", "{1}", "feedback.");
      }
      for (Problem problem : Problem.values()) {
        String key =
            "feedback.problem." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (String part : List.of(".why", ".next")) {
          assertThat(words.get(key + part, "a", "b"))
              .as(key + part)
              .isNotEmpty()
              .doesNotContain("feedback.");
        }
      }
    }
  }

  @Test
  void countsAreWrittenAsTheLanguageWritesNumbers() {
    CloudException more =
        new CloudException.Invalid(
            "13867 requests instead of 13866",
            "moreRequests",
            null,
            CloudException.Delivery.NOT_SENT);
    assertThat(new FailureWords(new Words(Locale.ENGLISH)).explain("", more).why())
        .contains("13,867", "13,866");
    assertThat(new FailureWords(new Words(Locale.FRENCH)).explain("", more).why())
        .containsPattern("13[\u00a0\u202f]867");
  }

  @Test
  void eachProblemIsTested() {
    Set<Problem> tested = EnumSet.copyOf(IN_ORDER);
    told().forEach(told -> tested.add(told.problem()));
    // See WrongAnswersTest.
    tested.add(Problem.WRONG_ANSWER);
    // See SubmitterTest.
    tested.add(Problem.MORE_REQUESTS);
    assertThat(tested).isEqualTo(EnumSet.allOf(Problem.class));
  }
}
