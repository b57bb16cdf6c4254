package dev.pollux.app;

import dev.pollux.app.log.UncaughtExceptions;
import dev.pollux.app.notice.NoticeWords;
import dev.pollux.app.sandbox.SandboxStatus;
import dev.pollux.app.sandbox.SandboxWords;
import dev.pollux.app.sandbox.WindowSandbox;
import dev.pollux.app.settings.SavedLayout;
import dev.pollux.app.settings.SettingsEditing;
import dev.pollux.app.settings.UserSettings;
import dev.pollux.app.window.BannerLine;
import dev.pollux.app.window.FileDrop;
import dev.pollux.app.window.ScreenWarmUp;
import dev.pollux.app.window.StopQuestion;
import dev.pollux.app.window.WindowPlace;
import dev.pollux.app.window.WindowTheme;
import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.domain.connection.Connection;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.settings.StorageNotice;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobNews;
import dev.pollux.ui.kit.AfterFrame;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.LayoutMemory;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.shell.Banner;
import dev.pollux.ui.shell.ShellController;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One window and the connection in it. FX thread only.
final class MainWindow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);
  private static final String[] ROOMS = {
    "shell", "browser", "wizard", "jobs", "results", "connection", "settings"
  };
  private final Parts parts;
  private final Stage stage;
  private final FirstScreen first;
  private final MessageLog log;
  private final TaskRunner background;
  private final SandboxStatus sandbox;
  private WindowFrame frame;
  // One for the journal, whichever connection is open.
  private final RunClaims claims = new RunClaims();
  private @Nullable Workspace workspace;
  private final WindowTheme theme;
  private final SettingsEditing editing;
  private final StopQuestion stops;
  // Holds the frame, and for a moment what is laid out unseen.
  private final StackPane all = new StackPane();
  private @Nullable ScreenWarmUp warm;
  // A file of a person's that no screen can take so far.
  private Optional<Runnable> waiting = Optional.empty();
  // The screens that are made anew in another language.
  private Optional<Workspace> before = Optional.empty();
  private final BannerLine banners = new BannerLine(banner -> frame.shell().say(banner));

  /// What the window is given.
  record Parts(
      UserSettings memory,
      Journal journal,
      WindowSandbox sandbox,
      Clock clock,
      ShellController.About about,
      UncaughtExceptions uncaught,
      List<StorageNotice> notices) {}

  /// What is to be heard of the first screen. FX thread.
  interface FirstScreen {
    /// It is connected, and has been painted.
    void usable();

    /// Nothing is made out of sight any more.
    void settled();
  }

  MainWindow(Parts parts, Stage stage, FirstScreen first) {
    this.parts = parts;
    this.stage = stage;
    this.first = first;
    this.theme = new WindowTheme(() -> parts.memory().settings().appearance());
    this.log = new MessageLog(parts.clock());
    this.background = new TaskRunner(new FxThreads(), this::onUnexpected);
    this.stops = new StopQuestion(stage, background.running(), () -> frame.words());
    this.editing =
        new SettingsEditing(
            parts.memory(),
            theme::show,
            () -> stops.mayStop(StopQuestion.Cause.LANGUAGE),
            this::language);
    this.frame = frame();
    this.sandbox =
        new SandboxStatus(
            Platform::runLater, log, () -> new SandboxWords(frame.words()), new SandboxNews());
    parts.sandbox().showIn(sandbox);
    parts.uncaught().showIn(problem -> Platform.runLater(() -> tell(problem)));
  }

  /// A failure that nobody takes care of.
  private void onUnexpected(Throwable problem) {
    LOG.error("Nobody took care of this failure", problem);
    tell(problem);
  }

  private void tell(Throwable problem) {
    log.add(
        new FailureWords(frame.words()).explain(frame.words().get("shell.unexpected"), problem));
  }

  Stage stage() {
    return stage;
  }

  void open() {
    theme.follow();
    all.getChildren().setAll(frame.shell().root());
    Scene scene = new Scene(all, 1280, 800);
    AppTheme.dress(scene, ROOMS);
    LayoutMemory.put(scene, new SavedLayout(parts.memory()));
    FileDrop.accept(scene, this::openRecipe, this::importFile);
    stage.setScene(scene);
    stage.setTitle("Pollux");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    for (int size : List.of(16, 32, 48, 128, 256)) {
      InputStream icon = MainWindow.class.getResourceAsStream("pollux-" + size + ".png");
      stage.getIcons().add(new Image(Objects.requireNonNull(icon)));
    }
    stops.askAtClosing();
    // Before the window is there: its first frame has the screens in it.
    connect();
    WindowPlace.show(
        stage,
        parts.memory().settings().layout().window(),
        place -> parts.memory().update(s -> s.with(place)));
    tell();
  }

  /// Says what was found in the files that last, and what cannot be kept in them from now on.
  private void tell() {
    NoticeWords notices = new NoticeWords(frame.words());
    parts.notices().forEach(notice -> log.add(notices.of(notice)));
    if (!parts.notices().isEmpty()) {
      frame.shell().showMessages();
    }
    parts
        .memory()
        .onNotKept(
            notice -> Platform.runLater(() -> log.add(new NoticeWords(frame.words()).of(notice))));
  }

  private WindowFrame frame() {
    WindowFrame made =
        new WindowFrame(new WindowFrame.Lasting(parts, background, log, editing), new Screens());
    made.shell().place().subscribe(this::keepPlace);
    return made;
  }

  /// Keeps where the person is, for the next start and for other words.
  private void keepPlace() {
    if (workspace != null) {
      workspace.place(frame.shell().place().get()).keep(parts.memory());
    }
  }

  /// The words of every screen are made with it, so all of them are made anew.
  private void language() {
    boolean settings = frame.shell().showsSettings();
    // What is being typed is kept when its field loses the focus.
    all.requestFocus();
    before = Optional.ofNullable(workspace);
    frame.close();
    frame = frame();
    all.getChildren().setAll(frame.shell().root());
    // Keys go to what has the focus: else Ctrl+N would do nothing before a click.
    frame.shell().root().requestFocus();
    sandbox.show();
    if (settings) {
      frame.shell().showSettings();
    }
    connect();
  }

  private void connect() {
    frame.session().connect(parts.memory().connection());
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
                  claims,
                  background,
                  frame.words(),
                  frame.navigation(),
                  log,
                  parts.memory(),
                  parts.clock(),
                  new Session(),
                  stage::isFocused,
                  frame.session()::goTo,
                  frame.doctor()));
      LeftPlace left = LeftPlace.kept(parts.memory(), cloud.connection().project());
      before.filter(other -> other.isOf(cloud.connection())).ifPresent(made::goOnFrom);
      made.resume(left);
      before = Optional.empty();
      workspace = made;
      frame.shell().show(made.features(), left.screen());
      made.onMoved(MainWindow.this::keepPlace);
      waiting.ifPresent(Runnable::run);
      waiting = Optional.empty();
    }

    @Override
    public boolean mayLeave() {
      return stops.mayStop(StopQuestion.Cause.CONNECTION);
    }

    @Override
    public void leave() {
      if (warm != null && warm.stop()) {
        warm = null;
      }
      if (workspace != null) {
        workspace.close();
        workspace = null;
      }
      banners.signIn(Optional.empty());
    }

    @Override
    public void connected(Connection connection) {
      parts.memory().remember(connection);
      parts.sandbox().controls().ifPresent(frame.chip()::control);
      sandbox.connected();
      Objects.requireNonNull(workspace).connected();
      AfterFrame.run(this::usable);
    }

    private void usable() {
      first.usable();
      if (warm == null && workspace != null) {
        warm = new ScreenWarmUp(all, frame.words(), making(), workspace.unseen());
        warm.start();
        warm.whenDone(first::settled);
      }
    }

    /// What makes the panels, which stand in the window from then on.
    private List<Runnable> making() {
      List<Runnable> making = new ArrayList<>(frame.shell().making());
      making.addFirst(frame.chip()::make);
      return making;
    }

    @Override
    public void refused(FailureText why, Runnable again) {
      log.add(why);
      StatePane pane = new StatePane(new Label(), frame.words());
      frame.shell().showInstead(pane.node());
      pane.failed(why, again);
    }

    @Override
    public void stayed(FailureText why) {
      log.add(why);
    }

    @Override
    public void signedOut(CloudException.NotSignedIn why) {
      Objects.requireNonNull(workspace).onFailure(why);
    }
  }

  /// What becomes of the session of the workspace.
  private final class Session implements Workspace.SignInNews {
    @Override
    public void tell(JobNews.Line job) {
      Words words = frame.words();
      banners.news(
          new BannerLine.News(
              words.get("jobs.told", job.title(), job.state()),
              () -> job.run().ifPresent(frame.navigation()::showRun)),
          new BannerLine.Several(
              many -> words.get("jobs.told.several", many), frame.navigation()::showJobs),
          words.get("jobs.told.open"));
    }

    @Override
    public void say(Optional<Banner> banner) {
      banners.signIn(banner);
    }

    @Override
    public void signedIn() {
      frame.session().signedIn();
    }
  }

  /// What becomes of the sandbox, said above the screens.
  private final class SandboxNews implements SandboxStatus.Window {
    @Override
    public boolean isSimulated() {
      return parts.memory().connection().simulated();
    }

    @Override
    public void say(Optional<Banner> banner) {
      banners.sandbox(banner);
    }

    @Override
    public void reconnect() {
      connect();
    }

    @Override
    public void startAgain() {
      parts.sandbox().startAgain();
    }
  }

  /// Brings the window before the person's eyes.
  void toFront() {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Shows a recipe in the wizard, on the table that was last chosen there. Without a connection it
  /// waits for the next one.
  void openRecipe(Path file) {
    if (workspace == null) {
      waiting = Optional.of(() -> openRecipe(file));
      return;
    }
    frame.navigation().showWizard();
    workspace.openRecipe(file);
  }

  /// Looks into a file that is to become a table. Without a connection it waits for the next one.
  void importFile(Path file) {
    if (workspace == null) {
      waiting = Optional.of(() -> importFile(file));
      return;
    }
    frame.navigation().showTables();
    workspace.importFile(file);
  }

  @Override
  public void close() {
    frame.close();
    background.close();
    stage.close();
  }
}
