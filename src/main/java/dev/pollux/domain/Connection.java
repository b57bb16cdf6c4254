package dev.pollux.domain;

/// Where a person is connected.
public sealed interface Connection {
  String project();

  /// Where jobs go unless the data says otherwise.
  Location location();

  /// Whether answers are simulated and free.
  default boolean simulated() {
    return switch (this) {
      case Sandbox _ -> true;
      case Google _ -> false;
    };
  }

  record Sandbox(String project, Location location) implements Connection {}

  record Google(String project, Location location) implements Connection {}
}
