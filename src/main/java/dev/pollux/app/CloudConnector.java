package dev.pollux.app;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.Endpoints;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.ui.connection.SandboxControls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connects clouds: to the sandbox, which is started when it is first needed, or to Google. The
/// adapter is the same; only endpoints and credentials differ.
final class CloudConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CloudConnector.class);
  private final Path sandboxData;
  private final InstantSource clock;
  private @Nullable Sandbox sandbox;

  CloudConnector(Path sandboxData, InstantSource clock) {
    this.sandboxData = sandboxData;
    this.clock = clock;
  }

  static Connection sandboxConnection() {
    return new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1);
  }

  /// Tells a cloud where it is. Blocks: the sandbox opens its file, or credentials are read.
  void connect(GoogleCloud cloud) throws CloudException, IOException {
    cloud.connect(
        switch (cloud.connection()) {
          case Connection.Sandbox _ -> endpoints(started());
          case Connection.Google _ -> new Endpoints.Google();
        });
  }

  /// Starts the sandbox on a thread of its own, if that is the connection, so that it opens its
  /// file while the window is drawn. A failure is not reported here: [#connect] tries once more,
  /// and its caller is told.
  void prepare(Connection connection) {
    if (connection instanceof Connection.Sandbox) {
      Thread.ofPlatform().daemon().name("sandbox-start").start(this::tryToStart);
    }
  }

  private void tryToStart() {
    try {
      started();
    } catch (IOException | RuntimeException e) {
      LOG.debug("The sandbox did not start at once", e);
    }
  }

  private static Endpoints endpoints(Sandbox running) {
    return new Endpoints.Sandbox(
        URI.create(running.restUrl()), running.grpcTarget(), running.token());
  }

  /// The sandbox, started if it was not.
  synchronized Sandbox started() throws IOException {
    if (sandbox == null) {
      sandbox = Sandbox.start(SandboxOptions.at(sandboxData, clock));
    }
    return sandbox;
  }

  /// What can be turned in the sandbox; empty while it does not run.
  synchronized Optional<SandboxControls> controls() {
    return Optional.ofNullable(sandbox).map(SandboxFaults::new);
  }

  @Override
  public synchronized void close() {
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
  }
}
