package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.google.client.ServiceHosts;
import dev.pollux.cloud.google.client.SystemProxies;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.ConnectProxy;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.TlsFront;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Google's clients over TLS, as they speak to Google and never to the sandbox, by a certificate
/// that the system trusts; and which way they take. Through a proxy they go in a process of their
/// own: `DoctorProcessTest`.
class TlsAndProxiesTest {
  @TempDir private static Path folder;
  private static Sandbox sandbox;
  private static TlsFront rest;
  private static TlsFront grpc;
  private static Path authority;
  private static FakeIdentity identity;

  private final Map<String, String> set = new HashMap<>();

  @BeforeAll
  static void serve() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.at(folder.resolve("data"), Clock.systemUTC()));
    Path keys = folder.resolve("keys.p12");
    authority = TlsFront.certify(keys);
    rest = new TlsFront(keys, port(sandbox.restUrl()), "http/1.1");
    grpc = new TlsFront(keys, port("http://" + sandbox.grpcTarget()), "h2");
    identity = new FakeIdentity();
    identity.always = sandbox.token();
  }

  private static int port(String url) {
    return URI.create(url).getPort();
  }

  @AfterAll
  static void stop() throws Exception {
    rest.close();
    grpc.close();
    identity.close();
    sandbox.close();
  }

  @BeforeEach
  void system() throws Exception {
    Path adc = folder.resolve("adc.json");
    Files.writeString(adc, identity.user("me"));
    set.put("GOOGLE_APPLICATION_CREDENTIALS", adc.toString());
    set.put("SSL_CERT_FILE", authority.toString());
    String host = "127.0.0.1";
    for (String service : new String[] {"BIGQUERY", "CLOUDRESOURCEMANAGER", "CLOUDBILLING"}) {
      set.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_" + service, "https://" + host + ":" + rest.port());
    }
    set.put(
        "CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM", "https://" + host + ":" + grpc.port() + "/");
  }

  private CredentialsFile.Variables variables() {
    return GoogleClouds.variables(set);
  }

  private Cloud open() throws CloudException {
    return GoogleClouds.open(new Connection.Google(sandbox.project(), Location.US_CENTRAL1), set);
  }

  private static void bothAnswer(Cloud cloud) throws CloudException {
    assertThat(cloud.catalog().datasets(sandbox.project())).as("BigQuery's client").isNotEmpty();
    assertThat(cloud.permissions().number(sandbox.project())).as("REST").isNotEmpty();
    assertThat(cloud.jobs().list(sandbox.project(), Location.US_CENTRAL1, "")).as("gRPC").isEmpty();
  }

  @Test
  void bothClientsTrustWhomTheSystemTrusts() throws Exception {
    try (Cloud cloud = open()) {
      bothAnswer(cloud);
    }
  }

  @Test
  void aConnectionMayHaveAProxyOfItsOwn() throws Exception {
    Path keys = folder.resolve("keys.p12");
    try (ConnectProxy proxy = new ConnectProxy();
        TlsFront tokens = new TlsFront(keys, port(identity.address()), "http/1.1")) {
      String https = "https://127.0.0.1:" + tokens.port();
      Files.writeString(
          folder.resolve("adc.json"), identity.user("me").replace(identity.address(), https));
      Cloud cloud =
          GoogleClouds.open(
              new Connection.Google(
                  sandbox.project(),
                  Location.US_CENTRAL1,
                  new ConnectionOptions(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of("127.0.0.1:" + proxy.port()))),
              set);
      bothAnswer(cloud);
      cloud.close();
      assertThat(proxy.tunnels)
          .contains(
              "127.0.0.1:" + tokens.port(), "127.0.0.1:" + rest.port(), "127.0.0.1:" + grpc.port());
    }
  }

  @Test
  void whoIsNotTrustedIsSaidByName() throws Exception {
    set.remove("SSL_CERT_FILE");
    try (Cloud cloud = open()) {
      for (Throwable failure :
          new Throwable[] {
            catchThrowable(() -> cloud.catalog().datasets(sandbox.project())),
            catchThrowable(() -> cloud.jobs().list(sandbox.project(), Location.US_CENTRAL1, ""))
          }) {
        assertThat(failure).isInstanceOf(CloudException.class);
        assertThat(Diagnosis.of((CloudException) failure).map(Diagnosis::problem))
            .as(failure.toString())
            .contains(Diagnosis.Problem.CERTIFICATE);
      }
    }
  }

  /// What is wrong, at which address, within seconds: by both clients.
  @ParameterizedTest
  @CsvSource({
    "'dns:localhost,ip:127.0.0.1', -9d, CERTIFICATE_DATE, 127.0.0.1",
    "dns:other.test, -0d, CERTIFICATE_HOST, 127.0.0.1",
  })
  void whatIsWrongWithACertificateIsSaid(
      String names, String since, Diagnosis.Problem problem, String host) throws Exception {
    Path keys = Files.createTempDirectory(folder, "wrong").resolve("keys.p12");
    set.put("SSL_CERT_FILE", TlsFront.certify(keys, names, since).toString());
    try (TlsFront first = new TlsFront(keys, port(sandbox.restUrl()), "http/1.1");
        TlsFront second = new TlsFront(keys, port("http://" + sandbox.grpcTarget()), "h2")) {
      serveAt(first.port(), second.port());
      bothSay(new Diagnosis(problem, List.of(host)));
    }
  }

  /// A proxy that breaks TLS, or an address where nobody speaks it.
  @Test
  void whoDoesNotSpeakTlsIsSaid() throws Exception {
    serveAt(port(sandbox.restUrl()), port("http://" + sandbox.grpcTarget()));
    bothSay(new Diagnosis(Diagnosis.Problem.TLS, List.of()));
  }

  private void serveAt(int http, int http2) {
    set.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY", "https://127.0.0.1:" + http);
    set.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM", "https://127.0.0.1:" + http2 + "/");
  }

  private void bothSay(Diagnosis known) throws Exception {
    try (Cloud cloud = open()) {
      long start = System.nanoTime();
      for (Throwable failure :
          new Throwable[] {
            catchThrowable(() -> cloud.catalog().datasets(sandbox.project())),
            catchThrowable(() -> cloud.jobs().list(sandbox.project(), Location.US_CENTRAL1, ""))
          }) {
        assertThat(failure).isInstanceOf(CloudException.Unavailable.class);
        assertThat(Diagnosis.of((CloudException) failure)).as(failure.toString()).contains(known);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("nobody waits for what does not heal by itself")
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void thisComputerAndNoProxyAreReachedDirectly() {
    set.put("https_proxy", "proxy.corp:3128");
    set.put("no_proxy", ".corp.example, *.internal");
    SystemProxies proxies = new SystemProxies(variables(), null);
    for (String direct :
        new String[] {
          "https://127.0.0.1:1/",
          "https://localhost/",
          "https://[::1]/",
          "https://bq.corp.example/",
          "http://metadata.google.internal/"
        }) {
      assertThat(proxies.select(URI.create(direct))).as(direct).containsExactly(Proxy.NO_PROXY);
    }
    assertThat(proxies.select(URI.create("https://bigquery.googleapis.com/")).getFirst())
        .hasToString("HTTP @ proxy.corp/<unresolved>:3128");
  }

  @Test
  void anotherUniverseHasItsOwnNames() {
    ServiceHosts hosts = new ServiceHosts("apis-s3ns.fr", Map.of());
    assertThat(hosts.rest("bigquery")).isEqualTo("https://bigquery.apis-s3ns.fr");
    assertThat(hosts.vertexGrpc(new Location("u-france-east1")))
        .isEqualTo("u-france-east1-aiplatform.apis-s3ns.fr:443");
    assertThat(new ServiceHosts(ServiceHosts.USUAL, Map.of()).vertex(Location.GLOBAL))
        .isEqualTo("https://aiplatform.googleapis.com");
  }
}
