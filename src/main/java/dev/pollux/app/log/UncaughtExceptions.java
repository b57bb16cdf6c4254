package dev.pollux.app.log;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of every exception that nobody caught, on any thread, the FX thread included. Each is
/// written to the log, which is standard error; as soon as there is a window it is shown there too.
public final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UncaughtExceptions.class);
  private final AtomicReference<@Nullable Consumer<Throwable>> window = new AtomicReference<>();

  /// Takes the place of the handler that the process came with. To be called before anything else
  /// starts a thread.
  public static UncaughtExceptions install() {
    UncaughtExceptions installed = new UncaughtExceptions();
    Thread.setDefaultUncaughtExceptionHandler(installed);
    return installed;
  }

  /// From now on they are shown.
  ///
  /// @param show may be called on any thread
  public void showIn(Consumer<Throwable> show) {
    window.set(show);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable problem) {
    LOG.error("Nobody caught this on the thread {}", thread.getName(), problem);
    Consumer<Throwable> show = window.get();
    if (show == null) {
      return;
    }
    try {
      show.accept(problem);
    } catch (RuntimeException e) {
      LOG.error("The window could not show it", e);
    }
  }
}
