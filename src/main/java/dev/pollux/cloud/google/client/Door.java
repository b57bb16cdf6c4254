package dev.pollux.cloud.google.client;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.pollux.cloud.google.credentials.WatchedCredentials;
import dev.pollux.domain.Location;
import java.util.Optional;

/// Where the services of a connection answer, and as whom they are asked.
sealed interface Door {
  /// One address serves all services and locations of the sandbox.
  record Loopback(Endpoints.Sandbox at) implements Door {}

  /// @param way how connections are made
  /// @param hosts where the services answer
  record Google(WatchedCredentials credentials, NetworkWay way, ServiceHosts hosts)
      implements Door {}

  /// The root of a service over REST, ending without a slash.
  ///
  /// @param service as its host is called: `bigquery`
  default String rest(String service) {
    return switch (this) {
      case Loopback(Endpoints.Sandbox at) -> root(at);
      case Google google -> google.hosts().rest(service);
    };
  }

  /// The root of Vertex over REST, ending without a slash.
  default String vertex(Location location) {
    return switch (this) {
      case Loopback(Endpoints.Sandbox at) -> root(at);
      case Google google -> google.hosts().vertex(location);
    };
  }

  /// Where Vertex answers over gRPC.
  default String grpc(Location location) {
    return switch (this) {
      case Loopback(Endpoints.Sandbox at) -> at.grpc();
      case Google google -> google.hosts().vertexGrpc(location);
    };
  }

  /// The credentials of Google; empty for the sandbox, whose token is what it is.
  default Optional<WatchedCredentials> watched() {
    return switch (this) {
      case Loopback _ -> Optional.empty();
      case Google google -> Optional.of(google.credentials());
    };
  }

  /// What calls over HTTP travel by.
  default HttpTransport transport() {
    return switch (this) {
      case Loopback _ -> new NetHttpTransport();
      case Google google -> google.way().transport();
    };
  }

  /// Says with each call over HTTP who asks.
  default HttpRequestInitializer identity() {
    return switch (this) {
      case Door.Loopback(Endpoints.Sandbox at) ->
          request -> request.getHeaders().setAuthorization(Door.bearer(at));
      case Door.Google google -> {
        HttpCredentialsAdapter adapter = new HttpCredentialsAdapter(google.credentials());
        yield request -> {
          adapter.initialize(request);
          QuotaDenied.watch(request, google.credentials());
        };
      }
    };
  }

  static String root(Endpoints.Sandbox at) {
    return at.rest().toString().replaceFirst("/$", "");
  }

  static String bearer(Endpoints.Sandbox at) {
    return "Bearer " + at.token();
  }
}
