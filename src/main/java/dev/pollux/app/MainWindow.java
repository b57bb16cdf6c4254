package dev.pollux.app;

import dev.pollux.app.connecting.ConnectingCloud;
import dev.pollux.background.FxBackground;
import dev.pollux.cloud.Cloud;
import dev.pollux.domain.Connection;
import dev.pollux.run.Journal;
import dev.pollux.settings.StorageNotice;
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
import java.util.concurrent.CompletableFuture;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// One window and the connection in it. FX thread only.
final class MainWindow implements AutoCloseable {
  private static final String[] ROOMS = {
    "shell", "browser", "wizard", "jobs", "results", "connection"
  };
  private final Parts parts;
  private final Stage stage;
  private final Runnable usable;
  private final MessageLog log;
  private final FxBackground background;
  private Words words;
  private ShellNavigation navigation = new ShellNavigation();
  private @Nullable ShellController shell;
  private @Nullable Workspace workspace;
  private @Nullable ConnectionController chip;

  /// What the window is given.
  record Parts(
      UserSettings memory,
      Journal journal,
      CloudConnector clouds,
      Clock clock,
      ShellController.About about,
      List<StorageNotice> notices) {}

  /// @param usable called when the first screen stands
  MainWindow(Parts parts, Stage stage, Runnable usable) {
    this.parts = parts;
    this.stage = stage;
    this.usable = usable;
    this.log = new MessageLog(parts.clock());
    this.words = new Words(parts.memory().locale());
    this.background =
        new FxBackground(
            e -> log.add(new FailureWords(words).explain(words.get("shell.unexpected"), e)));
  }

  Stage stage() {
    return stage;
  }

  void open() {
    theme();
    frame();
    Scene scene = new Scene(Objects.requireNonNull(shell).root(), 1280, 800);
    AppTheme.dress(scene, ROOMS);
    RecipeDrop.accept(scene, this::openRecipe);
    stage.setScene(scene);
    stage.setTitle("Pollux");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    for (int size : List.of(16, 32, 48, 128, 256)) {
      InputStream icon = MainWindow.class.getResourceAsStream("pollux-" + size + ".png");
      stage.getIcons().add(new Image(Objects.requireNonNull(icon)));
    }
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> theme());
    WindowPlace.show(stage, parts.memory().settings().layout().window(), parts.memory()::keep);
    tell();
    begin(parts.memory().connection());
  }

  /// Says what was found in the files that last, and what cannot be kept in them from now on.
  private void tell() {
    NoticeWords notices = new NoticeWords(words);
    parts.notices().forEach(notice -> log.add(notices.of(notice)));
    if (!parts.notices().isEmpty()) {
      Objects.requireNonNull(shell).showMessages();
    }
    parts
        .memory()
        .onNotKept(notice -> Platform.runLater(() -> log.add(new NoticeWords(words).of(notice))));
  }

  private void frame() {
    navigation = new ShellNavigation();
    Connection current = parts.memory().connection();
    chip =
        new ConnectionController(current, CloudConnector.sandboxConnection(), words, this::connect);
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
        switch (parts.memory().settings().appearance().theme()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    AppTheme.theme(dark);
  }

  /// The words of every screen are made with it, so all of them are made anew.
  private void language() {
    words = new Words(parts.memory().locale());
    leave();
    frame();
    stage.getScene().setRoot(Objects.requireNonNull(shell).root());
    begin(parts.memory().connection());
  }

  /// Shows the screens at once; what they ask waits for the connection.
  private void begin(Connection connection) {
    ConnectingCloud cloud = new ConnectingCloud(connection);
    Workspace made = furnish(cloud);
    CompletableFuture<Boolean> rehearsed = new CompletableFuture<>();
    new ScreenWarmUp(words, made.screens(), ROOMS).start(() -> rehearsed.complete(true));
    background
        .task(words.get("shell.connecting"), _ -> parts.clouds().open(connection))
        .onSuccess(there -> {
          cloud.connected(there);
          welcome(connection);
          var _ = rehearsed.thenRun(usable);
        })
        .onFailure(e -> {
          cloud.refused(e);
          leave();
          onRefused(connection, e);
        })
        .start();
  }

  private void connect(Connection connection) {
    if (workspace == null) {
      begin(connection);
      return;
    }
    background
        .task(words.get("shell.connecting"), _ -> parts.clouds().open(connection))
        .onSuccess(there -> {
          furnish(there);
          welcome(connection);
        })
        .onFailure(e -> onRefused(connection, e))
        .start();
  }

  private void leave() {
    if (workspace != null) {
      workspace.close();
      workspace = null;
    }
  }

  /// A pane in place of the screens.
  private StatePane waiting() {
    StatePane pane = new StatePane(new Label(), words);
    Objects.requireNonNull(shell).showInstead(pane.node());
    return pane;
  }

  /// Where a connection stands already, it goes on; the panel says why the other could not be made.
  private void onRefused(Connection connection, Exception problem) {
    FailureText why = new FailureWords(words).explain(words.get("shell.connect.failed"), problem);
    Objects.requireNonNull(chip).failed(why.what() + " " + why.why() + " " + why.next());
    log.add(why);
    if (workspace == null) {
      waiting().failed(why, () -> connect(connection));
    }
  }

  private Workspace furnish(Cloud cloud) {
    leave();
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
    return made;
  }

  private void welcome(Connection connection) {
    parts.memory().remember(connection);
    Objects.requireNonNull(chip).connected(connection);
    parts.clouds().controls().ifPresent(Objects.requireNonNull(chip)::control);
  }

  /// Where the person sees it.
  void toFront() {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Shows a recipe in the wizard, on the table that was last chosen there.
  void openRecipe(Path file) {
    if (workspace != null) {
      navigation.showWizard();
      workspace.openRecipe(file);
    }
  }

  @Override
  public void close() {
    leave();
    background.close();
    stage.close();
  }
}
