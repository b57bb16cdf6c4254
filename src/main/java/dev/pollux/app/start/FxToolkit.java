package dev.pollux.app.start;

import dev.pollux.ui.kit.AppTheme;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JavaFX, from its start to its end, which both are ours to say.
public final class FxToolkit {
  private static final Logger LOG = LoggerFactory.getLogger(FxToolkit.class);
  private static final int LAST_SECONDS = 10;

  private FxToolkit() {}

  /// Whether this computer has what is drawn with. [#start()] asks as well: this is for those who
  /// have much to do before it.
  ///
  /// @throws ToolkitFailure when libraries are missing
  public static void requireLibraries() throws ToolkitFailure {
    SystemLibraries.ofThisComputer().check(!DisplayPlatform.drawsInMemory());
  }

  /// The toolkit, with fonts and theme, comes up beside all else.
  ///
  /// It does not end by itself when the last window is closed: what is still handed to its thread
  /// then would be dropped without a word, and whoever waits for it would wait for ever.
  public static CompletableFuture<Boolean> start() {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("toolkit-start")
        .start(() -> {
          try {
            requireLibraries();
            Platform.setImplicitExit(false);
            Platform.startup(() -> {
              AppTheme.loadFonts();
              AppTheme.theme(false);
              up.complete(true);
            });
          } catch (ToolkitFailure | RuntimeException | Error e) {
            up.completeExceptionally(e);
          }
        });
    return up;
  }

  /// Does something last on the FX thread, and ends JavaFX. Where that thread hangs, nobody waits
  /// for it longer than ten seconds: the process is to end, and lets go of its data.
  public static void stop(Runnable last) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        last.run();
      } finally {
        done.countDown();
      }
    });
    if (done.await(LAST_SECONDS, TimeUnit.SECONDS)) {
      Platform.exit();
    } else {
      // Platform.exit would wait for that thread as well; the JVM ends without it.
      LOG.error("The window did not close within {} seconds", LAST_SECONDS);
    }
  }
}
