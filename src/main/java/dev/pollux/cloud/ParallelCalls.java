package dev.pollux.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Several calls of a port at a time, for questions that need many: sixty rows one after the other
/// take ten seconds. The first failure, and an interrupt, stop the calls that still run.
public final class ParallelCalls {
  private final int atATime;

  /// @param atATime how many of them at most
  public ParallelCalls(int atATime) {
    this.atATime = atATime;
  }

  /// Makes all the calls and waits for them.
  ///
  /// @param steps hears after each call
  /// @return the answers in the order in which they came
  public <T> List<T> all(List<Callable<T>> calls, StepsDone steps)
      throws CloudException, InterruptedException {
    Semaphore free = new Semaphore(atATime);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lookup-", 0).factory());
    try {
      ExecutorCompletionService<T> running = new ExecutorCompletionService<>(threads);
      for (Callable<T> call : calls) {
        running.submit(() -> limited(free, call));
      }
      List<T> answers = new ArrayList<>();
      for (int i = 0; i < calls.size(); i++) {
        answers.add(running.take().get());
        steps.done(i + 1, calls.size());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException stopped) {
        throw stopped;
      }
      throw cause(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T limited(Semaphore free, Callable<T> call) throws Exception {
    free.acquire();
    try {
      return call.call();
    } finally {
      free.release();
    }
  }

  private static CloudException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case CloudException failure -> failure;
      case RuntimeException failure -> throw failure;
      case Error failure -> throw failure;
      case null, default -> throw new IllegalStateException(e.getCause());
    };
  }
}
