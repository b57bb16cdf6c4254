package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Connection;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "global,      aiplatform.googleapis.com",
    "us-central1, us-central1-aiplatform.googleapis.com",
    "eu,          aiplatform.eu.rep.googleapis.com",
  })
  void everyLocationHasItsHost(String location, String host) {
    assertThat(ClientOptions.googleHost(new Location(location))).isEqualTo(host);
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(new Endpoints.Sandbox(URI.create("http://127.0.0.1:1"), "127.0.0.1:1", "secret"))
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void aRefusedConnectionSurfacesSoonOnEveryPort() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Endpoints nobody =
        new Endpoints.Sandbox(URI.create("http://127.0.0.1:" + free), "127.0.0.1:" + free, "token");
    Location location = Location.US_CENTRAL1;
    try (Cloud cloud = GoogleCloud.open(new Connection.Sandbox("pollux", location), nobody)) {
      unavailable(cloud, c -> c.catalog().projects());
      unavailable(cloud, c -> c.catalog().tables(new DatasetRef("pollux", "a")));
      unavailable(cloud, c -> c.jobs().list("pollux", location, ""));
      unavailable(cloud, c -> c.models().published());
    }
  }

  private static void unavailable(Cloud cloud, ThrowingConsumer<Cloud> call) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> call.accept(cloud)).isInstanceOf(CloudException.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }
}
