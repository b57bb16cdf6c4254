package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Where the window is connected, and what is wrong with where it should be.
final class ConnectionModel {
  private final ReadOnlyObjectWrapper<Connection> current;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper projectProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper locationProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SandboxControls>> sandbox =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ConnectionModel(Connection current) {
    this.current = new ReadOnlyObjectWrapper<>(current);
  }

  ReadOnlyObjectProperty<Connection> current() {
    return current.getReadOnlyProperty();
  }

  /// Whether a connection is being made.
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
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

  void begin() {
    failure.set("");
    busy.set(true);
  }

  void succeed(Connection connection) {
    busy.set(false);
    failure.set("");
    current.set(connection);
  }

  void fail(String why) {
    busy.set(false);
    failure.set(why);
  }

  void control(SandboxControls controls) {
    sandbox.set(Optional.of(controls));
  }
}
