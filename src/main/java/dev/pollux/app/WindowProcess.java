package dev.pollux.app;

import dev.pollux.app.tour.Tour;
import dev.pollux.cli.Version;
import dev.pollux.run.Journal;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.SettingsStore;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellController;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The process with a window: starts the toolkit, shows the window, waits until it is closed.
final class WindowProcess {
  private final DataDirectory directory;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Long> usable = new CompletableFuture<>();

  WindowProcess(DataDirectory directory) {
    this.directory = directory;
  }

  /// @param recipe opened in the wizard
  /// @return the exit code
  int open(Optional<Path> recipe) throws Exception {
    return hold(house -> {
      Platform.runLater(() -> fit(house.stage()));
      recipe.ifPresent(file -> Platform.runLater(() -> house.openRecipe(file)));
      closed.await();
      return 0;
    });
  }

  /// A window that is larger than the screen hides its edges.
  private static void fit(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (stage.getWidth() > screen.getWidth() || stage.getHeight() > screen.getHeight()) {
      stage.setX(screen.getMinX());
      stage.setY(screen.getMinY());
      stage.setWidth(Math.min(stage.getWidth(), screen.getWidth()));
      stage.setHeight(Math.min(stage.getHeight(), screen.getHeight()));
    }
  }

  /// Does the tour instead of waiting for a person.
  ///
  /// @return 0 when every step went well
  int tour(Path target) throws Exception {
    return hold(house -> {
      long start = usable.get();
      Scene scene = house.stage().getScene();
      boolean well = new Tour(scene, target, AppTheme::theme, start).walk();
      System.err.println(
          well ? "The tour is in " + target : "The tour failed; see " + target + "/tour.json");
      return well ? 0 : 1;
    });
  }

  private interface Stay {
    int until(MainWindow house) throws Exception;
  }

  private int hold(Stay stay) throws Exception {
    UncaughtExceptions uncaught = UncaughtExceptions.install();
    try (AutoCloseable _ = directory.hold()) {
      CompletableFuture<Boolean> toolkit = toolkit();
      Clock clock = Clock.systemUTC();
      try (UserSettings memory = new UserSettings(SettingsStore.open(directory.settings()));
          CloudConnector clouds = new CloudConnector(directory.sandbox(), clock)) {
        clouds.prepare(memory.connection());
        try (Journal journal = Journal.open(directory.journal())) {
          toolkit.get();
          MainWindow house =
              start(new MainWindow.Parts(memory, journal, clouds, clock, about(), uncaught));
          try {
            return stay.until(house);
          } finally {
            stop(house);
          }
        }
      }
    } catch (IOException e) {
      System.err.println("pollux: " + e.getMessage());
      return 1;
    }
  }

  /// The toolkit, with fonts and theme, comes up beside all else.
  private static CompletableFuture<Boolean> toolkit() {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("toolkit-start")
        .start(() -> {
          try {
            Platform.startup(() -> {
              AppTheme.loadFonts();
              AppTheme.theme(false);
              up.complete(true);
            });
          } catch (RuntimeException | Error e) {
            up.completeExceptionally(e);
          }
        });
    return up;
  }

  private MainWindow start(MainWindow.Parts parts) throws InterruptedException, ExecutionException {
    CompletableFuture<MainWindow> made = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        MainWindow house = new MainWindow(parts, new Stage(), this::onUsable);
        house.stage().setOnHidden(_ -> closed.countDown());
        house.open();
        made.complete(house);
      } catch (RuntimeException | Error e) {
        made.completeExceptionally(e);
        usable.completeExceptionally(e);
      }
    });
    return made.get();
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

  private void onUsable() {
    Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
    usable.complete(Duration.between(start, Instant.now()).toMillis());
  }

  private static void stop(MainWindow house) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        house.close();
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }
}
