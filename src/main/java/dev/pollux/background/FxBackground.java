package dev.pollux.background;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;

/// Background work on virtual threads, with the tasks that are running as an observable list.
public final class FxBackground implements Background, AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("pollux-", 0).factory());
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
  // Kept: an unmodifiable list listens weakly, and a forgotten one stops telling.
  private final ObservableList<RunningTask> shown =
      FXCollections.unmodifiableObservableList(running);
  private final Consumer<Exception> unhandled;

  /// @param unhandled gets each failure that nobody else takes, on the FX thread
  public FxBackground(Consumer<Exception> unhandled) {
    this.unhandled = unhandled;
  }

  /// The named tasks that run now, oldest first. FX thread only.
  public ObservableList<RunningTask> running() {
    return shown;
  }

  @Override
  public <T> Pending<T> task(String name, Work<T> work) {
    return new FxTask<>(name, work);
  }

  @Override
  public void show(Runnable update) {
    Platform.runLater(update);
  }

  /// Interrupts what still runs and takes no more.
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private final class FxTask<T> implements Pending<T>, Started, RunningTask {
    private final String name;
    private final Work<T> work;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final Task<T> task;
    private Consumer<T> success = _ -> {};
    private Consumer<Exception> failure = unhandled;
    private Runnable last = () -> {};

    FxTask(String name, Work<T> work) {
      this.name = name;
      this.work = work;
      this.task = new Body();
    }

    private final class Body extends Task<T> {
      @Override
      protected T call() throws Exception {
        return work.call(this::updateProgress);
      }

      @Override
      protected void succeeded() {
        finish(() -> success.accept(getValue()));
      }

      @Override
      protected void failed() {
        Throwable problem = getException();
        finish(() ->
            failure.accept(
                problem instanceof Exception e ? e : new IllegalStateException(problem)));
      }

      @Override
      protected void cancelled() {
        finish(() -> {});
      }
    }

    private void finish(Runnable outcome) {
      running.remove(this);
      try {
        outcome.run();
      } finally {
        last.run();
      }
    }

    @Override
    public Pending<T> onSuccess(Consumer<T> action) {
      success = action;
      return this;
    }

    @Override
    public Pending<T> onFailure(Consumer<Exception> action) {
      failure = action;
      return this;
    }

    @Override
    public Pending<T> andFinally(Runnable action) {
      last = action;
      return this;
    }

    @Override
    public Started start() {
      assert Platform.isFxApplicationThread();
      if (threads.isShutdown()) {
        return this; // the window is closing: nobody waits for an answer
      }
      progress.bind(task.progressProperty());
      if (!name.isEmpty()) {
        running.add(this);
      }
      threads.execute(task);
      return this;
    }

    @Override
    public void cancel() {
      task.cancel(true);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ReadOnlyDoubleProperty progress() {
      return progress.getReadOnlyProperty();
    }
  }
}
