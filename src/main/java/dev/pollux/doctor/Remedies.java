package dev.pollux.doctor;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.SignInCommands;
import java.util.Locale;

/// The command that mends a failure, for that project and those credentials. Empty where none does:
/// then the words say what to do.
record Remedies(DoctorSubject subject, SignIn by) {
  private static final String LOGIN = "gcloud auth application-default login";
  private static final String CLOUD = "https://www.googleapis.com/auth/cloud-platform";
  private static final String DRIVE = "https://www.googleapis.com/auth/drive.readonly";

  String of(CloudException why) {
    return Diagnosis.of(why).map(this::of).orElseGet(() -> ofKind(why));
  }

  private String ofKind(CloudException why) {
    return switch (why) {
      case CloudException.NotSignedIn _ -> SignInCommands.again(by);
      case CloudException.NotAllowed _ ->
          grant("roles/bigquery.user") + "\n" + grant("roles/aiplatform.user");
      case CloudException.NotFound _ -> "gcloud projects list";
      case CloudException.Unavailable _ ->
          "curl -sSI https://bigquery.googleapis.com/ https://oauth2.googleapis.com/";
      case CloudException.Invalid _, CloudException.QuotaExceeded _, CloudException.Broken _ -> "";
    };
  }

  private String of(Diagnosis known) {
    String arg = known.args().isEmpty() ? "" : known.args().getFirst().toString();
    return switch (known.problem()) {
      case API_DISABLED -> "gcloud services enable " + api(arg) + " --project=" + project();
      case BILLING_DISABLED ->
          "gcloud billing projects link " + project() + " --billing-account=ACCOUNT_ID";
      case QUOTA_PROJECT_UNSET -> "gcloud auth application-default set-quota-project " + project();
      case PROJECT_UNKNOWN -> "gcloud projects list";
      case TABLE_UNREADABLE -> grant("roles/bigquery.dataViewer");
      case QUOTA_PROJECT -> grant("roles/serviceusage.serviceUsageConsumer");
      case SCOPE -> LOGIN + " --scopes=" + CLOUD;
      case DRIVE -> LOGIN + " --scopes=" + CLOUD + "," + DRIVE;
      case SERVICE_PERIMETER -> "gcloud access-context-manager perimeters list --policy=POLICY_ID";
      case ORGANISATION_POLICY ->
          "gcloud org-policies describe "
              + (arg.isEmpty() ? "CONSTRAINT" : arg.replaceFirst("^constraints/", ""))
              + " --effective --project="
              + project();
      case POLICY_TAG ->
          "gcloud data-catalog taxonomies list --location="
              + subject.location()
              + " --project="
              + project();
      case ROW_ACCESS -> "bq ls --row_access_policies " + project() + ":DATASET.TABLE";
      case IMPERSONATION -> SignInCommands.actAs(by);
      case PROVISIONING ->
          "gcloud beta services identity create --service=aiplatform.googleapis.com --project="
              + project();
      case SERVICE_AGENT -> grant("roles/bigquery.dataEditor", "serviceAccount:" + arg);
      case ROLE -> grant(Diagnosis.role(arg));
      case CLOCK -> clock();
      case KEY_GONE, TOKEN_FILE -> SignInCommands.again(by);
      case CERTIFICATE -> certificate();
      case CERTIFICATE_DATE -> clock();
      case CERTIFICATE_HOST -> "nslookup " + arg;
      case TLS -> "curl -vI https://bigquery.googleapis.com/";
      case PROXY -> (windows() ? "set " : "export ") + "HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT";
      case FOREIGN_ANSWER, WRONG_ANSWER ->
          "curl -I https://bigquery.googleapis.com/discovery/v1/apis";
      case MODEL_NOT_BATCH, MODEL_UNKNOWN, NO_ENDPOINT_HERE ->
          "pollux doctor --project "
              + project()
              + " --location global --model "
              + subject.model().id();
      case HOST_UNKNOWN -> "nslookup oauth2.googleapis.com";
      case MORE_REQUESTS, RESPONSE_TOO_LARGE, RESOURCES, BYTES_BILLED, JOB_RATE -> "";
    };
  }

  private String project() {
    return subject.project();
  }

  private static String api(String named) {
    return named.isEmpty() ? "aiplatform.googleapis.com bigquery.googleapis.com" : named;
  }

  String grant(String role) {
    return grant(role, SignInCommands.member(by));
  }

  String grant(String role, String member) {
    return "gcloud projects add-iam-policy-binding %s --member=%s --role=%s"
        .formatted(project(), member, role);
  }

  String clock() {
    String name = system();
    if (name.startsWith("windows")) {
      return "w32tm /resync";
    }
    return name.startsWith("mac")
        ? "sudo sntp -sS time.apple.com"
        : "sudo timedatectl set-ntp true";
  }

  private String certificate() {
    String name = system();
    if (name.startsWith("windows")) {
      return "certutil -addstore Root CA.crt";
    }
    return name.startsWith("mac")
        ? "sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain CA.crt"
        : "sudo cp CA.crt /usr/local/share/ca-certificates/ && sudo update-ca-certificates";
  }

  private boolean windows() {
    return system().startsWith("windows");
  }

  private String system() {
    return subject.system().toLowerCase(Locale.ROOT);
  }
}
