package dev.pollux.app.tour;

import dev.pollux.ui.kit.AfterFrame;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// Asks the FX thread for something, from the tour's own thread.
final class FxThread {
  private FxThread() {}

  /// @throws TourException when the FX thread does not answer within a minute, or fails
  static <T> T ask(Callable<T> question) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(question);
    Platform.runLater(task);
    try {
      return task.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TourException known) {
        throw known;
      }
      throw new TourException("the window failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new TourException("the window did not answer within a minute", e);
    }
  }

  /// Waits until what was changed so far is laid out and painted: lists and trees give their cells
  /// other lines only then.
  static void painted() throws InterruptedException {
    CompletableFuture<Boolean> painted = new CompletableFuture<>();
    run(() -> AfterFrame.run(() -> painted.complete(true)));
    try {
      painted.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new TourException("the window was not painted within a minute", e);
    }
  }

  static void run(Runnable action) throws InterruptedException {
    ask(() -> {
      action.run();
      return true;
    });
  }
}
