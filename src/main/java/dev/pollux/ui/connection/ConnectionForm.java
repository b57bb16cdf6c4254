package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.settings.KeptConnection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A connection to Google as it is typed.
record ConnectionForm(KeptConnection.Hue hue, Map<ConnectionField, String> texts) {
  static final ConnectionForm NEW =
      new ConnectionForm(KeptConnection.Hue.BLUE, Map.of(ConnectionField.LOCATION, "us-central1"));

  ConnectionForm {
    texts = Map.copyOf(texts);
  }

  static ConnectionForm of(KeptConnection kept) {
    Map<ConnectionField, String> texts = new EnumMap<>(ConnectionField.class);
    ConnectionOptions own = kept.options();
    texts.put(ConnectionField.NAME, kept.name());
    texts.put(ConnectionField.PROJECT, kept.project());
    texts.put(ConnectionField.LOCATION, kept.location().id());
    texts.put(ConnectionField.DATASET, own.dataset().orElse(""));
    texts.put(ConnectionField.DATA_PROJECT, own.dataProject().orElse(""));
    texts.put(ConnectionField.QUOTA_PROJECT, own.quotaProject().orElse(""));
    texts.put(ConnectionField.CREDENTIALS, own.credentials().orElse(""));
    texts.put(ConnectionField.UNIVERSE, own.universe().orElse(""));
    texts.put(ConnectionField.ENDPOINTS, own.endpoints().orElse(""));
    texts.put(ConnectionField.PROXY, own.proxy().orElse(""));
    return new ConnectionForm(kept.hue(), texts);
  }

  /// One that is used and not kept.
  static ConnectionForm of(Connection.Google connection) {
    return of(KeptConnection.of(connection));
  }

  String text(ConnectionField field) {
    return texts.getOrDefault(field, "").strip();
  }

  /// Empty where nothing was typed.
  Optional<String> typed(ConnectionField field) {
    return Optional.of(text(field)).filter(text -> !text.isEmpty());
  }

  ConnectionForm with(ConnectionField field, String text) {
    Map<ConnectionField, String> changed = new EnumMap<>(ConnectionField.class);
    changed.putAll(texts);
    changed.put(field, text);
    return new ConnectionForm(hue, changed);
  }
}
