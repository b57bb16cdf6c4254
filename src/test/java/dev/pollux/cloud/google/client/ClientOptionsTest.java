package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.aiplatform.v1.JobServiceSettings;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.GoogleClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import io.grpc.ForwardingChannelBuilder2;
import io.grpc.ManagedChannelBuilder;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  /// A connection that died while the computer slept: whoever calls next hears of it within
  /// seconds, not when the system gives it up. Google allows a question each minute while calls are
  /// open, and none while there are none.
  @Test
  void aDeadConnectionToGoogleIsNoticed() throws Exception {
    ClientOptions options =
        new ClientOptions(
            new Connection.Google("p", Location.US_CENTRAL1),
            Timeouts.USUAL,
            GoogleClouds.variables(Map.of()));
    options.connect(new Endpoints.Google());
    JobServiceSettings.Builder settings = JobServiceSettings.newBuilder();
    options.configure(settings, "us-central1-aiplatform.googleapis.com:443");
    AskedChannel asked = new AskedChannel();
    ((InstantiatingGrpcChannelProvider) settings.getTransportChannelProvider())
        .toBuilder().getChannelConfigurator().apply(asked);
    assertThat(asked.every).isEqualTo(Duration.ofSeconds(60));
    assertThat(asked.within).isEqualTo(Duration.ofSeconds(10));
    assertThat(asked.always).isFalse();
  }

  /// Remembers how its connection is kept alive.
  private static final class AskedChannel extends ForwardingChannelBuilder2<AskedChannel> {
    private Duration every = Duration.ZERO;
    private Duration within = Duration.ZERO;
    private boolean always;

    @Override
    protected ManagedChannelBuilder<?> delegate() {
      return ManagedChannelBuilder.forTarget("127.0.0.1:1");
    }

    @Override
    public AskedChannel keepAliveTime(long time, TimeUnit unit) {
      every = Duration.of(time, unit.toChronoUnit());
      return this;
    }

    @Override
    public AskedChannel keepAliveTimeout(long time, TimeUnit unit) {
      within = Duration.of(time, unit.toChronoUnit());
      return this;
    }

    @Override
    public AskedChannel keepAliveWithoutCalls(boolean enable) {
      always = enable;
      return this;
    }
  }

  private static void unavailable(Cloud cloud, ThrowingConsumer<Cloud> call) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> call.accept(cloud)).isInstanceOf(CloudException.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }
}
