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
    return open(sandbox, proxy, create, Duration.ofSeconds(5));
  }

  /// @param create how long a create is waited for
  /// @param read how long a read is, with all its tries
  public static Cloud open(Sandbox sandbox, FaultProxy proxy, Duration create, Duration read)
      throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(sandbox.restUrl()), proxy.target(), sandbox.token()),
        new Timeouts(create, read.multipliedBy(3).dividedBy(5), read));
  }
}
