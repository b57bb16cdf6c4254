package dev.pollux.cli.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Ends a sandbox with the window that started it. The window holds the other end of its standard
/// input: however it ends, `kill -9` included, the system closes that end.
final class WindowWatch {
  /// A process that could not close its file by then is ended: the file survives that.
  private static final Duration TO_CLOSE = Duration.ofSeconds(3);

  private WindowWatch() {}

  /// @param serving whether there is something to close; a start cannot be stopped, and needs not
  /// @param close called on a thread of its own when the window has ended
  static void start(InputStream window, BooleanSupplier serving, Runnable close) {
    Thread.ofPlatform()
        .daemon()
        .name("window-watch")
        .start(() -> {
          untilEnd(window);
          if (serving.getAsBoolean()) {
            close.run();
            pause();
          }
          Runtime.getRuntime().halt(1);
        });
  }

  private static void untilEnd(InputStream window) {
    try {
      window.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // A pipe that broke has no other end either.
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(TO_CLOSE.toNanos());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
