package dev.pollux.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which of many known causes a failure has: "403" alone says nothing that a person could do. Known
/// by the service's reason
/// ([ErrorInfo](https://docs.cloud.google.com/apis/design/errors#error_info), [BigQuery's
/// errors](https://docs.cloud.google.com/bigquery/docs/error-messages)), or by its words where the
/// reason is the same for several.
///
/// @param args what the words of the problem name: the service that is off, the role, a link;
///   counts as numbers, since each language writes them its own way
public record Diagnosis(Problem problem, List<Object> args) {
  /// The known causes.
  public enum Problem {
    /// Its reason is that of an API that is off.
    QUOTA_PROJECT_UNSET("", "requires a quota project"),
    PROJECT_UNKNOWN("CONSUMER_INVALID", "Permission denied on resource project (\\S+?)\\.?$"),
    API_DISABLED(
        "accessNotConfigured SERVICE_DISABLED",
        "has not been used in project .* before or it is disabled"),
    BILLING_DISABLED(
        "billingNotEnabled BILLING_DISABLED",
        "requires billing to be enabled|[Bb]illing has not been enabled|billing account"),
    QUOTA_PROJECT("USER_PROJECT_DENIED", "serviceusage\\.services\\.use"),
    SCOPE("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficient authentication scopes"),
    SERVICE_PERIMETER(
        "vpcServiceControls SECURITY_POLICY_VIOLATED",
        "vpcServiceControls|VPC Service Controls|prohibited by organization's policy"),
    ORGANISATION_POLICY("ORG_POLICY_VIOLATED", "constraints/([a-zA-Z.]+)|violates constraint"),
    POLICY_TAG("", "policy tag"),
    ROW_ACCESS("", "row access polic|row-level (?:security|access)"),
    TABLE_UNREADABLE("", "permission to query table ([^\\s,]+)"),
    DRIVE("", "getting Drive credentials"),
    IMPERSONATION("", "iam\\.serviceAccounts\\.(?:getAccessToken|implicitDelegation)"),
    PROVISIONING("", "Service agents are being provisioned"),
    SERVICE_AGENT(
        "",
        "(service-\\d+@gcp-sa-[a-z-]+\\.iam\\.gserviceaccount\\.com).*(?:permission|does not have)"),
    ROLE(
        "",
        "Permission '?([a-z]+\\.[a-zA-Z.]+)'? denied|does not have ([a-z]+\\.[a-zA-Z.]+) (?:access|permission)"),
    CLOCK("", "Token must be a short-lived token|Invalid JWT.*(?:iat|exp)"),
    KEY_GONE("", "Invalid JWT Signature|invalid_grant: account not found"),
    /// Workload identity: what Google's library says of the file with the token of the other side.
    TOKEN_FILE(
        "",
        "The file at (\\S+) does not exist|subject token from the credential file|No subject token was found"),
    CERTIFICATE_DATE("", "validity check failed|NotAfter: |NotBefore: "),
    CERTIFICATE_HOST(
        "", "No (?:subject alternative .*|name )matching|No subject alternative|hostname wrong"),
    CERTIFICATE("", "PKIX path|unable to find valid certification path"),
    /// Who answers speaks another language than TLS, or ends the talk before it began.
    TLS(
        "",
        "no secure connection \\(TLS\\)|unrecognized SSL message|NotSslRecord|not an SSL/TLS record"),
    PROXY("", "(?:^|HTTP/1\\.\\d |HTTP |status: )407\\b|Proxy Authentication Required"),
    /// Google's own pages about errors have its exclamation marks.
    FOREIGN_ANSWER(
        "",
        "(?is)^(?!5\\d\\d\\b|.*!!1).*(?:<!doctype html|<html|(?:malformed|is no) JSON \\(?at line \\d+ column \\d+ path \\$(?:\\s|\\)|$))|^30[12378] "),
    /// What Pollux says itself where the rows grew after they were counted.
    MORE_REQUESTS("moreRequests", "^(\\d+) requests instead of (\\d+)$"),
    /// What Pollux says itself of an answer.
    WRONG_ANSWER("wrongAnswer", "(?!)"),
    MODEL_NOT_BATCH("", "Do not support publisher model (\\S+)"),
    MODEL_UNKNOWN(
        "", "PublisherModel (\\S+) does not exist|Publisher Model (?:`(\\S+)` )?was not found"),
    NO_ENDPOINT_HERE("", "Received http2 header with status: 404"),
    HOST_UNKNOWN("", "Unable to resolve host (\\S+)"),
    RESPONSE_TOO_LARGE("responseTooLarge", "Response too large to return"),
    RESOURCES("resourcesExceeded", "Resources exceeded during query execution"),
    BYTES_BILLED("bytesBilledLimitExceeded", "exceeded limit for bytes billed"),
    JOB_RATE("jobRateLimitExceeded", "too many concurrent|Exceeded rate limits");

    private final String reasons;
    private final Pattern words;

    /// @param reasons the service's, apart by blanks
    /// @param words what its message has
    Problem(String reasons, String words) {
      this.reasons = " " + reasons + " ";
      this.words = Pattern.compile(words);
    }
  }

