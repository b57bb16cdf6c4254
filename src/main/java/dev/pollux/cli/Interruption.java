package dev.pollux.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl+C of a command that moves runs: the command's thread is interrupted, and the process waits
/// until it has said what becomes of the run.
public final class Interruption implements AutoCloseable {
  /// A create that is on its way has a deadline of its own; a person does not wait for it.
  private static final int PATIENCE_SECONDS = 15;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interruption").unstarted(this::stop);
  private volatile boolean asked;

  private Interruption() {}

  /// From now on, for the thread that calls.
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void stop() {
    asked = true;
    worker.interrupt();
    try {
      boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether somebody pressed Ctrl+C, or interrupted the command's thread.
  public boolean asked() {
    boolean interrupted = Thread.interrupted();
    return asked || interrupted;
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It runs: the process is about to end.
    }
  }
}
