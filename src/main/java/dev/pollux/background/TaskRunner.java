package dev.pollux.background;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs tasks, with those that have a name and run now as an observable list. Owned by the thread
/// of the screens.
public final class TaskRunner implements Background, AutoCloseable {
  private final Threads threads;
  private final Consumer<Throwable> unhandled;
  private final Consumer<Exception> failed;
  private final Runnable whenClosed;
  private final ObservableList<RunningTask> running;
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it
  // would be collected while they still wait for changes.
  private final ObservableList<RunningTask> readable;
  private final Set<RunnerTask<?>> active = new LinkedHashSet<>();
  private boolean closed;

  /// @param unhandled gets, on the thread of the screens, each failure that nobody else takes
  public TaskRunner(Threads threads, Consumer<Throwable> unhandled) {
    this(threads, unhandled, _ -> {}, threads::close, FXCollections.observableArrayList());
  }

  private TaskRunner(
      Threads threads,
      Consumer<Throwable> unhandled,
      Consumer<Exception> failed,
      Runnable whenClosed,
      ObservableList<RunningTask> running) {
    this.threads = threads;
    this.unhandled = unhandled;
    this.failed = failed;
    this.whenClosed = whenClosed;
    this.running = running;
    this.readable = FXCollections.unmodifiableObservableList(running);
  }

  /// A runner on the same threads, with the same list of running tasks, whose tasks end when it is
  /// closed: for what belongs to one connection.
  public TaskRunner scope() {
    return scope(_ -> {});
  }

  /// The same.
  ///
  /// @param failed hears of each failure of its tasks, before whoever takes it
  public TaskRunner scope(Consumer<Exception> failed) {
    return new TaskRunner(threads, unhandled, failed, () -> {}, running);
  }

  /// The named tasks that run now, oldest first.
  public ObservableList<RunningTask> running() {
    return readable;
  }

  @Override
  public <T> Pending<T> task(Work<T> work) {
    return new RunnerTask<>(this, "", work);
  }

  @Override
  public <T> Named<T> named(String name, Work<T> work) {
    return new RunnerTask<>(this, name, work);
  }

  @Override
  public void show(Runnable update) {
    threads.screen(() -> {
      if (!closed) {
        update.run();
      }
    });
  }

  /// Ends all tasks, as if the person had stopped them, and starts no more: what is started from
  /// now on is forgotten, since nobody waits for it.
  @Override
  public void close() {
    closed = true;
    List.copyOf(active).forEach(RunnerTask::stop);
    whenClosed.run();
  }

  Threads threads() {
    return threads;
  }

  /// @return whether the task may run
  boolean begin(RunnerTask<?> task) {
    if (closed) {
      return false;
    }
    active.add(task);
    if (!task.name().isEmpty()) {
      running.add(task);
    }
    return true;
  }

  void end(RunnerTask<?> task) {
    active.remove(task);
    running.remove(task);
  }

  void failed(Exception problem) {
    failed.accept(problem);
  }

  void unhandled(Throwable problem) {
    unhandled.accept(problem);
  }
}
