package dev.pollux.cloud.google.client;

import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.ClientSettings;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.api.gax.rpc.StatusCode;
import com.google.api.gax.rpc.UnaryCallSettings;
import com.google.cloud.NoCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.bigquery.BigQueryOptions;
import com.google.cloud.bigquery.DataFormatOptions;
import com.google.cloud.http.HttpTransportOptions;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.cloud.google.credentials.WatchedCredentials;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import io.grpc.ManagedChannelBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Puts addresses, credentials, deadlines and retries into Google's clients.
///
/// The sandbox's token travels as a plain header: gRPC's own call credentials refuse a channel
/// without TLS, and Google's http adapter would try to refresh a token that is what it is.
///
/// Addresses and credentials may become known later: each call that needs them waits until then.
public final class ClientOptions {
  private static final int CONNECT_MILLIS = 5_000;

  /// A connection that died while the computer slept is noticed within this time, not when the
  /// system gives it up after a quarter of an hour. Google's front ends close connections that are
  /// asked more often than every minute.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

  private static final Duration ALIVE_WITHIN = Duration.ofSeconds(10);

  /// The largest gRPC answer that is read. An answer of a model with pictures may have some 20 MB.
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  /// A refused connection surfaces in about a second; Google's defaults take 11.
  private static final Duration HTTP_ATTEMPT = Duration.ofSeconds(10);

  private static final Duration HTTP_READ = Duration.ofSeconds(20);

  private final String project;
  private final ConnectionOptions options;
  private final Timeouts timeouts;
  private final CredentialsFile.Variables variables;
  private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
  private final CountDownLatch known = new CountDownLatch(1);

  /// What became of the connection.
  private sealed interface Outcome {
    record Open(Door door) implements Outcome {}

    record Refused(CloudException why) implements Outcome {}
  }

  /// @param variables of the process, and what the connection says beside them
  public ClientOptions(
      Connection connection, Timeouts timeouts, CredentialsFile.Variables variables) {
    this.project = connection.project();
    this.options =
        connection instanceof Connection.Google google ? google.options() : ConnectionOptions.USUAL;
    this.timeouts = timeouts;
    this.variables = variables;
  }

  /// Says where and as whom, once. Asks nobody.
  public void connect(Endpoints endpoints) {
    settle(
        new Outcome.Open(
            switch (endpoints) {
              case Endpoints.Sandbox sandbox -> new Door.Loopback(sandbox);
              case Endpoints.Google _ -> applicationDefault();
            }));
  }

  /// If nothing is connected by now, nothing will be: whoever waits gets this failure.
  public void refuse(CloudException why) {
    settle(new Outcome.Refused(why));
  }

  private void settle(Outcome first) {
    if (outcome.compareAndSet(null, first)) {
      known.countDown();
    }
  }

  /// Where it serves, if that is known and is not Google.
  public Optional<URI> address() {
    return outcome.get() instanceof Outcome.Open(Door.Loopback(Endpoints.Sandbox at))
        ? Optional.of(at.rest())
        : Optional.empty();
  }

  private Door door() throws CloudException {
    try {
      known.await();
    } catch (InterruptedException e) {
      throw GoogleErrors.interrupted(e);
    }
    return switch (Objects.requireNonNull(outcome.get())) {
      case Outcome.Open(Door door) -> door;
      case Outcome.Refused(CloudException why) -> throw why;
    };
  }

  private RetrySettings retries(Duration attempt, Duration total) {
    return RetrySettings.newBuilder()
        .setMaxAttempts(3)
        .setInitialRetryDelayDuration(timeouts.pause())
        .setRetryDelayMultiplier(2)
        .setMaxRetryDelayDuration(Duration.ofSeconds(1))
        .setInitialRpcTimeoutDuration(attempt)
        .setMaxRpcTimeoutDuration(attempt)
        .setTotalTimeoutDuration(total)
        .build();
  }

  /// Credentials are looked for at each call: who signs in later goes on.
  private Door applicationDefault() {
    NetworkWay way = new NetworkWay(TlsTrust.of(variables), options.proxy());
    return new Door.Google(
        new WatchedCredentials(
            () -> CredentialsFile.find(variables),
            options.quotaProject().orElse(project),
            way::transport),
        way,
        ServiceHosts.of(variables));
  }

  /// For reads, which are tried again where that may help.
  public BigQueryOptions bigQuery() throws CloudException {
    return bigQuery(retries(HTTP_ATTEMPT, HTTP_READ));
  }

  /// For what must be sent once.
  public BigQueryOptions bigQueryOnce() throws CloudException {
    return bigQuery(ServiceOptions.getNoRetrySettings());
  }

