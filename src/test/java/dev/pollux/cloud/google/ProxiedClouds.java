package dev.pollux.cloud.google;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.FaultProxy;
import java.net.URI;
import java.time.Duration;

/// A sandbox seen through the real adapter and a proxy that makes faults.
public final class ProxiedClouds {
  private static final Duration PAUSE = Duration.ofMillis(5);

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
    return open(
        sandbox,
        sandbox.restUrl(),
        proxy.target(),
        Timeouts.USUAL.withGrpc(create, read.multipliedBy(3).dividedBy(5), read));
  }

  /// With tries of reads that follow one another at once.
  ///
  /// @param read how long a read is, with all its tries
  public static Cloud quick(Sandbox sandbox, FaultProxy proxy, Duration read)
      throws CloudException {
    return open(
        sandbox,
        sandbox.restUrl(),
        proxy.target(),
        new Timeouts(
            Duration.ofSeconds(5),
            read.dividedBy(2),
            read,
            Timeouts.USUAL.http(),
            PAUSE,
            Timeouts.USUAL.outage()));
  }

  /// With the faults on the other door, and tries of reads that follow one another at once.
  ///
  /// @param rest where a proxy stands before BigQuery
  /// @param http how long the next byte of an answer is waited for
  /// @param outage how long BigQuery may be out of reach
  public static Cloud quick(Sandbox sandbox, String rest, Duration http, Duration outage)
      throws CloudException {
    return open(
        sandbox,
        rest,
        sandbox.grpcTarget(),
        new Timeouts(
            Timeouts.USUAL.create(),
            Timeouts.USUAL.attempt(),
            Timeouts.USUAL.read(),
            http,
            PAUSE,
            outage));
  }

  /// The sandbox of another process, with no proxy.
  ///
  /// @param read how long a read is waited for, with all its tries
  public static Cloud open(SandboxProcess sandbox, Duration read) throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(sandbox.rest()), sandbox.grpc(), sandbox.token()),
        Timeouts.USUAL.withGrpc(Timeouts.USUAL.create(), read, read));
  }

  private static Cloud open(Sandbox sandbox, String rest, String grpc, Timeouts timeouts)
      throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
        new Endpoints.Sandbox(URI.create(rest), grpc, sandbox.token()),
        timeouts);
  }
}
