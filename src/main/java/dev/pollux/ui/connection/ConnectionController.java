package dev.pollux.ui.connection;

import dev.pollux.background.Background;
import dev.pollux.domain.connection.Connection;
import dev.pollux.settings.KeptConnection;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The chip that says where the window is connected, and the panel behind it with the connections
/// that are kept.
public final class ConnectionController {
  /// Projects are listed for a caller, and for no project.
  private static final String ANY = "any-project";

  private final Words words;
  private final Connection sandbox;
  private final KeptConnections kept;
  private final Consumer<Connection> connect;
  private final ConnectionModel model;
  private final ConnectionView view;
  private Optional<TestRun> tests = Optional.empty();
  private Optional<ProjectSearch> projects = Optional.empty();

  /// @param current where the window is, or is about to be, connected
  /// @param sandbox the connection to the built-in sandbox
  /// @param connect is asked to connect; answers with [#connecting], then with [#connected] or
  ///   [#failed]
  public ConnectionController(
      Connection current,
      Connection sandbox,
      KeptConnections kept,
      Words words,
      Consumer<Connection> connect) {
    this.words = words;
    this.sandbox = sandbox;
    this.kept = kept;
    this.connect = connect;
    this.model = new ConnectionModel(current);
    model.keeps(kept.all());
    look(current);
    this.view = new ConnectionView(model, this, words);
  }

  /// The chip for the top bar.
  public Parent root() {
    return view.root();
  }

  /// Makes ahead what the chip opens.
  public void make() {
    view.make();
  }

  /// Lets the panel show and turn the sandbox that was started.
  public void control(SandboxControls controls) {
    model.control(controls);
  }

  /// Lets the panel test connections, and look for projects.
  public void testing(Background by, ConnectionTester test, ProjectSource source) {
    tests = Optional.of(new TestRun(model, words, by, test));
    projects = Optional.of(new ProjectSearch(model, words, by, source));
    model.canTest();
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
    model.keeps(kept.all());
    model.current().get().ifPresent(this::look);
  }

  /// It could not be made; the panel says why, in place.
  public void failed(String why) {
    model.fail(why);
  }

  /// Looks at where the window is.
  private void look(Connection at) {
    switch (at) {
      case Connection.Sandbox _ ->
          model.select(Optional.of(ConnectionModel.SANDBOX), ConnectionForm.NEW);
      case Connection.Google google -> {
        Optional<KeptConnection> one =
            model.kept().get().stream().filter(k -> k.leadsTo().equals(google)).findFirst();
        model.select(
            one.map(KeptConnection::name),
            one.map(ConnectionForm::of).orElseGet(() -> ConnectionForm.of(google)));
      }
    }
  }

  void onSelect(String name) {
    tests.ifPresent(TestRun::cancel);
    model.select(
        Optional.of(name),
        model.kept().get().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .map(ConnectionForm::of)
            .orElse(ConnectionForm.NEW));
  }

  void onNew() {
    tests.ifPresent(TestRun::cancel);
    model.select(Optional.empty(), ConnectionForm.NEW);
  }

  void onSandbox() {
    connect.accept(sandbox);
  }

  /// Keeps what was typed and connects to it; says what is wrong where it cannot be a connection.
  void onGoogle(ConnectionForm form) {
    keep(form).map(KeptConnection::leadsTo).ifPresent(connect);
  }

  /// Keeps what was typed, and stays where the window is.
  void onKeep(ConnectionForm form) {
    keep(form);
  }

  private Optional<KeptConnection> keep(ConnectionForm form) {
    Optional<KeptConnection> typed = typed(form);
    typed.ifPresent(one -> {
      kept.keep(model.selected().get().filter(name -> !ConnectionModel.SANDBOX.equals(name)), one);
      model.keeps(kept.all());
      model.select(Optional.of(one.name()), ConnectionForm.of(one));
    });
    return typed;
  }

  private Optional<KeptConnection> typed(ConnectionForm form) {
    Set<String> others =
        model.kept().get().stream()
            .map(KeptConnection::name)
            .filter(name -> !model.selected().get().equals(Optional.of(name)))
            .collect(Collectors.toSet());
    FormCheck check = FormCheck.of(form, others);
    Map<ConnectionField, String> said = new EnumMap<>(ConnectionField.class);
    check.problems().forEach((field, problem) -> said.put(field, words.get(problem)));
    model.refuse(said);
    return check.connection();
  }

  /// Forgets the one that is looked at, if the person is sure.
  void onForget() {
    model
        .selected()
        .get()
        .filter(name ->
            Confirm.ask(
                root().getScene().getWindow(),
                words.get("connection.forget.title", name),
                words.get("connection.forget.text"),
                words.get("connection.forget.do"),
                words.get("connection.forget.keep")))
        .ifPresent(this::forget);
  }

  void forget(String name) {
    kept.forget(name);
    model.keeps(kept.all());
    model.select(Optional.of(ConnectionModel.SANDBOX), ConnectionForm.NEW);
  }

  /// Offers projects to choose from, as far as they can be asked for with what was typed.
  void onProjects(ConnectionForm form) {
    Connection.Google as =
        FormCheck.of(form.with(ConnectionField.PROJECT, ANY), Set.of())
            .connection()
            .map(KeptConnection::leadsTo)
            .orElseGet(() -> new Connection.Google(ANY, sandbox.location()));
    projects.ifPresent(search -> search.start(as));
  }

  void onTestSandbox() {
    test(sandbox, ConnectionModel.SANDBOX);
  }

  /// Tests what was typed; nothing changes where the window is.
  void onTest(ConnectionForm form) {
    typed(form).ifPresent(one -> test(one.leadsTo(), one.name()));
  }

  private void test(Connection connection, String name) {
    tests.ifPresent(run -> run.start(connection, name));
  }

  /// To be sent to whoever helps; there is no secret in it.
  void onCopyReport() {
    tests.ifPresent(run -> onCopy(run.report()));
  }

  /// Writes the same into a file that the person chose.
  void onSaveReport(Path file) {
    tests.ifPresent(run -> run.save(file));
  }

  void onCopy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  void onFaults(SandboxControls.Faults faults) {
    model.sandbox().get().ifPresent(controls -> controls.setFaults(faults));
    model.lookAtFaults();
  }

  void onConditions(Set<SandboxCondition> conditions) {
    model.sandbox().get().ifPresent(controls -> controls.setConditions(conditions));
    model.lookAtFaults();
  }
}
