package dev.pollux.results.export;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// The most that the heap held while something was done: what lived on after a collection, looked
/// for again and again. What is garbage already does not count, and so neither does how large the
/// heap may become.
final class HeapPeak implements AutoCloseable {
  private static final long PAUSE_NANOS = 500_000_000;
  private final AtomicLong most = new AtomicLong();
  private final Thread watch = Thread.ofPlatform().daemon().start(this::watch);

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      System.gc();
      look();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look() {
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    most.accumulateAndGet(used, Math::max);
  }

  double megabytes() {
    return most.get() / 1e6;
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
