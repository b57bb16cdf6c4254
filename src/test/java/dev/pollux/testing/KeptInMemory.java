package dev.pollux.testing;

import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.KeptConnection;
import dev.pollux.settings.Settings;
import dev.pollux.ui.connection.KeptConnections;
import java.util.List;
import java.util.Optional;

/// Connections that are kept as the settings keep them, and on no disk.
public final class KeptInMemory implements KeptConnections {
  private Settings settings = Settings.DEFAULT;

  @Override
  public List<KeptConnection> all() {
    return settings.cloud().connections();
  }

  @Override
  public void keep(Optional<String> before, KeptConnection now) {
    settings = settings.keep(before, now);
  }

  @Override
  public void forget(String name) {
    settings = settings.forget(name);
  }

  /// It was connected to.
  public void used(Connection.Google connection) {
    settings = settings.onGoogle(connection);
  }
}
