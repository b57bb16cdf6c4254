package dev.pollux.domain.connection;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import java.util.Optional;

/// Where a person is connected.
public sealed interface Connection {
  /// The project that jobs run in, and that pays for them.
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

  /// The project whose tables are browsed first.
  default String dataProject() {
    return switch (this) {
      case Sandbox sandbox -> sandbox.project;
      case Google google -> google.options.dataProject().orElse(google.project);
    };
  }

  /// The dataset where answers go unless the person says otherwise.
  default Optional<DatasetRef> dataset() {
    return switch (this) {
      case Sandbox _ -> Optional.empty();
      case Google google ->
          google.options.dataset().flatMap(name -> DatasetRef.parse(google.project + "." + name));
    };
  }

  record Sandbox(String project, Location location) implements Connection {}

  record Google(String project, Location location, ConnectionOptions options)
      implements Connection {
    /// With nothing of its own.
    public Google(String project, Location location) {
      this(project, location, ConnectionOptions.USUAL);
    }
  }
}
