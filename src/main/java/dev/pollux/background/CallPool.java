package dev.pollux.background;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads for a task that makes many calls, some of them at once. Closed, it stops the calls that
/// still run.
public final class CallPool implements AutoCloseable {
  private final ExecutorService threads;

  /// @param atOnce how many calls run at a time
  public CallPool(int atOnce) {
    threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("calls-", 0).factory());
  }

  public <T> Future<T> submit(Callable<T> call) {
    return threads.submit(call);
  }

  /// Does not wait for the calls to end.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
