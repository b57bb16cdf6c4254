package dev.pollux.app;

import dev.pollux.app.cloud.CloudConnector;
import dev.pollux.app.cloud.WindowDoctor;
import dev.pollux.app.cloud.WindowProjects;
import dev.pollux.app.settings.LookPreferences;
import dev.pollux.app.settings.SavedConnections;
import dev.pollux.app.settings.SettingsEditing;
import dev.pollux.background.TaskRunner;
import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.ConnectionController;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.settings.SettingsController;
import dev.pollux.ui.shell.ShellController;
import dev.pollux.ui.shell.ShellNavigation;

/// What stands around the screens in one language: the bars, the chip of the connection, and the
/// way from one cloud to the next. FX thread only.
final class WindowFrame implements AutoCloseable {
  private final Words words;
  private final ShellNavigation navigation = new ShellNavigation();
  private final ConnectionController chip;
  private final ConnectionSession session;
  private final ShellController shell;
  private final WindowDoctor doctor;

  /// What outlives a language.
  record Lasting(
      MainWindow.Parts parts, TaskRunner background, MessageLog log, SettingsEditing editing) {}

  /// In the language of the settings.
  ///
  /// @param screens shows those of the session's cloud
  WindowFrame(Lasting lasting, ConnectionSession.Window screens) {
    MainWindow.Parts parts = lasting.parts();
    TaskRunner background = lasting.background();
    words = new Words(parts.memory().locale());
    chip =
        new ConnectionController(
            parts.memory().connection(),
            CloudConnector.sandboxConnection(),
            new SavedConnections(parts.memory()),
            words,
            this::goTo);
    CloudConnector connector = new CloudConnector(parts.sandbox());
    doctor = new WindowDoctor(connector, () -> parts.memory().wizard().catalog(), parts.clock());
    chip.testing(background, doctor, new WindowProjects(connector));
    session = new ConnectionSession(background, words, connector::reach, chip, screens);
    shell =
        new ShellController(
            navigation,
            words,
            parts.clock(),
            lasting.log(),
            background.running(),
            chip.root(),
            new LookPreferences(lasting.editing()),
            () -> new SettingsController(lasting.editing(), parts.about().data(), words),
            parts.about());
  }

  private void goTo(Connection connection) {
    session.goTo(connection);
  }

  Words words() {
    return words;
  }

  ShellNavigation navigation() {
    return navigation;
  }

  ConnectionController chip() {
    return chip;
  }

  ConnectionSession session() {
    return session;
  }

  ShellController shell() {
    return shell;
  }

  /// Tests connections.
  WindowDoctor doctor() {
    return doctor;
  }

  /// Leaves the cloud. What runs is shown here no more.
  @Override
  public void close() {
    session.close();
    shell.close();
  }
}
