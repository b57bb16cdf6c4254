package dev.pollux.background;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// One task of a [TaskRunner], from its description to its end.
///
/// `javafx.concurrent.Task` is not used: its `cancel` is false once the work is done, and it then
/// answers although it was cancelled. Here the end is a flag that only the thread of the screens
/// reads and writes, so that whoever comes first, answer or cancel, is the only one.
final class RunnerTask<T>
    implements Background.Named<T>, Background.Pending<T>, Background.Started, RunningTask {
  private static final double UNKNOWN = -1;
  private final TaskRunner runner;
  private final String name;
  private final FutureTask<Boolean> job;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private Duration pause = Duration.ZERO;
  private Consumer<T> success = _ -> {};
  private Consumer<Exception> failure;
  private Runnable cancelled = () -> {};
  private Runnable last = () -> {};
  private boolean worthWaiting;
  private boolean ended;

  RunnerTask(TaskRunner runner, String name, Work<T> work) {
    this.runner = runner;
    this.name = name;
    this.failure = runner::unhandled;
    this.job = new FutureTask<>(() -> work(work), true);
  }

  /// Off the thread of the screens.
  private void work(Work<T> work) {
    Runnable outcome;
    try {
      T value = work.call(new LatestProgress(runner.threads()::screen, this::showProgress));
      outcome = () -> success.accept(value);
    } catch (Exception e) {
      outcome =
          () -> {
            runner.failed(e);
            failure.accept(e);
          };
    } catch (Throwable e) {
      outcome = () -> failure.accept(new IllegalStateException(e));
    }
    Runnable answer = outcome;
    runner.threads().screen(() -> end(answer));
  }

  private void end(Runnable outcome) {
    if (ended) {
      return;
    }
    ended = true;
    runner.end(this);
    guarded(outcome);
    guarded(last);
  }

  private void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable e) {
      runner.unhandled(e);
    }
  }

  private void showProgress(long done, long total) {
    if (!ended) {
      progress.set(total > 0 ? Math.clamp((double) done / total, 0, 1) : UNKNOWN);
    }
  }

  @Override
  public Background.Named<T> worthWaiting() {
    worthWaiting = true;
    return this;
  }

  @Override
  public boolean isWorthWaiting() {
    return worthWaiting;
  }

  @Override
  public Background.Pending<T> onCancelled(Runnable action) {
    cancelled = action;
    return this;
  }

  @Override
  public Background.Pending<T> delayed(Duration later) {
    pause = later;
    return this;
  }

  @Override
  public Background.Pending<T> onSuccess(Consumer<T> action) {
    success = action;
    return this;
  }

  @Override
  public Background.Pending<T> onFailure(Consumer<Exception> action) {
    failure = action;
    return this;
  }

  @Override
  public Background.Pending<T> andFinally(Runnable action) {
    last = action;
    return this;
  }

  @Override
  public Background.Started start() {
    if (runner.begin(this)) {
      runner.threads().work(job, pause);
    }
    return this;
  }

  @Override
  public void cancel() {
    halt(() -> {});
  }

  @Override
  public void stop() {
    halt(cancelled);
  }

  private void halt(Runnable outcome) {
    job.cancel(true);
    end(outcome);
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
