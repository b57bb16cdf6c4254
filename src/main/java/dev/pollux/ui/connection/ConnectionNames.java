package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;

/// What a connection is called, on the chip and in its panel.
record ConnectionNames(Words words) {
  String of(Connection connection) {
    return connection.simulated()
        ? words.get("connection.chip.sandbox")
        : words.get("connection.chip.google", connection.project(), connection.location().id());
  }
}
