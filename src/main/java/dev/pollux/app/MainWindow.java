package dev.pollux.app;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.Connection;
import dev.pollux.run.Journal;
import dev.pollux.settings.Settings;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.ConnectionController;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.shell.ShellController;
import dev.pollux.ui.shell.ShellNavigation;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One window and the connection in it. FX thread only.
final class MainWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
  private static final String[] ROOMS = {
    "shell", "browser", "wizard", "jobs", "results", "connection"
  };
  private static final Settings.Window FIRST = new Settings.Window(-1, -1, 1280, 800, false);
  private static final double GRASP = 64;
  private final Parts parts;
  private final Stage stage;
  private final Runnable usable;
  private final MessageLog log;
  private final TaskRunner background;
  private Words words;
  private ShellNavigation navigation = new ShellNavigation();
  private @Nullable ShellController shell;
  private @Nullable Workspace workspace;
  private @Nullable ConnectionController chip;
  private @Nullable ConnectionSession session;
  private @Nullable CompletableFuture<Boolean> warm;
  private Optional<Path> waiting = Optional.empty();

  /// What the window is given.
  record Parts(
      UserSettings memory,
      Journal journal,
      CloudConnector clouds,
      Clock clock,
      ShellController.About about,
      UncaughtExceptions uncaught) {}

  /// @param usable called when the first screen stands
  MainWindow(Parts parts, Stage stage, Runnable usable) {
    this.parts = parts;
    this.stage = stage;
    this.usable = usable;
    this.log = new MessageLog(parts.clock());
    this.words = new Words(parts.memory().locale());
    this.background = new TaskRunner(new FxThreads(), this::onUnexpected);
    parts.uncaught().showIn(problem -> Platform.runLater(() -> tell(problem)));
  }

  /// A failure that nobody takes care of.
  private void onUnexpected(Throwable problem) {
    LOG.error("Nobody took care of this failure", problem);
    tell(problem);
  }

  private void tell(Throwable problem) {
    log.add(new FailureWords(words).explain(words.get("shell.unexpected"), problem));
  }

  Stage stage() {
    return stage;
  }

  void open() {
    Settings.Window place = parts.memory().settings().window().orElse(FIRST);
    theme();
    frame();
    Scene scene = new Scene(Objects.requireNonNull(shell).root(), place.width(), place.height());
    AppTheme.dress(scene, ROOMS);
    RecipeDrop.accept(scene, this::openRecipe);
    stage.setScene(scene);
    stage.setTitle("Pollux");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    if (onAScreen(place)) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(place.maximized());
    for (int size : List.of(16, 32, 48, 128, 256)) {
      InputStream icon = MainWindow.class.getResourceAsStream("pollux-" + size + ".png");
      stage.getIcons().add(new Image(Objects.requireNonNull(icon)));
    }
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> theme());
    stage.show();
    connect();
  }

  /// The screen that it was on may be gone. It counts where a piece of the title bar can be
  /// grasped.
  private static boolean onAScreen(Settings.Window place) {
    return place.x() >= 0
        && !Screen.getScreensForRectangle(place.x() + GRASP, place.y(), GRASP, GRASP).isEmpty();
  }

  private void frame() {
    navigation = new ShellNavigation();
    chip =
        new ConnectionController(
            parts.memory().connection(),
            CloudConnector.sandboxConnection(),
            words,
            to -> Objects.requireNonNull(session).connect(to));
    session =
        new ConnectionSession(background, words, parts.clouds()::connect, chip, new Screens());
    shell =
        new ShellController(
            navigation,
            words,
            parts.clock(),
            log,
            background.running(),
            chip.root(),
            parts.memory().preferences(this::theme, this::language),
            parts.about());
  }

  private void theme() {
    boolean dark =
        switch (parts.memory().settings().theme()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    AppTheme.theme(dark);
  }

  /// The words of every screen are made with it, so all of them are made anew.
  private void language() {
    words = new Words(parts.memory().locale());
    Objects.requireNonNull(session).close();
    frame();
    stage.getScene().setRoot(Objects.requireNonNull(shell).root());
    connect();
  }

  private void connect() {
    Objects.requireNonNull(session).connect(parts.memory().connection());
  }

  /// The screens of the session's cloud, in this window.
  private final class Screens implements ConnectionSession.Window {
    @Override
    public void show(GoogleCloud cloud) {
      Workspace made =
          new Workspace(
              cloud,
              new Workspace.Common(
                  parts.journal(),
                  background,
                  words,
                  navigation,
                  log,
                  parts.memory(),
                  parts.clock()));
      workspace = made;
      Objects.requireNonNull(shell).show(made.features());
      if (warm == null) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        warm = done;
        new ScreenWarmUp(words, made.screens(), ROOMS).start(() -> done.complete(true));
      }
      waiting.ifPresent(MainWindow.this::openRecipe);
      waiting = Optional.empty();
    }

    @Override
    public void leave() {
      if (workspace != null) {
        workspace.close();
        workspace = null;
      }
    }

    @Override
    public void connected(Connection connection) {
      parts.memory().remember(connection);
      parts.clouds().controls().ifPresent(Objects.requireNonNull(chip)::control);
      var _ = Objects.requireNonNull(warm).thenRun(usable);
    }

    @Override
    public void refused(FailureText why, Runnable again) {
      log.add(why);
      StatePane pane = new StatePane(new Label(), words);
      Objects.requireNonNull(shell).showInstead(pane.node());
      pane.failed(why, again);
    }

    @Override
    public void stayed(FailureText why) {
      log.add(why);
    }
  }

  /// Shows a recipe in the wizard, on the table that was last chosen there. Without a connection it
  /// waits for the next one.
  void openRecipe(Path file) {
    if (workspace == null) {
      waiting = Optional.of(file);
      return;
    }
    navigation.showWizard();
    workspace.openRecipe(file);
  }

  /// Brings the window before the person's eyes: it was started a second time.
  void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// A maximized window keeps the place that it goes back to.
  private Settings.Window place() {
    if (stage.isMaximized()) {
      Settings.Window before = parts.memory().settings().window().orElse(FIRST);
      return new Settings.Window(before.x(), before.y(), before.width(), before.height(), true);
    }
    return new Settings.Window(
        Math.max(0, stage.getX()),
        Math.max(0, stage.getY()),
        stage.getScene().getWidth(),
        stage.getScene().getHeight(),
        false);
  }

  @Override
  public void close() {
    if (stage.getWidth() > 0) {
      parts.memory().rememberWindow(place());
    }
    if (session != null) {
      session.close();
    }
    background.close();
    stage.close();
  }
}
