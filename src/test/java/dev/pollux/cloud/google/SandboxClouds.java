package dev.pollux.cloud.google;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.sandbox.Sandbox;
import java.net.URI;

/// A sandbox seen through the real adapter.
public final class SandboxClouds {
  private SandboxClouds() {}

  public static Cloud open(Sandbox sandbox) throws CloudException {
    return open(sandbox, sandbox.token());
  }

  static Cloud open(Sandbox sandbox, String token) throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(sandbox.restUrl()), sandbox.grpcTarget(), token));
  }
}
