package dev.pollux.app;

import dev.pollux.app.child.SandboxLaunch;
import dev.pollux.app.log.UncaughtExceptions;
import dev.pollux.app.notice.CommandNotice;
import dev.pollux.app.sandbox.WindowSandbox;
import dev.pollux.app.settings.UserSettings;
import dev.pollux.app.start.DisplayPlatform;
import dev.pollux.app.start.FxToolkit;
import dev.pollux.app.start.SecondStart;
import dev.pollux.app.start.StartDoor;
import dev.pollux.app.start.ToolkitFailure;
import dev.pollux.app.tour.Tour;
import dev.pollux.app.tour.TourPast;
import dev.pollux.app.tour.TourStart;
import dev.pollux.app.window.IdleCollection;
import dev.pollux.cli.Version;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryHold;
import dev.pollux.settings.DirectoryHolder;
import dev.pollux.settings.DirectoryInUse;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.StorageNotice;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellController;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The process with a window: starts the toolkit, shows the window, waits until it is closed.
final class WindowProcess {
  private static final String WINDOW = "Pollux";
  private static final int PICTURE_WIDTH = 1280;
  private static final int PICTURE_HEIGHT = 800;
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MS = 100;
  private static final int SHOW_SECONDS = 4;
  private final DataDirectory directory;
  private final boolean inside;
  private final List<StorageNotice> notices = new ArrayList<>();
  private final CompletableFuture<MainWindow> opened = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<StartDoor> door = Optional.empty();
  private final CompletableFuture<TourStart> usable = new CompletableFuture<>();
  private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

  WindowProcess(DataDirectory directory) {
    this(directory, false);
  }

  /// @param inside the sandbox runs in this process, for the training
  WindowProcess(DataDirectory directory, boolean inside) {
    this.directory = directory;
    this.inside = inside;
  }

  /// Opens the window, or hands over to the one that is open with the same data.
  ///
  /// @param recipe opened in the wizard
  /// @return the exit code
  int open(Optional<Path> recipe) throws Exception {
    for (int i = 0; i < ATTEMPTS; i++) {
      try (AutoCloseable _ = hold(WINDOW)) {
        return run(window -> {
          recipe.ifPresent(file -> Platform.runLater(() -> window.openRecipe(file)));
          closed.await();
          // Who starts Pollux from now on waits until these data are free.
          door.ifPresent(StartDoor::close);
          return 0;
        });
      } catch (DirectoryInUse e) {
        Optional<DirectoryHolder> holder = directory.holder();
        if (holder.isPresent() && !holder.get().what().equals(WINDOW)) {
          return unopened(e.getMessage());
        }
        switch (handOver(holder, recipe)) {
          case DONE -> {
            return 0;
          }
          case NO_ANSWER -> {
            return unopened(e.getMessage() + " Its window does not answer.");
          }
          case NOBODY -> TimeUnit.MILLISECONDS.sleep(PAUSE_MS); // it is just starting, or ending
        }
      }
    }
    return unopened("The data in " + directory.root() + " stay in use. Try again in a moment.");
  }

  private static SecondStart.Outcome handOver(
      Optional<DirectoryHolder> holder, Optional<Path> recipe) {
    return holder
        .flatMap(DirectoryHolder::door)
        .map(door -> SecondStart.handOver(door, recipe))
        .orElse(SecondStart.Outcome.NOBODY);
  }

  /// Who started Pollux from the desktop has no terminal to read.
  private static int unopened(@Nullable String why) {
    CommandNotice.here().show("Pollux", String.valueOf(why));
    return refused(why);
  }

  private static int refused(@Nullable String why) {
    System.err.println("pollux: " + why);
    return 1;
  }

  /// Holds the data for this window. Where the disk does not let it, the window opens all the same:
  /// nothing can be written there anyway.
  private AutoCloseable hold(String what) throws DirectoryInUse {
    try {
      DirectoryHold hold = directory.hold(what);
      StartDoor listening = StartDoor.open(this::show);
      hold.announce(listening.address());
      door = Optional.of(listening);
      return () -> {
        listening.close();
        hold.close();
      };
    } catch (DirectoryInUse e) {
      throw e;
    } catch (IOException e) {
      notices.add(
          new StorageNotice.FolderNotHeld(directory.root(), String.valueOf(e.getMessage())));
      return () -> {};
    }
  }

  /// What a second start asks for.
  private void show(Optional<Path> recipe) throws Exception {
    MainWindow window = opened.get(SHOW_SECONDS, TimeUnit.SECONDS);
    CompletableFuture<Boolean> shown = new CompletableFuture<>();
    Platform.runLater(() -> {
      if (closed.getCount() == 0) {
        shown.completeExceptionally(new IllegalStateException("the window was closed"));
        return;
      }
      window.toFront();
      recipe.ifPresent(window::openRecipe);
      shown.complete(true);
    });
    shown.get(SHOW_SECONDS, TimeUnit.SECONDS);
  }

