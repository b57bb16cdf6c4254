package dev.pollux.app;

import dev.pollux.app.log.UncaughtExceptions;
import dev.pollux.app.sandbox.WindowSandbox;
import dev.pollux.app.settings.UserSettings;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.settings.Appearance;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.ui.connection.SandboxControls;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.shell.ShellController;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window that people see, on a sandbox of its own, with data in a folder.
final class OpenedWindow {
  private final UserSettings memory;
  private final Journal journal;
  private final WindowSandbox sandbox;
  private final MainWindow window;
  private final CompletableFuture<Boolean> usable = new CompletableFuture<>();

  /// On the FX thread.
  OpenedWindow(Path folder, Stage stage) {
    AppTheme.loadFonts();
    DataDirectory data = directory(folder);
    Clock clock = Clock.systemUTC();
    memory = new UserSettings(SettingsStore.open(data.settings()), KeptTexts.open(data.kept()));
    journal = SqliteJournal.open(data.journal(), clock);
    sandbox = WindowSandbox.inside(data, clock);
    memory.update(s -> s.with(Appearance.Language.EN).with(Appearance.Theme.LIGHT));
    window =
        new MainWindow(
            new MainWindow.Parts(
                memory,
                journal,
                sandbox,
                clock,
                new ShellController.About("Pollux 1.0 · Java 25 · JavaFX 25", folder.toString()),
                UncaughtExceptions.install(),
                List.of()),
            stage,
            new MainWindow.FirstScreen() {
              @Override
              public void usable() {}

              @Override
              public void settled() {
                usable.complete(true);
              }
            });
    window.open();
  }

  private static DataDirectory directory(Path folder) {
    try {
      return DataDirectory.of(Optional.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitUsable() throws Exception {
    usable.get(60, TimeUnit.SECONDS);
  }

  /// What goes wrong in the sandbox on purpose.
  void fail(SandboxControls.Faults faults) {
    sandbox.controls().orElseThrow().setFaults(faults);
  }

  /// As when a file with rows is dropped. FX thread only.
  void drop(Path file) {
    window.importFile(file);
  }

  /// Not on the FX thread.
  void close() throws Exception {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    AtomicReference<RuntimeException> problem = new AtomicReference<>();
    Platform.runLater(() -> {
      try {
        window.close();
      } catch (RuntimeException e) {
        problem.set(e);
      }
      closed.complete(true);
    });
    closed.get(30, TimeUnit.SECONDS);
    sandbox.close();
    journal.close();
    memory.close();
    if (problem.get() != null) {
      throw problem.get();
    }
  }
}
