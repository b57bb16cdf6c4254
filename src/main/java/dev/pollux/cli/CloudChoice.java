package dev.pollux.cli;

import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.DataDirectory;

/// Which cloud a command asks.
public sealed interface CloudChoice {
  Connection connection();

  /// A sandbox that serves already, in another process.
  record Serving(SandboxAddress at) implements CloudChoice {
    @Override
    public Connection connection() {
      return new Connection.Sandbox(at.project(), Location.US_CENTRAL1);
    }
  }

  /// The connection that was chosen last in the window: Google, or the sandbox of the data
  /// directory, which is started for the command.
  record LastChosen(Connection connection, DataDirectory directory) implements CloudChoice {}
}
