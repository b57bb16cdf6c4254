package dev.pollux.testing;

import dev.pollux.background.Background;
import dev.pollux.background.TaskRunner;
import dev.pollux.background.Threads;
import dev.pollux.background.Work;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Runs everything at once, on the calling thread: for stories in which order does not matter. What
/// is to begin after a pause never begins.
public final class SameThreadBackground implements Background {
  private final TaskRunner runner = new TaskRunner(new OneThread(), SameThreadBackground::refuse);

  private static void refuse(Throwable problem) {
    throw new AssertionError("nobody handled this failure", problem);
  }

  /// Answers are delivered when the work has returned: what they throw would be lost inside of it.
  private static final class OneThread implements Threads {
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private boolean working;

    @Override
    public void work(Runnable work, Duration pause) {
      if (pause.isZero()) {
        working = true;
        work.run();
        working = false;
        deliver();
      }
    }

    @Override
    public void screen(Runnable update) {
      answers.add(update);
      if (!working) {
        deliver();
      }
    }

    private void deliver() {
      while (!answers.isEmpty()) {
        answers.remove().run();
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public <T> Pending<T> task(Work<T> work) {
    return runner.task(work);
  }

  @Override
  public <T> Named<T> named(String name, Work<T> work) {
    return runner.named(name, work);
  }

  @Override
  public void show(Runnable update) {
    runner.show(update);
  }
}