  /// Does the tour instead of waiting for a person.
  ///
  /// @param past what became of the jobs of earlier days
  /// @return 0 when every step went well
  int tour(Path target, TourPast.Made past) throws Exception {
    try (AutoCloseable _ = directory.hold("`pollux tour`")) {
      return run(window -> {
        TourStart start = usable.get().without(past.took());
        settled.get(); // a person looks at the first screen before they click
        Platform.runLater(() -> {
          window.stage().setWidth(PICTURE_WIDTH);
          window.stage().setHeight(PICTURE_HEIGHT);
        });
        Scene scene = window.stage().getScene();
        Tour tour = new Tour(scene, target, AppTheme::theme, start, past.there());
        boolean well = tour.walk();
        System.err.println(
            well
                ? "The tour is in " + target + ": " + tour.effort()
                : "The tour failed; see " + target + "/tour.json");
        return well ? 0 : 1;
      });
    } catch (DirectoryInUse e) {
      return refused(e.getMessage());
    }
  }

  /// Opens the window and stays idle until the standard input ends: for measuring start and memory.
  ///
  /// @param usable called when the first screen can be used
  int start(Runnable usable) throws Exception {
    try (AutoCloseable _ = directory.hold("`pollux tour`")) {
      return run(window -> {
        this.usable.get();
        usable.run();
        System.in.transferTo(OutputStream.nullOutputStream());
        return 0;
      });
    } catch (DirectoryInUse e) {
      return refused(e.getMessage());
    }
  }

  private interface Stay {
    int until(MainWindow window) throws Exception;
  }

  private int run(Stay stay) throws Exception {
    UncaughtExceptions uncaught = UncaughtExceptions.install();
    Clock clock = Clock.systemUTC();
    // On one thread: where several log first at once, it prints that it had to replay them.
    var _ = LoggerFactory.getILoggerFactory();
    try (WindowSandbox sandbox = sandbox(clock)) {
      // Before all else: it takes as long as the window.
      if (SettingsStore.choosesSandbox(directory.settings())) {
        sandbox.prepare();
      }
      SettingsStore.zoom(directory.settings()).ifPresent(DisplayPlatform::scale);
      CompletableFuture<Boolean> toolkit = FxToolkit.start();
      uncaught.showIn(toolkit::completeExceptionally);
      return run(stay, sandbox, toolkit, uncaught, clock);
    } catch (ToolkitFailure e) {
      System.err.println("pollux: " + e.getMessage());
      return ToolkitFailure.EXIT_CODE;
    }
  }

  private int run(
      Stay stay,
      WindowSandbox sandbox,
      CompletableFuture<Boolean> toolkit,
      UncaughtExceptions uncaught,
      Clock clock)
      throws Exception {
    try (UserSettings memory =
        new UserSettings(
            SettingsStore.open(directory.settings()), KeptTexts.open(directory.kept()))) {
      if (memory.connection().simulated()) {
        sandbox.prepare();
      }
      try (Journal journal = SqliteJournal.open(directory.journal(), clock)) {
        notices.addAll(journal.notices());
        notices.addAll(memory.notices()); // the spending cap is said last, and so read first
        ToolkitFailure.await(toolkit);
        MainWindow window =
            start(
                new MainWindow.Parts(memory, journal, sandbox, clock, about(), uncaught, notices));
        try (IdleCollection idle = IdleCollection.ofThisProcess()) {
          Platform.runLater(() -> idle.watch(Window.getWindows()));
          return stay.until(window);
        } finally {
          FxToolkit.stop(window::close);
        }
      }
    }
  }

  private WindowSandbox sandbox(Clock clock) {
    return inside
        ? WindowSandbox.inside(directory, clock)
        : WindowSandbox.beside(SandboxLaunch.likeThis(directory.root()), clock);
  }

  private MainWindow start(MainWindow.Parts parts) throws InterruptedException, ExecutionException {
    Platform.runLater(() -> {
      try {
        MainWindow window = new MainWindow(parts, new Stage(), new First());
        window.stage().setOnHidden(_ -> closed.countDown());
        window.open();
        opened.complete(window);
      } catch (RuntimeException | Error e) {
        opened.completeExceptionally(e);
        usable.completeExceptionally(e);
        settled.completeExceptionally(e);
      }
    });
    return opened.get();
  }

  private ShellController.About about() {
    String versions =
        String.join(
            " · ",
            "Pollux " + Version.text(),
            "Java " + Runtime.version(),
            "JavaFX " + System.getProperty("javafx.version", "?"));
    return new ShellController.About(versions, directory.root().toString());
  }

  private final class First implements MainWindow.FirstScreen {
    @Override
    public void usable() {
      usable.complete(TourStart.now());
    }

    @Override
    public void settled() {
      settled.complete(true);
    }
  }
}
