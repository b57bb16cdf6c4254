package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the hosts say that give tokens, as it stands on the wire, for each kind of credentials:
/// what a person reads in both languages, and the command that mends it.
class SignInFailuresTest {
  private static final Location HERE = Location.US_CENTRAL1;
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          NAME | FILE | HTTP | SAYS | KIND | ENGLISH | FRENCH | COMMAND
          expired | user | 400 | {"error":"invalid_grant","error_description":"Token has been expired or revoked."} | NotSignedIn | gcloud auth application-default login | gcloud auth application-default login | gcloud auth application-default login
          asked again | user | 400 | {"error":"invalid_grant","error_subtype":"invalid_rapt","error_description":"reauth related error (invalid_rapt)"} | NotSignedIn | gcloud auth application-default login | gcloud auth application-default login | gcloud auth application-default login
          key deleted | key | 400 | {"error":"invalid_grant","error_description":"Invalid JWT Signature."} | NotSignedIn | the key | la clé | gcloud iam service-accounts keys create
          account deleted | key | 400 | {"error":"invalid_grant","error_description":"Invalid grant: account not found"} | NotSignedIn | the key | la clé | gcloud iam service-accounts keys create
          clock | key | 400 | {"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."} | NotSignedIn | clock | horloge | timedatectl
          may not act as it | acting | 403 | {"error":{"code":403,"status":"PERMISSION_DENIED","message":"Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."}} | NotAllowed | Service Account Token Creator | Service Account Token Creator | roles/iam.serviceAccountTokenCreator
          IAM Credentials API off | acting | 403 | {"error":{"code":403,"status":"PERMISSION_DENIED","message":"IAM Service Account Credentials API has not been used in project 12 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/iamcredentials.googleapis.com/overview?project=12 then retry.","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}} | NotAllowed | iamcredentials.googleapis.com is not enabled | iamcredentials.googleapis.com n’est pas activée | gcloud services enable iamcredentials.googleapis.com
          hiccup | user | 503 | {"error":"internal_failure"} | Unavailable | The service did not answer. | Le service n’a pas répondu | ''
          """)
  void fromTheWireToTheWords(
      String name,
      String file,
      int http,
      String says,
      String kind,
      String english,
      String french,
      String command)
      throws Exception {
    try (FakeIdentity identity = new FakeIdentity()) {
      identity.refusal = says;
      identity.refusalCode = http;
      if (file.equals("acting")) {
        identity.refused =
            "/v1/projects/-/serviceAccounts/robot@p.iam.gserviceaccount.com:generateAccessToken";
      }
      CloudException e = refused(json(identity, file));
      assertThat(e.getClass().getSimpleName()).as(name).isEqualTo(kind);
      assertThat(told(Locale.ENGLISH, e)).contains(english).doesNotContain("{0}", "{1}");
      assertThat(told(Locale.FRENCH, e)).contains(french).doesNotContain("{0}", "{1}");
      assertThat(command(e)).contains(command);
      assertThat(e.healable()).as("asking again helps").isEqualTo(http >= 500);
    }
  }

  private static String json(FakeIdentity identity, String file) throws Exception {
    return switch (file) {
      case "user" -> identity.user("r");
      case "key" -> identity.serviceAccount();
      case "acting" -> identity.impersonated();
      default -> throw new IllegalArgumentException("no file " + file);
    };
  }

  private CloudException refused(String json) throws Exception {
    Path file = folder.resolve("credentials.json");
    Files.writeString(file, json);
    try (Cloud cloud =
        GoogleClouds.open(
            new Connection.Google("p", HERE),
            Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString()))) {
      CloudException e =
          catchThrowableOfType(CloudException.class, () -> cloud.catalog().datasets("p"));
      assertThat(e).as("refused").isNotNull();
      return e;
    }
  }

  private static String told(Locale language, CloudException e) {
    FailureText text = new FailureWords(new Words(language)).explain("", e);
    return text.why() + " " + text.next();
  }

  private static String command(CloudException e) {
    return DoctorWords.command(
        new Doctor(InstantSource.system(), _ -> {})
            .refused(new DoctorSubject("p", HERE, GeminiModel.of("gemini-x"), HERE, "Linux"), e)
            .results()
            .getFirst());
  }
}
