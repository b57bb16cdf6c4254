package dev.pollux.app.cloud;

import dev.pollux.app.child.InnerSandbox;
import dev.pollux.cli.CloudChoice;
import dev.pollux.cli.CloudOpener;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.DataDirectory;
import java.time.InstantSource;

/// Opens clouds for the commands, by the adapter that the window uses.
public final class CommandClouds implements CloudOpener {
  private final InstantSource clock;

  public CommandClouds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public int with(CloudChoice choice, Work work) throws Exception {
    return switch (choice) {
      case CloudChoice.Serving(SandboxAddress at) -> {
        try (Cloud cloud =
            GoogleCloud.open(
                choice.connection(), new Endpoints.Sandbox(at.rest(), at.grpc(), at.token()))) {
          yield work.on(cloud);
        }
      }
      case CloudChoice.LastChosen(Connection connection, DataDirectory directory) ->
          chosen(connection, directory, work);
    };
  }

  /// The sandbox opens a file that one process may have open. It runs in this process: a second JVM
  /// would take longer to start than the checks take, and a crash would lose nothing but them.
  private int chosen(Connection connection, DataDirectory directory, Work work) throws Exception {
    try (AutoCloseable _ = connection.simulated() ? directory.hold("pollux") : () -> {};
        InnerSandbox sandbox = new InnerSandbox(directory, clock);
        GoogleCloud cloud = GoogleCloud.connecting(connection)) {
      new CloudConnector(sandbox).connect(cloud);
      return work.on(cloud);
    }
  }
}
