package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.TlsFront;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token that the service takes no more, though it should last an hour: it was withdrawn, or the
/// clock of the machine is behind.
class StaleTokenTest {
  private static final Location HERE = Location.US_CENTRAL1;
  @TempDir private Path folder;
  private Sandbox sandbox;
  private TlsFront rest;
  private TlsFront grpc;
  private FakeIdentity identity;
  private Cloud cloud;

  @BeforeEach
  void open() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path adc = folder.resolve("adc.json");
    String trusted = TlsFront.certify(keys).toString();
    sandbox = Clients.sandbox(folder.resolve("data"));
    rest = new TlsFront(keys, URI.create(sandbox.restUrl()).getPort(), "http/1.1");
    grpc = new TlsFront(keys, URI.create("http://" + sandbox.grpcTarget()).getPort(), "h2");
    identity = new FakeIdentity();
    Files.writeString(adc, identity.user("person"));
    cloud =
        GoogleClouds.open(
            new Connection.Google(sandbox.project(), HERE),
            Map.of(
                "SSL_CERT_FILE",
                trusted,
                "GOOGLE_APPLICATION_CREDENTIALS",
                adc.toString(),
                "CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY",
                "https://127.0.0.1:" + rest.port(),
                "CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM",
                "https://127.0.0.1:" + grpc.port()));
  }

  @AfterEach
  void close() throws Exception {
    cloud.close();
    identity.close();
    grpc.close();
    rest.close();
    sandbox.close();
  }

  private void jobs() throws CloudException {
    cloud.jobs().list(sandbox.project(), HERE, "");
  }

  @Test
  void aTokenThatIsTakenNoMoreIsReplacedAtOnce() throws Exception {
    identity.always = "stale";
    cloud.identity().token();
    identity.always = sandbox.token();
    jobs();
    cloud.catalog().datasets(sandbox.project());
  }

  @Test
  void whoIsRefusedEachTimeHearsOfItAndNoTokenHostIsAskedWithoutEnd() throws Exception {
    identity.always = "stale";
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(this::jobs).isInstanceOf(CloudException.NotSignedIn.class);
    }
    assertThat(identity.asked).hasSizeLessThan(5);
  }
}
