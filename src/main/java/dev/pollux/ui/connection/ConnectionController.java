package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import dev.pollux.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Parent;

/// The chip that says where the window is connected, and the panel behind it that changes it.
public final class ConnectionController {
  /// https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects: 6 to 30
  /// letters, digits and dashes; old ones stand under a domain.
  private static final Pattern PROJECT =
      Pattern.compile("([a-z0-9.-]{1,63}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");

  private final Words words;
  private final Connection sandbox;
  private final Consumer<Connection> connect;
  private final ConnectionModel model;
  private final ConnectionView view;

  /// @param current where the window is, or is about to be, connected
  /// @param sandbox the connection to the built-in sandbox
  /// @param connect is asked to connect; answers with [#connecting], then with [#connected] or
  ///   [#failed]
  public ConnectionController(
      Connection current, Connection sandbox, Words words, Consumer<Connection> connect) {
    this.words = words;
    this.sandbox = sandbox;
    this.connect = connect;
    this.model = new ConnectionModel(current);
    this.view = new ConnectionView(model, this, words);
  }

  /// The chip for the top bar.
  public Parent root() {
    return view.root();
  }

  /// Lets the panel show and turn the sandbox that was started.
  public void control(SandboxControls controls) {
    model.control(controls);
  }

  /// The window shows the screens of this connection, or of none.
  public void shows(Optional<Connection> connection) {
    model.show(connection);
  }

  /// A connection is being made.
  public void connecting(Connection connection) {
    model.begin(connection);
  }

  /// It stands.
  public void connected() {
    model.succeed();
  }

  /// It could not be made; the panel says why, in place.
  public void failed(String why) {
    model.fail(why);
  }

  void onSandbox() {
    connect.accept(sandbox);
  }

  /// Connects when what was typed can be a project and a location; says what is wrong otherwise.
  void onGoogle(String project, String location) {
    String id = project.strip();
    Optional<Location> place = location(location);
    model.refuse(projectProblem(id), place.isPresent() ? "" : words.get("connection.location.bad"));
    if (!model.projectProblem().get().isEmpty() || place.isEmpty()) {
      return;
    }
    connect.accept(new Connection.Google(id, place.get()));
  }

  void onFaults(SandboxControls.Faults faults) {
    model.sandbox().get().ifPresent(controls -> controls.setFaults(faults));
  }

  private String projectProblem(String id) {
    if (id.isEmpty()) {
      return words.get("connection.project.missing");
    }
    return PROJECT.matcher(id).matches() ? "" : words.get("connection.project.bad");
  }

  private static Optional<Location> location(String typed) {
    try {
      return Optional.of(new Location(typed)).filter(l -> !l.isMultiRegion());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
