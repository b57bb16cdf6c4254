package dev.pollux.testing;

import dev.pollux.background.Background;
import dev.pollux.background.RunningTask;
import dev.pollux.background.TaskRunner;
import dev.pollux.background.Threads;
import dev.pollux.background.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The [TaskRunner] of production on threads that stand still: the test decides which work runs,
/// and when its answer is delivered. Between the two a task is done and has not answered, which is
/// when a cancel comes too late in real life.
///
/// What was started waits in [#waiting()], oldest first; what its work left for the screen waits to
/// be delivered, in order.
public final class ManualBackground implements Background {
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private final List<Throwable> unhandled = new ArrayList<>();
  private final TaskRunner runner = new TaskRunner(new StillThreads(), unhandled::add);

  private record Waiting(Runnable work, Duration pause) {}

  private final class StillThreads implements Threads {
    @Override
    public void work(Runnable work, Duration pause) {
      waiting.add(new Waiting(work, pause));
    }

    @Override
    public void screen(Runnable update) {
      answers.add(update);
    }

    @Override
    public void close() {
      waiting.clear();
    }
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

  /// The runner itself, for what needs a scope of it.
  public TaskRunner runner() {
    return runner;
  }

  /// The pauses before the works that wait, one for each of them; cancelled ones wait on as well.
  public List<Duration> waiting() {
    return waiting.stream().map(Waiting::pause).toList();
  }

  /// Runs one of the works that wait; its answer is not delivered yet.
  public void work(int index) {
    waiting.remove(index).work().run();
  }

  /// Runs the works that wait now, oldest first, the pauses before them having passed.
  public void workAll() {
    List<Waiting> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(one -> one.work().run());
  }

  /// Delivers what was left for the screen by now.
  public void deliver() {
    List<Runnable> now = List.copyOf(answers);
    answers.clear();
    now.forEach(Runnable::run);
  }

  /// Works and delivers until nothing waits but what begins after a pause.
  public void settle() {
    while (!answers.isEmpty() || waiting.stream().anyMatch(one -> one.pause().isZero())) {
      List<Waiting> now = waiting.stream().filter(one -> one.pause().isZero()).toList();
      waiting.removeAll(now);
      now.forEach(one -> one.work().run());
      deliver();
    }
  }

  /// The names in the status bar.
  public List<String> running() {
    return runner.running().stream().map(RunningTask::name).toList();
  }

  /// The person stops a task in the status bar.
  public void stop(String name) {
    runner.running().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().stop();
  }

  /// What nobody took, to be looked at by the test.
  public List<Throwable> unhandled() {
    return unhandled;
  }
}
