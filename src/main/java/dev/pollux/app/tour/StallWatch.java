package dev.pollux.app.tour;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Measures how long the FX thread leaves a knock at its door unanswered. Pictures are taken by the
/// tour, not by people, so the watch pauses for them.
final class StallWatch implements AutoCloseable {
  private static final long KNOCK_MS = 5;
  private static final long STALL_MS = 50;
  private final List<Stall> stalls = new ArrayList<>();
  private final AtomicLong waitingSince = new AtomicLong();
  private final Thread thread;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile long fxThread;
  private volatile boolean paused;
  private volatile String step = "";

  /// A time of `millis` in which the window did not move. The FX thread itself worked for
  /// `workedMillis` of it: the rest it waited for the renderer, or for others on the processor.
  record Stall(String step, long millis, long workedMillis) {}

  StallWatch() {
    thread = Thread.ofPlatform().daemon().name("stall-watch").unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  void step(String name) {
    step = name;
  }

  /// Runs an action on the FX thread that must not count.
  void withoutCounting(Runnable action) throws InterruptedException {
    paused = true;
    try {
      FxThread.run(action);
      FxThread.run(() -> {});
    } finally {
      paused = false;
    }
  }

  List<Stall> stalls() {
    synchronized (stalls) {
      return List.copyOf(stalls);
    }
  }

  private void watch() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(KNOCK_MS);
        boolean count = !paused;
        long knocked = System.nanoTime();
        if (waitingSince.compareAndSet(0, knocked)) {
          long worked = fxWork();
          Platform.runLater(() -> answer(count, worked));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private long fxWork() {
    long id = fxThread;
    return id == 0 ? 0 : threads.getThreadCpuTime(id);
  }

  private void answer(boolean count, long workedBefore) {
    boolean first = fxThread == 0;
    fxThread = Thread.currentThread().threadId();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - waitingSince.getAndSet(0));
    if (count && !paused && millis > STALL_MS) {
      synchronized (stalls) {
        long worked = first ? 0 : TimeUnit.NANOSECONDS.toMillis(fxWork() - workedBefore);
        stalls.add(new Stall(step, millis, worked));
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
