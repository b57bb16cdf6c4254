package dev.pollux.cloud.google.client;

import java.net.URI;

/// Where a cloud is, and as whom it is asked.
public sealed interface Endpoints {
  /// A sandbox on loopback: plain http, plain gRPC, one bearer token for both. `grpc` is
  /// `host:port`.
  record Sandbox(URI rest, String grpc, String token) implements Endpoints {
    @Override
    public String toString() {
      return "Sandbox[" + rest + ", " + grpc + "]";
    }
  }

  /// Google, as Application Default Credentials say
  /// (https://cloud.google.com/docs/authentication/application-default-credentials).
  record Google() implements Endpoints {}
}
