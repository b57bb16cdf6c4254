package dev.pollux.ui.connection;

import java.util.Locale;

/// What is typed of a connection to Google. Those after the dataset lie folded: few need them.
enum ConnectionField {
  NAME,
  PROJECT,
  LOCATION,
  DATASET,
  DATA_PROJECT,
  QUOTA_PROJECT,
  CREDENTIALS,
  UNIVERSE,
  ENDPOINTS,
  PROXY;

  boolean isFolded() {
    return compareTo(DATASET) > 0;
  }

  /// The key of its words, below `connection.field.`, and the end of its node's id.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
