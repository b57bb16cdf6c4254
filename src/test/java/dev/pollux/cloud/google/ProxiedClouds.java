package dev.pollux.cloud.google;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.FaultProxy;
import java.net.URI;
import java.time.Duration;

/// A sandbox seen through the real adapter and a proxy that makes faults.
public final class ProxiedClouds {
  private ProxiedClouds() {}

  /// @param create how long a create is waited for
  public static Cloud open(Sandbox sandbox, FaultProxy proxy, Duration create)
      throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(sandbox.restUrl()), proxy.target(), sandbox.token()),
        new Timeouts(create, Duration.ofSeconds(3), Duration.ofSeconds(5)));
  }
}