  private BigQueryOptions bigQuery(RetrySettings retries) throws CloudException {
    BigQueryOptions.Builder builder =
        BigQueryOptions.newBuilder()
            .setProjectId(project)
            .setDataFormatOptions(DataFormatOptions.newBuilder().useInt64Timestamp(true).build())
            .setRetrySettings(retries);
    HttpTransportOptions.Builder transport =
        HttpTransportOptions.newBuilder()
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(httpMillis());
    switch (door()) {
      case Door.Loopback(Endpoints.Sandbox at) ->
          builder
              .setHost(Door.root(at))
              .setCredentials(NoCredentials.getInstance())
              .setHeaderProvider(FixedHeaderProvider.create("Authorization", Door.bearer(at)));
      case Door.Google(WatchedCredentials credentials, NetworkWay way, ServiceHosts hosts) -> {
        transport.setHttpTransportFactory(way::transport);
        builder
            .setUniverseDomain(hosts.universe())
            .setHost(hosts.rest("bigquery"))
            .setCredentials(credentials);
      }
    }
    return builder.setTransportOptions(new StayingTransport(transport)).build();
  }

  /// Where Vertex answers over gRPC. One address serves all locations of the sandbox.
  public String grpc(Location location) throws CloudException {
    return door().grpc(location);
  }

  /// https://docs.cloud.google.com/vertex-ai/docs/reference/rest#service-endpoint
  static String googleHost(Location location) {
    if (location.isGlobal()) {
      return "aiplatform.googleapis.com";
    }
    return location.isMultiRegion()
        ? "aiplatform." + location + ".rep.googleapis.com"
        : location + "-aiplatform.googleapis.com";
  }

  /// Address, credentials and watchers of a client over gRPC.
  ///
  /// @param grpc `host:port`
  public void configure(ClientSettings.Builder<?, ?> settings, String grpc) throws CloudException {
    Door door = door();
    settings
        .setEndpoint(grpc)
        .setTransportChannelProvider(
            InstantiatingGrpcChannelProvider.newBuilder()
                .setMaxInboundMessageSize(LARGEST_MESSAGE)
                .setChannelConfigurator(channel -> channel(channel, door))
                .build());
    switch (door) {
      case Door.Loopback(Endpoints.Sandbox at) ->
          settings
              .setCredentialsProvider(NoCredentialsProvider.create())
              .setHeaderProvider(FixedHeaderProvider.create("authorization", Door.bearer(at)));
      case Door.Google(WatchedCredentials credentials, NetworkWay _, ServiceHosts hosts) ->
          settings
              .setUniverseDomain(hosts.universe())
              .setCredentialsProvider(FixedCredentialsProvider.create(credentials));
    }
  }

  /// Without gRPC's own retries: unasked, it sends a call again whose stream was refused, or was
  /// above the last of a GOAWAY (https://grpc.io/docs/guides/retry/#transparent-retry), and takes
  /// the word of whoever stands between for whether the service had it.
  private static ManagedChannelBuilder<?> channel(ManagedChannelBuilder<?> channel, Door door) {
    channel.disableRetry().intercept(new DeliveryInterceptor());
    return switch (door) {
      case Door.Loopback _ -> channel.usePlaintext();
      case Door.Google google ->
          google
              .way()
              .lead(channel)
              .intercept(QuotaDenied.reads(google.credentials()))
              .intercept(new StaleTokens(google.credentials()))
              .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
              .keepAliveTimeout(ALIVE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    };
  }

  /// A call that changes nothing and may be repeated.
  public void read(UnaryCallSettings.Builder<?, ?> call) {
    call.setRetryableCodes(StatusCode.Code.UNAVAILABLE, StatusCode.Code.DEADLINE_EXCEEDED)
        .setRetrySettings(retries(timeouts.attempt(), timeouts.read()));
  }

  private int httpMillis() {
    return (int) timeouts.http().toMillis();
  }

  /// How long BigQuery may be out of reach while a job runs there.
  public Duration outage() {
    return timeouts.outage();
  }

  /// How long a create is waited for.
  public Duration createTimeout() {
    return timeouts.create();
  }

  /// A call that is sent once.
  public static void once(UnaryCallSettings.Builder<?, ?> call, Duration deadline) {
    call.setSimpleTimeoutNoRetriesDuration(deadline);
  }

  /// The root of Vertex over REST, ending without a slash.
  public String vertexRest(Location location) throws CloudException {
    return door().vertex(location);
  }

  /// The root of BigQuery.
  public String bigQueryRest() throws CloudException {
    return door().rest("bigquery");
  }

  /// The root of the Resource Manager.
  public String resourceManager() throws CloudException {
    return door().rest("cloudresourcemanager");
  }

  /// The root of Cloud Billing.
  public String billing() throws CloudException {
    return door().rest("cloudbilling");
  }

  /// The root of Cloud Storage.
  public String storage() throws CloudException {
    return door().rest("storage");
  }

  /// The credentials of Google; empty for the sandbox, whose token is what it is.
  public Optional<WatchedCredentials> credentials() throws CloudException {
    return door().watched();
  }

  /// What calls over HTTP travel by.
  public HttpTransport transport() throws CloudException {
    return door().transport();
  }

  /// For calls over HTTP that no client of Google's makes.
  public HttpRequestFactory http() throws CloudException {
    HttpRequestInitializer identity = door().identity();
    return transport()
        .createRequestFactory(request -> {
          identity.initialize(request);
          request
              .setConnectTimeout(CONNECT_MILLIS)
              .setReadTimeout(httpMillis())
              .setFollowRedirects(false);
        });
  }
}
