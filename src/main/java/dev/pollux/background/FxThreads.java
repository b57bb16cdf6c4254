package dev.pollux.background;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A virtual thread for each piece of work, and the FX thread for the screens.
public final class FxThreads implements Threads {
  private static final Logger LOG = LoggerFactory.getLogger(FxThreads.class);
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("pollux-", 0).factory());

  @Override
  public void work(Runnable work, Duration pause) {
    try {
      workers.execute(pause.isZero() ? work : () -> sleepThen(work, pause));
    } catch (RejectedExecutionException e) {
      LOG.debug("The window is closed: nobody waits for this task", e);
    }
  }

  private static void sleepThen(Runnable work, Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      return; // the window was closed
    }
    work.run();
  }

  @Override
  public void screen(Runnable update) {
    Platform.runLater(update);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
