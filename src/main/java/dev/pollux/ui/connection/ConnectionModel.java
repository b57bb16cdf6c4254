package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Where the window is connected, and what is wrong with where it should be.
final class ConnectionModel {
  private final ReadOnlyObjectWrapper<Optional<Connection>> current;
  private final ReadOnlyObjectWrapper<Optional<Connection>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper projectProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper locationProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SandboxControls>> sandbox =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ConnectionModel(Connection current) {
    this.current = new ReadOnlyObjectWrapper<>(Optional.of(current));
  }

  /// The connection whose screens the window shows; empty where there are none.
  ReadOnlyObjectProperty<Optional<Connection>> current() {
    return current.getReadOnlyProperty();
  }

  /// The connection that is being made, if one is.
  ReadOnlyObjectProperty<Optional<Connection>> target() {
    return target.getReadOnlyProperty();
  }

  /// What is wrong with the project as typed; empty when nothing is.
  ReadOnlyStringProperty projectProblem() {
    return projectProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty locationProblem() {
    return locationProblem.getReadOnlyProperty();
  }

  /// Why the last try failed; empty when it did not.
  ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<SandboxControls>> sandbox() {
    return sandbox.getReadOnlyProperty();
  }

  void refuse(String project, String location) {
    projectProblem.set(project);
    locationProblem.set(location);
  }

  void show(Optional<Connection> connection) {
    current.set(connection);
  }

  void begin(Connection connection) {
    failure.set("");
    target.set(Optional.of(connection));
  }

  void succeed() {
    target.set(Optional.empty());
    failure.set("");
  }

  void fail(String why) {
    target.set(Optional.empty());
    failure.set(why);
  }

  void control(SandboxControls controls) {
    sandbox.set(Optional.of(controls));
  }
}
