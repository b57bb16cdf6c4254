package dev.pollux.app.settings;

import dev.pollux.settings.KeptConnection;
import dev.pollux.ui.connection.KeptConnections;
import java.util.List;
import java.util.Optional;

/// The connections to Google that are kept, by name.
public final class SavedConnections implements KeptConnections {
  private final UserSettings settings;

  public SavedConnections(UserSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<KeptConnection> all() {
    return settings.settings().cloud().connections();
  }

  @Override
  public void keep(Optional<String> before, KeptConnection now) {
    settings.update(s -> s.keep(before, now));
  }

  @Override
  public void forget(String name) {
    settings.update(s -> s.forget(name));
  }
}
