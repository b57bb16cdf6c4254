package dev.pollux.cloud;

import java.util.List;
import java.util.Locale;

/// What a person types to be signed in again, by the kind of their credentials
/// (https://docs.cloud.google.com/docs/authentication/provide-credentials-adc).
public final class SignInCommands {
  private static final String LOGIN = "gcloud auth application-default login";
  private static final String ACCOUNTS =
      "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/";

  private SignInCommands() {}

  /// The key of the words for credentials that do not hold, to be followed by `.why` and `.next`.
  public static String words(SignIn by) {
    boolean broken = by.kind() == SignIn.Kind.UNKNOWN && !by.file().isEmpty();
    String kind = by.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "feedback.sign-in." + (broken ? "file" : kind);
  }

  /// What those words name: the command, whose they are, and where they lie.
  public static List<String> args(SignIn by) {
    return List.of(again(by), by.who(), by.file());
  }

  /// Signs in anew.
  public static String again(SignIn by) {
    return switch (by.kind()) {
      case USER, UNKNOWN -> LOGIN;
      case SERVICE_ACCOUNT ->
          "gcloud iam service-accounts keys create %s --iam-account=%s"
              .formatted(quoted(by.file(), "KEY.json"), or(by.who(), "ACCOUNT"));
      case IMPERSONATED -> LOGIN + " --impersonate-service-account=" + chain(by);
      case WORKFORCE -> LOGIN + " --login-config=LOGIN_CONFIG.json";
      case WORKLOAD ->
          "gcloud iam workload-identity-pools create-cred-config PROVIDER --service-account=%s --output-file=%s"
              .formatted(or(by.who(), "ACCOUNT"), quoted(by.file(), "CREDENTIALS.json"));
      case MACHINE -> "curl -sS -H 'Metadata-Flavor: Google' " + ACCOUNTS;
      case SANDBOX -> "pollux sandbox";
    };
  }

  /// gcloud wants the account that is acted as last, those on the way before it.
  private static String chain(SignIn by) {
    StringBuilder chain = new StringBuilder();
    for (String account : by.through()) {
      if (account.endsWith(".gserviceaccount.com")) {
        chain.append(account).append(',');
      }
    }
    return chain + or(by.who(), "ACCOUNT");
  }

  /// Lets the caller act as the service account.
  public static String actAs(SignIn by) {
    String first = by.through().isEmpty() ? "" : by.through().getFirst();
    return "gcloud iam service-accounts add-iam-policy-binding %s --member=%s --role=roles/iam.serviceAccountTokenCreator"
        .formatted(or(by.who(), "ACCOUNT"), first.isEmpty() ? "user:YOU" : member(first));
  }

  /// The caller as a policy names them.
  public static String member(SignIn by) {
    return by.who().isEmpty() ? "user:YOU" : member(by.who());
  }

  private static String member(String mail) {
    return (mail.endsWith(".gserviceaccount.com") ? "serviceAccount:" : "user:") + mail;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String quoted(String file, String otherwise) {
    String name = or(file, otherwise);
    return name.contains(" ") ? '"' + name + '"' : name;
  }
}