  /// What is said of a query that makes no sense; it quotes the query, whose words mean nothing
  /// here.
  private static final String QUERY_REFUSED = "invalidQuery";

  private static final Pattern TLS_HOST = Pattern.compile("\\[TLS with ([^\\]\\s]+)]");
  private static final Pattern LINK = Pattern.compile("https://console\\.[^\\s\"]*[^\\s\".,)]");
  private static final Pattern SERVICE = Pattern.compile("([a-z]+\\.googleapis\\.com)");

  public Diagnosis {
    args = List.copyOf(args);
  }

  /// The key of a failure's words, to be followed by `.why` and `.next`.
  public static String words(CloudException failure) {
    return of(failure)
        .map(known ->
            "feedback.problem."
                + known.problem.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (known.isUnnamed() ? ".unnamed" : ""))
        .or(() -> signIn(failure).map(SignInCommands::words))
        .orElse("feedback.cloud." + failure.kind());
  }

  /// Whether the service did not name what its words would.
  private boolean isUnnamed() {
    return !args.isEmpty() && args.getFirst().equals("");
  }

  /// What those words name.
  public static List<Object> args(CloudException failure) {
    return of(failure)
        .map(Diagnosis::args)
        .or(() -> signIn(failure).map(SignInCommands::args).map(List::<Object>copyOf))
        .orElse(List.of());
  }

  private static Optional<SignIn> signIn(CloudException failure) {
    return failure instanceof CloudException.NotSignedIn out ? out.by() : Optional.empty();
  }

  /// Empty where the kind of the failure is all that is known.
  public static Optional<Diagnosis> of(CloudException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    if (Problem.QUOTA_PROJECT_UNSET.words.matcher(message).find()) {
      return Optional.of(new Diagnosis(Problem.QUOTA_PROJECT_UNSET, List.of()));
    }
    for (Problem problem : Problem.values()) {
      if (!failure.reason().isEmpty() && problem.reasons.contains(" " + failure.reason() + " ")) {
        return Optional.of(new Diagnosis(problem, args(problem, message)));
      }
    }
    if (failure.reason().equals(QUERY_REFUSED)) {
      return Optional.empty();
    }
    for (Problem problem : Problem.values()) {
      if (problem.words.matcher(message).find()) {
        return Optional.of(new Diagnosis(problem, args(problem, message)));
      }
    }
    return Optional.empty();
  }

  /// The smallest of Google's own roles that has the permission and is enough for jobs
  /// (https://docs.cloud.google.com/iam/docs/roles-permissions).
  public static String role(String permission) {
    return switch (permission.replaceFirst("\\..*", "")) {
      case "aiplatform" -> "roles/aiplatform.user";
      case "serviceusage" -> "roles/serviceusage.serviceUsageConsumer";
      case "resourcemanager" -> "roles/browser";
      default ->
          permission.contains(".tables.")
              ? permission.matches(".*\\.(create|delete|update|updateData)")
                  ? "roles/bigquery.dataEditor"
                  : "roles/bigquery.dataViewer"
              : "roles/bigquery.user";
    };
  }

  private static List<Object> args(Problem problem, String message) {
    return switch (problem) {
      case API_DISABLED -> List.of(first(SERVICE, message), first(LINK, message));
      case ROLE -> List.of(first(problem.words, message), role(first(problem.words, message)));
      case TABLE_UNREADABLE,
          SERVICE_AGENT,
          MODEL_NOT_BATCH,
          MODEL_UNKNOWN,
          ORGANISATION_POLICY,
          TOKEN_FILE ->
          List.of(first(problem.words, message));
      case CERTIFICATE_DATE, CERTIFICATE_HOST, CERTIFICATE -> {
        String host = first(TLS_HOST, message);
        yield List.of(host.isEmpty() ? "googleapis.com" : host);
      }
      case MORE_REQUESTS -> counts(problem.words, message);
      case BILLING_DISABLED,
          QUOTA_PROJECT,
          QUOTA_PROJECT_UNSET,
          PROJECT_UNKNOWN,
          SCOPE,
          SERVICE_PERIMETER,
          POLICY_TAG,
          ROW_ACCESS,
          DRIVE,
          IMPERSONATION,
          PROVISIONING,
          CLOCK,
          KEY_GONE,
          TLS,
          PROXY,
          FOREIGN_ANSWER,
          WRONG_ANSWER,
          NO_ENDPOINT_HERE,
          HOST_UNKNOWN,
          RESPONSE_TOO_LARGE,
          RESOURCES,
          BYTES_BILLED,
          JOB_RATE ->
          List.of();
    };
  }

  private static List<Object> counts(Pattern pattern, String message) {
    Matcher found = pattern.matcher(message);
    return found.find()
        ? IntStream.rangeClosed(1, found.groupCount())
            .<Object>mapToObj(group -> Long.valueOf(found.group(group)))
            .toList()
        : List.of("", "");
  }

  /// The first group that took part, else the whole match, else nothing.
  private static String first(Pattern pattern, String message) {
    Matcher found = pattern.matcher(message);
    if (!found.find()) {
      return "";
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return found.groupCount() == 0 ? found.group() : "";
  }
}
