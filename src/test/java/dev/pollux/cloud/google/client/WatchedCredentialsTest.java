package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.cloud.google.credentials.WatchedCredentials;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of credentials signs in, ends, is mended by the person, and goes on in the same
/// process.
class WatchedCredentialsTest {
  private static final URI ANY = URI.create("https://bigquery.googleapis.com/");
  private static final String EXPIRED =
      """
      {"error":"invalid_grant","error_description":"Token has been expired or revoked.",
       "error_subtype":"invalid_rapt"}\
      """;

  @TempDir Path folder;
  private FakeIdentity identity;
  private Path file;
  private int second;
  private @Nullable TlsFront front;

  @BeforeEach
  void open() throws IOException {
    identity = new FakeIdentity();
    file = folder.resolve("adc.json");
  }

  @AfterEach
  void close() throws IOException {
    identity.close();
    if (front != null) {
      front.close();
    }
  }

  private void write(String json) throws IOException {
    Files.writeString(file, json);
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second++)));
  }

  private WatchedCredentials credentials() {
    return new WatchedCredentials(
        () -> Optional.of(file), "connected-project", () -> trust().transport(Optional.empty()));
  }

  /// The hosts of organisations' identities are reached by TLS only.
  private String tls() throws Exception {
    if (front == null) {
      Path keys = folder.resolve("keys.p12");
      TlsFront.certify(keys);
      front = new TlsFront(keys, URI.create(identity.address()).getPort(), "http/1.1");
    }
    return "https://127.0.0.1:" + front.port();
  }

  private TlsTrust trust() {
    return TlsTrust.of(
        new CredentialsFile.Variables() {
          @Override
          public Optional<String> environment(String name) {
            return name.equals("SSL_CERT_FILE")
                ? Optional.of(folder.resolve("ca.pem").toString())
                : Optional.empty();
          }

          @Override
          public Optional<String> property(String name) {
            return Optional.of("Linux");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "user, USER, ''",
    "service account, SERVICE_ACCOUNT, robot@p.iam.gserviceaccount.com",
    "impersonated, IMPERSONATED, robot@p.iam.gserviceaccount.com",
    "chain, IMPERSONATED, robot@p.iam.gserviceaccount.com",
    "workload, WORKLOAD, ''",
    "workforce, WORKFORCE, ''"
  })
  void theySayWhoTheyAreAndByWhatAndNoSecret(String kind, SignIn.Kind is, String who)
      throws Exception {
    write(json(kind));
    SignIn found = credentials().signIn();
    assertThat(found.kind()).isEqualTo(is);
    assertThat(found.who()).isEqualTo(who);
    assertThat(found.file()).isEqualTo(file.toString());
    assertThat(found.through())
        .isEqualTo(kind.equals("chain") ? List.of("middle@p.iam.gserviceaccount.com") : List.of());
    assertThat(found.toString()).doesNotContain("canary", "PRIVATE", "client_secret");
  }

  private static String header(WatchedCredentials credentials, String name) throws IOException {
    Map<String, List<String>> all = credentials.getRequestMetadata(ANY);
    return all.getOrDefault(name, List.of("none")).getFirst();
  }

  private String json(String kind) throws Exception {
    return switch (kind) {
      case "user" -> identity.user("old");
      case "service account" -> identity.serviceAccount();
      case "impersonated" -> identity.impersonated();
      case "chain" -> identity.chain();
      case "workload" -> {
        Files.writeString(folder.resolve("subject.jwt"), "canary-subject");
        yield identity.workload(tls(), folder.resolve("subject.jwt"));
      }
      case "workforce" -> identity.workforce(tls(), "canary-refresh");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"user", "service account", "impersonated", "chain", "workload", "workforce"})
  void signsInEndsIsMendedAndGoesOn(String kind) throws Exception {
    identity.lasts = 1;
    write(json(kind));
    WatchedCredentials credentials = credentials();
    assertThat(header(credentials, "Authorization")).startsWith("Bearer t");

    identity.refusal = EXPIRED;
    credentials = credentials();
    WatchedCredentials ended = credentials;
    CloudException why =
        GoogleErrors.of((Exception) catchThrowable(() -> ended.getRequestMetadata(ANY)));
    assertThat(why)
        .isInstanceOfSatisfying(
            CloudException.NotSignedIn.class,
            out -> assertThat(out.by()).map(SignIn::file).contains(file.toString()));

    identity.refusal = "";
    write(identity.user("new"));
    assertThat(header(ended, "Authorization")).as("the same object").startsWith("Bearer t");
    assertThat(identity.asked.getLast()).isEqualTo("new");
  }

  @Test
  void anotherPersonInTheFileIsAskedForAtOnce() throws Exception {
    write(identity.user("first"));
    WatchedCredentials credentials = credentials();
    header(credentials, "Authorization");
    header(credentials, "Authorization");
    assertThat(identity.asked).as("a token is used as long as it lasts").containsExactly("first");
    write(identity.user("second"));
    header(credentials, "Authorization");
    assertThat(identity.asked).containsExactly("first", "second");
  }

  @Test
  void theQuotaProjectIsThatOfTheConnectionAndOfPeopleOnly() throws Exception {
    write(identity.user("me"));
    assertThat(header(credentials(), "x-goog-user-project")).isEqualTo("connected-project");
    write(identity.serviceAccount());
    assertThat(header(credentials(), "x-goog-user-project")).isEqualTo("none");
    write(identity.impersonated());
    assertThat(header(credentials(), "x-goog-user-project")).isEqualTo("none");
  }

  @Test
  void whoMayNotActAsTheAccountHearsWhichRoleIsMissing() throws Exception {
    write(identity.impersonated());
    identity.refusal =
        """
        {"error":{"code":403,"status":"PERMISSION_DENIED","message":"Permission
         'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)."}}\
        """
            .replace("\n", "");
    identity.refusalCode = 403;
    identity.refused =
        "/v1/projects/-/serviceAccounts/robot@p.iam.gserviceaccount.com:generateAccessToken";
    CloudException why =
        GoogleErrors.of((Exception) catchThrowable(() -> credentials().getRequestMetadata(ANY)));
    assertThat(Diagnosis.of(why).map(Diagnosis::problem)).contains(Diagnosis.Problem.IMPERSONATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"type\":\"of the moon\"}", "{\"type\":\"external_account\"}"})
  void aFileThatIsNoneIsSaidAndMended(String json) throws Exception {
    write(json);
    WatchedCredentials credentials = credentials();
    assertThat(GoogleErrors.of((Exception) catchThrowable(credentials::current)))
        .isInstanceOf(CloudException.NotSignedIn.class);
    write(identity.user("me"));
    assertThat(header(credentials, "Authorization")).startsWith("Bearer");
  }

  @Test
  void aFileThatIsGoneNeedsThePersonAndComesBack() throws Exception {
    write(identity.user("me"));
    WatchedCredentials credentials = credentials();
    header(credentials, "Authorization");
    Files.delete(file);
    CloudException why =
        GoogleErrors.of((Exception) catchThrowable(() -> credentials.getRequestMetadata(ANY)));
    assertThat(why)
        .isInstanceOf(CloudException.NotSignedIn.class)
        .hasMessageContaining("adc.json: no such file");
    write(identity.user("me"));
    assertThat(header(credentials, "Authorization")).startsWith("Bearer");
  }

  @Test
  void theFileIsFoundInGooglesOrder() throws Exception {
    Map<String, String> set = new HashMap<>();
    CredentialsFile.Variables variables =
        new CredentialsFile.Variables() {
          @Override
          public Optional<String> environment(String name) {
            return Optional.ofNullable(set.get(name));
          }

          @Override
          public Optional<String> property(String name) {
            return Optional.ofNullable(set.get(name));
          }
        };
    set.put("os.name", "Linux");
    set.put("user.home", folder.toString());
    assertThat(CredentialsFile.find(variables)).isEmpty();
    Path usual = folder.resolve(".config/gcloud/application_default_credentials.json");
    Files.createDirectories(usual.getParent());
    Files.writeString(usual, "{}");
    assertThat(CredentialsFile.find(variables)).contains(usual);
    Path windows = folder.resolve("roaming/gcloud/application_default_credentials.json");
    Files.createDirectories(windows.getParent());
    Files.writeString(windows, "{}");
    set.put("os.name", "Windows 11");
    set.put("APPDATA", folder.resolve("roaming").toString());
    assertThat(CredentialsFile.find(variables)).contains(windows);
    set.put("CLOUDSDK_CONFIG", usual.getParent().toString());
    assertThat(CredentialsFile.find(variables)).contains(usual);
    set.put("GOOGLE_APPLICATION_CREDENTIALS", "/not/there.json");
    assertThat(CredentialsFile.find(variables)).contains(Path.of("/not/there.json"));
  }
}
