package dev.pollux.sandbox.http;

import static dev.pollux.sandbox.http.ServiceCall.BIGQUERY_JOB;
import static dev.pollux.sandbox.http.ServiceCall.BIGQUERY_LIST_ROWS;
import static dev.pollux.sandbox.http.ServiceCall.BIGQUERY_QUERY_ROWS;
import static dev.pollux.sandbox.http.ServiceCall.BIGQUERY_READ;
import static dev.pollux.sandbox.http.ServiceCall.PROJECT;
import static dev.pollux.sandbox.http.ServiceCall.VERTEX_ASK;
import static dev.pollux.sandbox.http.ServiceCall.VERTEX_CREATE;
import static dev.pollux.sandbox.http.ServiceCall.VERTEX_READ;

import java.util.EnumSet;
import java.util.Set;

/// What can be wrong with a project of Google's, in the service's own words, so that it can be met
/// here first. Reasons are those of
/// [ErrorInfo](https://docs.cloud.google.com/apis/design/errors#error_info) and of [BigQuery](
/// https://docs.cloud.google.com/bigquery/docs/error-messages).
public enum ProjectCondition {
  SIGNED_OUT(
      EnumSet.allOf(ServiceCall.class),
      Reason.AUTH_ERROR,
      "",
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie"
          + " or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project."),
  QUOTA_PROJECT_DENIED(
      EnumSet.allOf(ServiceCall.class),
      Reason.FORBIDDEN,
      "USER_PROJECT_DENIED",
      "Caller does not have required permission to use project pollux-sandbox. Grant the caller the"
          + " roles/serviceusage.serviceUsageConsumer role, or a custom role with the"
          + " serviceusage.services.use permission, by visiting"
          + " https://console.developers.google.com/iam-admin/iam/project?project=pollux-sandbox and"
          + " then retry. Propagation of the new permission may take a few minutes."),
  /// Calls of a person that name no project to count against. Those services that belong to no
  /// resource of a project demand it; the front end says "disabled" of its own project.
  QUOTA_PROJECT_DEMANDED(
      EnumSet.of(PROJECT),
      Reason.FORBIDDEN,
      "SERVICE_DISABLED",
      "Your application is authenticating by using local Application Default Credentials. The"
          + " cloudresourcemanager.googleapis.com API requires a quota project, which is not set by"
          + " default. To learn how to set your quota project, see"
          + " https://cloud.google.com/docs/authentication/adc-troubleshooting/user-creds ."),
  /// A name with a typing error, or a project that was deleted: both are said alike.
  PROJECT_GONE(
      EnumSet.allOf(ServiceCall.class),
      Reason.FORBIDDEN,
      "CONSUMER_INVALID",
      "Permission denied on resource project pollux-sandbox."),
  /// The caller has two roles on the project, for queries and for Vertex, and those on datasets
  /// that its job needs: no more. Calls may not count against the project by its name.
  LEAST_PRIVILEGE(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  SCOPE_MISSING(
      EnumSet.allOf(ServiceCall.class),
      Reason.INSUFFICIENT_PERMISSIONS,
      "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
      "Request had insufficient authentication scopes."),
  SERVICE_PERIMETER(
      EnumSet.of(BIGQUERY_READ, BIGQUERY_JOB, VERTEX_READ, VERTEX_ASK, VERTEX_CREATE),
      Reason.ACCESS_DENIED,
      "SECURITY_POLICY_VIOLATED",
      "VPC Service Controls: Request is prohibited by organization's policy."
          + " vpcServiceControlsUniqueIdentifier: 5s0Vw2rSandbox."),
  BIGQUERY_API_OFF(
      EnumSet.of(BIGQUERY_READ, BIGQUERY_JOB),
      Reason.ACCESS_NOT_CONFIGURED,
      "SERVICE_DISABLED",
      off("BigQuery API", "bigquery.googleapis.com")),
  VERTEX_API_OFF(
      EnumSet.of(VERTEX_READ, VERTEX_ASK, VERTEX_CREATE),
      Reason.ACCESS_NOT_CONFIGURED,
      "SERVICE_DISABLED",
      off("Vertex AI API", "aiplatform.googleapis.com")),
  /// BigQuery's free tier goes on without billing; Vertex does not.
  BILLING_OFF(
      EnumSet.of(VERTEX_ASK, VERTEX_CREATE),
      Reason.BILLING_NOT_ENABLED,
      "BILLING_DISABLED",
      "This API method requires billing to be enabled. Please enable billing on project"
          + " #pollux-sandbox by visiting"
          + " https://console.developers.google.com/billing/enable?project=pollux-sandbox then"
          + " retry. If you enabled billing for this project recently, wait a few minutes for the"
          + " action to propagate to our systems and retry."),
  BIGQUERY_ROLE_MISSING(
      EnumSet.of(BIGQUERY_JOB),
      Reason.ACCESS_DENIED,
      "",
      "Access Denied: Project pollux-sandbox: User does not have bigquery.jobs.create permission in"
          + " project pollux-sandbox."),
  /// Every table has a column that only readers of a tag may read.
  POLICY_TAG_CLOSED(
      EnumSet.of(BIGQUERY_LIST_ROWS, BIGQUERY_QUERY_ROWS),
      Reason.ACCESS_DENIED,
      "",
      "Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get"
          + " permission to get data protected by policy tag \"people : secret\" on column"
          + " {path}.text."),
  /// Every table has row access policies, and shows no rows but to queries.
  ROW_ACCESS_CLOSED(
      EnumSet.of(BIGQUERY_LIST_ROWS),
      Reason.ACCESS_DENIED,
      "",
      "Access Denied: Table {table}: User does not have full access for table {table} due to row"
          + " access policies."),
  /// Every table is a sheet of Drive, for which nobody has signed in. A query finds out.
  DRIVE_SCOPE_MISSING(
      EnumSet.of(BIGQUERY_QUERY_ROWS),
      Reason.ACCESS_DENIED,
      "",
      "Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials."),
  VERTEX_ROLE_MISSING(
      EnumSet.of(VERTEX_READ, VERTEX_ASK, VERTEX_CREATE),
      Reason.FORBIDDEN,
      "IAM_PERMISSION_DENIED",
      "Permission '{permission}' denied on resource"
          + " '//aiplatform.googleapis.com/projects/pollux-sandbox/locations/us-central1' (or it may"
          + " not exist)."),
  MODEL_FORBIDDEN(
      EnumSet.of(VERTEX_ASK, VERTEX_CREATE),
      Reason.FAILED_PRECONDITION,
      "",
      "Organization Policy constraint constraints/vertexai.allowedModels violated for"
          + " projects/pollux-sandbox attempting to use a disallowed Gen AI model. Please contact"
          + " your organization administrator to fix this violation."),
  /// Of the places where the organisation lets data lie. Nothing is said before something is made.
  LOCATION_FORBIDDEN(
      EnumSet.of(VERTEX_CREATE),
      Reason.FAILED_PRECONDITION,
      "",
      "Constraint constraints/gcp.resourceLocations violated for projects/pollux-sandbox attempting"
          + " to create a batch prediction job with location set to us-central1. See"
          + " https://cloud.google.com/resource-manager/docs/organization-policy/defining-locations"
          + " for more information."),
  MODEL_ELSEWHERE(
      EnumSet.of(VERTEX_ASK, VERTEX_CREATE),
      Reason.NOT_FOUND,
      "",
      "Publisher Model was not found or your project does not have access to it. Please ensure you"
          + " are using a valid model version. For more information, see:"
          + " https://cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions"),
  /// The first job of a project, before Google has made its agents.
  AGENTS_PROVISIONING(
      EnumSet.of(VERTEX_CREATE),
      Reason.FAILED_PRECONDITION,
      "",
      "Service agents are being provisioned"
          + " (https://cloud.google.com/vertex-ai/docs/general/access-control#service-agents)."
          + " Service agents are needed to read the Cloud Storage file provided. So please try again"
          + " in a few minutes."),
  /// The policy of the project does not grant the agent its role. Nothing is refused at once.
  AGENT_ROLE_MISSING(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// The caller may not read the policy of the project.
  POLICY_HIDDEN(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// The list of models has only every other one, though all answer.
  MODELS_PARTLY_LISTED(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// Another model answers than was asked, and says so in `modelVersion`.
  OTHER_MODEL_ANSWERS(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// Tuned models are listed, and no endpoint serves them.
  TUNED_NOT_DEPLOYED(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// All rows of tables are in the streaming buffer: there, and not counted.
  ROWS_STREAMED(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// Each copy between locations fails after its time, as on a hiccup inside the service.
  COPIES_FAIL(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", ""),
  /// Each copy between locations begins, and who asked for it hears 503.
  COPY_REPLIES_LOST(EnumSet.noneOf(ServiceCall.class), Reason.FORBIDDEN, "", "");

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final Set<ServiceCall> calls;

  private final Reason reason;
  private final String info;
  private final String words;

  ProjectCondition(Set<ServiceCall> calls, Reason reason, String info, String words) {
    this.calls = Set.copyOf(calls);
    this.reason = reason;
    this.info = info;
    this.words = words;
  }

  private static String off(String name, String service) {
    return name
        + " has not been used in project pollux-sandbox before or it is disabled. Enable it by"
        + " visiting https://console.developers.google.com/apis/api/"
        + service
        + "/overview?project=pollux-sandbox then retry. If you enabled this API recently, wait a few"
        + " minutes for the action to propagate to our systems and retry.";
  }

  boolean forbids(ServiceCall call) {
    return calls.contains(call);
  }

  /// @param table that is read; empty where none is
  Failure failure(ServiceCall call, String table) {
    return new Failure(
        reason,
        words
            .replace("{table}", table)
            .replace("{path}", table.replace(':', '.'))
            .replace("{permission}", call.permission()),
        info);
  }
}
