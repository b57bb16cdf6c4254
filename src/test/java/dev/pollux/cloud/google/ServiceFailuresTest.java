package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import io.grpc.Status;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Google says when it refuses, as it stands on the wire, through each of the clients that can
/// hear it: what kind of failure it becomes, what a person reads in both languages, the command
/// that mends it, whether asking again helps, and whether a create that was answered so made
/// nothing.
///
/// What a job says that failed is in JobExplanationTest, what a row says in ResponsesTest.
class ServiceFailuresTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final GeminiModel MODEL = GeminiModel.of("gemini-x");
  private static ErrorServer server;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    server = new ErrorServer();
    cloud = server.open();
  }

  @AfterAll
  static void close() {
    cloud.close();
    server.close();
  }

  /// The clients: B is BigQuery's, R is REST to Vertex AI, J lists jobs over gRPC, C creates one.
  private static void call(char client) throws CloudException {
    switch (client) {
      case 'B' -> cloud.catalog().table(new TableRef("p", "d", "t"));
      case 'R' -> cloud.models().published();
      case 'J' -> cloud.jobs().list("p", HERE, "");
      case 'C' -> create(cloud, HERE);
      default -> throw new IllegalArgumentException("no client " + client);
    }
  }

  private static void create(Cloud cloud, Location at) throws CloudException {
    TableRef requests = new TableRef("p", "d", "t");
    TableRef answers = new TableRef("p", "d", "answers");
    cloud.jobs().create(new BatchRequest("p", at, "n", MODEL, requests, answers, Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          NAME | CLIENTS | HTTP | OLD | CODE | NEW | SAYS | KIND | ENGLISH | FRENCH | COMMAND | AGAIN | NOTHING
          # section 8.1 of the service’s own errors
          not for batch | C | 400 | badRequest | INVALID_ARGUMENT | '' | Do not support publisher model gemini-x | Invalid | gemini-x takes no batch jobs | gemini-x n’accepte pas de tâches par lots | --location global --model gemini-x | false | true
          no such model | C | 404 | notFound | NOT_FOUND | '' | The PublisherModel gemini-x does not exist. | NotFound | does not know the model gemini-x in this location | ne connaît pas le modèle gemini-x à cet emplacement | --location global --model gemini-x | false | true
          model not served here | CR | 404 | notFound | NOT_FOUND | '' | Publisher Model was not found or your project does not have access to it. | NotFound | does not know the model in this location | ne connaît pas le modèle à cet emplacement | --location global --model gemini-x | false | true
          no role for jobs | CJR | 403 | forbidden | PERMISSION_DENIED | IAM_PERMISSION_DENIED | 'Permission ''aiplatform.batchPredictionJobs.create'' denied on resource ''//aiplatform.googleapis.com/projects/p/locations/us-central1'' (or it may not exist).' | NotAllowed | lacks the permission aiplatform.batchPredictionJobs.create | l’autorisation aiplatform.batchPredictionJobs.create | --role=roles/aiplatform.user | false | true
          key field | C | 400 | badRequest | INVALID_ARGUMENT | '' | '"bigquery" output format does not support key_field.' | Invalid | The service refused the request. The details say what to change. | Le service a refusé | '' | false | true
          AutoML only | C | 400 | badRequest | INVALID_ARGUMENT | '' | Table name is not allowed in Bigquery output uri | Invalid | The details say what to change. | Le service a refusé | '' | false | true
          other service at the host | CJ | 404 | notFound | UNIMPLEMENTED | '' | Received http2 header with status: 404 | NotFound | Google does not serve Gemini in this location. | Google ne propose pas Gemini à cet emplacement. | --location global | false | true
          over already | C | 400 | failedPrecondition | FAILED_PRECONDITION | '' | The job is already in a terminal state. | Invalid | The details say what to change. | Le service a refusé | '' | false | true
          signed out | BCJR | 401 | authError | UNAUTHENTICATED | '' | Request had invalid authentication credentials. | NotSignedIn | gcloud auth application-default login | gcloud auth application-default login | gcloud auth application-default login | false | true
          no room | BCJR | 429 | rateLimitExceeded | RESOURCE_EXHAUSTED | '' | Resource exhausted. Please try again later. | QuotaExceeded | at its limit for this project just now | atteint sa limite pour ce projet | '' | true | true
          # 403, told apart by its reason
          BigQuery off | B | 403 | accessNotConfigured | PERMISSION_DENIED | SERVICE_DISABLED | BigQuery API has not been used in project 12 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=12 then retry. | NotAllowed | at https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=12 or | sur https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=12 ou | gcloud services enable bigquery.googleapis.com --project=p | false | true
          Vertex AI off | CJR | 403 | accessNotConfigured | PERMISSION_DENIED | SERVICE_DISABLED | Vertex AI API has not been used in project 12 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/aiplatform.googleapis.com/overview?project=12 then retry. | NotAllowed | aiplatform.googleapis.com is not enabled in the project. | aiplatform.googleapis.com n’est pas activée | gcloud services enable aiplatform.googleapis.com --project=p | false | true
          an API off, not said which | BCJR | 403 | accessNotConfigured | PERMISSION_DENIED | SERVICE_DISABLED | Access Not Configured. | NotAllowed | A Google API that this needs is not enabled | Une API de Google nécessaire ici n’est pas activée | gcloud services enable aiplatform.googleapis.com bigquery.googleapis.com | false | true
          no billing | BCJR | 403 | billingNotEnabled | PERMISSION_DENIED | BILLING_DISABLED | This API method requires billing to be enabled. Please enable billing on project #p. | NotAllowed | no billing account that is active | pas de compte de facturation actif | gcloud billing projects link p --billing-account= | false | true
          billing, the old way | B | 403 | billingNotEnabled | PERMISSION_DENIED | '' | Billing has not been enabled for this project. | NotAllowed | no billing account that is active | pas de compte de facturation actif | gcloud billing projects link p --billing-account= | false | true
          quota project refused | BCJR | 403 | forbidden | PERMISSION_DENIED | USER_PROJECT_DENIED | Caller does not have required permission to use project p. | NotAllowed | may not use this project for its quota | utiliser le quota de ce projet | --role=roles/serviceusage.serviceUsageConsumer | false | true
          quota project demanded | BCJR | 403 | forbidden | PERMISSION_DENIED | SERVICE_DISABLED | Your application is authenticating by using local Application Default Credentials. The bigquery.googleapis.com API requires a quota project, which is not set by default. | NotAllowed | names no project that calls count against | ne nomme aucun projet auquel imputer les appels | gcloud auth application-default set-quota-project p | false | true
          no such project | BCJR | 403 | forbidden | PERMISSION_DENIED | CONSUMER_INVALID | Permission denied on resource project p. | NotAllowed | There is no project of this name | Aucun projet ne porte ce nom | gcloud projects list | false | true
          scope | BCJR | 403 | insufficientPermissions | PERMISSION_DENIED | ACCESS_TOKEN_SCOPE_INSUFFICIENT | Request had insufficient authentication scopes. | NotAllowed | not for this service. Sign in again with | mais pas pour ce service. Reconnectez-vous | --scopes=https://www.googleapis.com/auth/cloud-platform | false | true
          perimeter | BCJR | 403 | accessDenied | PERMISSION_DENIED | SECURITY_POLICY_VIOLATED | 'VPC Service Controls: Request is prohibited by organization''s policy. vpcServiceControlsUniqueIdentifier: abc.' | NotAllowed | A service perimeter (VPC Service Controls) | Un périmètre de service (VPC Service Controls) | gcloud access-context-manager perimeters list | false | true
          perimeter, by words | BCJR | 403 | accessDenied | PERMISSION_DENIED | '' | 'Request is prohibited by organization''s policy. vpcServiceControlsUniqueIdentifier: abc.' | NotAllowed | A service perimeter (VPC Service Controls) | Un périmètre de service (VPC Service Controls) | gcloud access-context-manager perimeters list | false | true
          model forbidden | CR | 400 | failedPrecondition | FAILED_PRECONDITION | '' | Organization Policy constraint constraints/vertexai.allowedModels violated for projects/p attempting to use a disallowed Gen AI model. | Invalid | forbids it: vertexai.allowedModels | l’interdit : vertexai.allowedModels | gcloud org-policies describe vertexai.allowedModels | false | true
          location forbidden | CR | 400 | failedPrecondition | FAILED_PRECONDITION | '' | Constraint constraints/gcp.resourceLocations violated for projects/p attempting to create a job with location set to us-central1. | Invalid | forbids it: gcp.resourceLocations | l’interdit : gcp.resourceLocations | gcloud org-policies describe gcp.resourceLocations | false | true
          policy, not said which | CR | 400 | failedPrecondition | FAILED_PRECONDITION | '' | The request violates constraint of the organization. | Invalid | A policy of your organisation forbids it. | Une règle de votre organisation l’interdit. | gcloud org-policies describe CONSTRAINT | false | true
          policy tag | B | 403 | accessDenied | PERMISSION_DENIED | '' | 'Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get permission to get data protected by policy tag "taxonomy : pii" on column p.d.t.mail.' | NotAllowed | protected by a policy tag | protégée par un tag avec stratégie | gcloud data-catalog taxonomies list | false | true
          row access | B | 403 | accessDenied | PERMISSION_DENIED | '' | Access Denied: Table p:d.t: User does not have full access for table p:d.t due to row access policies. | NotAllowed | rows can be read by a query only | ne se lisent que par une requête | bq ls --row_access_policies | false | true
          Drive | B | 403 | accessDenied | PERMISSION_DENIED | '' | Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials. | NotAllowed | not signed in for Drive | pas connecté pour Drive | auth/drive.readonly | false | true
          a table | B | 403 | accessDenied | PERMISSION_DENIED | '' | Access Denied: Table p:d.t: User does not have permission to query table p:d.t, or perhaps it does not exist. | NotAllowed | may not read the table p:d.t, or | ne peut pas lire la table p:d.t | --role=roles/bigquery.dataViewer | false | true
          a permission of BigQuery | B | 403 | accessDenied | PERMISSION_DENIED | '' | Access Denied: Project p: User does not have bigquery.jobs.create permission in project p. | NotAllowed | lacks the permission bigquery.jobs.create | l’autorisation bigquery.jobs.create | --role=roles/bigquery.user | false | true
          not said why | BCJR | 403 | forbidden | PERMISSION_DENIED | '' | The caller does not have permission | NotAllowed | not permitted to do this | n’y est pas autorisé | --role=roles/bigquery.user | false | true
          # that heals, or proves something
          provisioning | C | 400 | failedPrecondition | FAILED_PRECONDITION | '' | Service agents are being provisioned (https://cloud.google.com/x). Service agents are needed to read the Cloud Storage file provided. So please try again in a few minutes. | Invalid | Google is setting up its service agents | Google prépare ses agents de service | gcloud beta services identity create | false | true
          hiccup | CJR | 500 | internalError | INTERNAL | '' | Internal error encountered. | Unavailable | The service did not answer. | Le service n’a pas répondu | '' | true | false
          unknown | CJR | 500 | internalError | UNKNOWN | '' | Internal error encountered. | Unavailable | The service did not answer. | Le service n’a pas répondu | '' | true | false
          away | CJR | 503 | backendError | UNAVAILABLE | '' | Internal error encountered. | Unavailable | The service did not answer. | Le service n’a pas répondu | '' | true | false
          too many jobs | B | 400 | jobRateLimitExceeded | RESOURCE_EXHAUSTED | '' | Exceeded rate limits: too many jobs | QuotaExceeded | sent too many jobs in a short time | trop de tâches en peu de temps | '' | true | true
          too large an answer | B | 403 | responseTooLarge | PERMISSION_DENIED | '' | Response too large to return. | NotAllowed | answer is too large | réponse de BigQuery est trop grande | '' | false | true
          """)
  void fromTheWireToTheWords(
      String name,
      String clients,
      int http,
      String old,
      Status.Code code,
      String info,
      String says,
      String kind,
      String english,
      String french,
      String command,
      boolean again,
      boolean nothing)
      throws Exception {
    server.refuse(new ErrorServer.Refusal(http, old, code, info, says));
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<Character, CloudException> heard : heard(clients).entrySet()) {
      CloudException e = heard.getValue();
      String by = name + " by " + heard.getKey();
      all.assertThat(e.getClass().getSimpleName()).as(by).isEqualTo(kind);
      all.assertThat(told(Locale.ENGLISH, e)).as(by).contains(english).doesNotContain("{0}", "  ");
      all.assertThat(told(Locale.FRENCH, e)).as(by).contains(french).doesNotContain("{0}", "  ");
      all.assertThat(command(e)).as(by).contains(command);
      all.assertThat(e.healable()).as("%s: asking again helps", by).isEqualTo(again);
      all.assertThat(e.getMessage()).as(by).contains(says);
      if (heard.getKey() == 'C') {
        all.assertThat(e.leftNothing()).as("%s: nothing was made", by).isEqualTo(nothing);
      }
    }
    all.assertAll();
  }

  private static Map<Character, CloudException> heard(String clients) {
    Map<Character, CloudException> heard = new LinkedHashMap<>();
    for (int i = 0; i < clients.length(); i++) {
      char client = clients.charAt(i);
      CloudException e = catchThrowableOfType(CloudException.class, () -> call(client));
      heard.put(client, e);
      assertThat(e).as("refused, by %s", client).isNotNull();
    }
    return heard;
  }

  private static String told(Locale language, CloudException e) {
    FailureText text = new FailureWords(new Words(language)).explain("", e);
    return text.why() + " " + text.next();
  }

  private static String command(CloudException e) {
    DoctorReport report =
        new Doctor(InstantSource.system(), _ -> {})
            .refused(new DoctorSubject("p", HERE, MODEL, HERE, "Linux"), e);
    return DoctorWords.command(report.results().getFirst());
  }

  /// Nobody is there who could have made anything: the location has no service, as BigQuery has
  /// more regions than Vertex AI.
  @Test
  void aHostThatIsNotThereWasSentNothing() throws Exception {
    try (Cloud nowhere =
        GoogleCloud.open(
            new dev.pollux.domain.connection.Connection.Sandbox("p", HERE),
            new Endpoints.Sandbox(
                URI.create("http://127.0.0.1:1"), "mars-aiplatform.invalid:443", "token"))) {
      CloudException e = catchThrowableOfType(CloudException.class, () -> create(nowhere, HERE));
      assertThat(e).isInstanceOf(CloudException.Unavailable.class);
      assertThat(e.leftNothing()).isTrue();
      assertThat(told(Locale.ENGLISH, e)).contains("The service’s address was not found.");
      assertThat(told(Locale.FRENCH, e)).contains("L’adresse du service est introuvable.");
      assertThat(command(e)).startsWith("nslookup");
    }
  }
}
