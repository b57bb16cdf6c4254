package dev.pollux.ui.connection;

import dev.pollux.settings.KeptConnection;
import java.util.List;
import java.util.Optional;

/// The connections that a person keeps.
public interface KeptConnections {
  /// The one used last first.
  List<KeptConnection> all();

  /// @param before the name of the one that is changed; empty for another one
  void keep(Optional<String> before, KeptConnection now);

  void forget(String name);
}
