package dev.pollux.ui.connection;

import dev.pollux.doctor.DoctorReport;
import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.KeptConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where the window is connected, the connections that are kept, the one that is looked at, and
/// what is wrong with it.
final class ConnectionModel {
  /// Stands for the sandbox among the names; no person can type it.
  static final String SANDBOX = "\u0000sandbox";

  private final ReadOnlyObjectWrapper<Optional<Connection>> current;
  private final ReadOnlyObjectWrapper<Optional<Connection>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<KeptConnection>> kept =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.of(SANDBOX));
  private final ReadOnlyObjectWrapper<ConnectionForm> form =
      new ReadOnlyObjectWrapper<>(ConnectionForm.NEW);
  private final ReadOnlyObjectWrapper<Map<ConnectionField, String>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SandboxControls>> sandbox =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper faulty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<DoctorReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<String, Boolean>> tested =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyBooleanWrapper testable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
  private final ObservableList<String> projects = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper projectsSaid = new ReadOnlyStringWrapper("");

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

  /// The one used last first.
  ReadOnlyObjectProperty<List<KeptConnection>> kept() {
    return kept.getReadOnlyProperty();
  }

  /// The name of the one that is looked at; empty for one that is not kept so far.
  ReadOnlyObjectProperty<Optional<String>> selected() {
    return selected.getReadOnlyProperty();
  }

  boolean isSandboxSelected() {
    return selected.get().equals(Optional.of(SANDBOX));
  }

  boolean isSandboxUsed() {
    return current.get().filter(Connection::simulated).isPresent();
  }

  boolean isUsed(KeptConnection one) {
    return current.get().equals(Optional.of(one.leadsTo()));
  }

  /// What the fields begin with.
  ReadOnlyObjectProperty<ConnectionForm> form() {
    return form.getReadOnlyProperty();
  }

  /// What is wrong with what was typed, in words.
  ReadOnlyObjectProperty<Map<ConnectionField, String>> problems() {
    return problems.getReadOnlyProperty();
  }

  /// Why the last try failed; empty when it did not.
  ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<SandboxControls>> sandbox() {
    return sandbox.getReadOnlyProperty();
  }

  void keeps(List<KeptConnection> all) {
    kept.set(List.copyOf(all));
  }

  /// Another one is looked at; what was said of the one before is gone.
  void select(Optional<String> name, ConnectionForm begins) {
    problems.set(Map.of());
    failure.set("");
    report.set(Optional.empty());
    form.set(begins);
    selected.set(name);
  }

  void refuse(Map<ConnectionField, String> words) {
    problems.set(Map.copyOf(words));
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
    lookAtFaults();
  }

  /// Whether anything goes wrong in the sandbox on purpose.
  ReadOnlyBooleanProperty faulty() {
    return faulty.getReadOnlyProperty();
  }

  /// Somebody may have turned the sandbox.
  void lookAtFaults() {
    faulty.set(sandbox.get().filter(SandboxControls::isFaulty).isPresent());
  }

  /// What the last test found.
  ReadOnlyObjectProperty<Optional<DoctorReport>> report() {
    return report.getReadOnlyProperty();
  }

  /// Which were tested since the window was opened, by name, and whether all was well.
  ReadOnlyObjectProperty<Map<String, Boolean>> tested() {
    return tested.getReadOnlyProperty();
  }

  /// Whether there is somebody who tests.
  ReadOnlyBooleanProperty testable() {
    return testable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty testing() {
    return testing.getReadOnlyProperty();
  }

  void canTest() {
    testable.set(true);
  }

  void beginTest() {
    // It is about a moment that is over, and would stand above a report that says otherwise.
    failure.set("");
    report.set(Optional.empty());
    testing.set(true);
  }

  void found(String name, DoctorReport found) {
    Map<String, Boolean> all = new HashMap<>(tested.get());
    all.put(name, found.ok());
    tested.set(Map.copyOf(all));
    report.set(Optional.of(found));
  }

  void endTest() {
    testing.set(false);
  }

  /// Projects to choose from.
  ObservableList<String> projects() {
    return projects;
  }

  /// What becomes of the search for them.
  ReadOnlyStringProperty projectsSaid() {
    return projectsSaid.getReadOnlyProperty();
  }

  void offer(List<String> all, String said) {
    projects.setAll(all);
    projectsSaid.set(said);
  }
}
