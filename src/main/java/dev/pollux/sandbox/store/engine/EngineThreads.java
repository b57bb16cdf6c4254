package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only threads that call DuckDB. It plans a statement by recursion on the stack of the thread
/// that calls it and does not look how much is left: 350 arms of UNION ALL on a thread with Java's
/// usual 1 MB end the process. These threads have 64 MB, of which only what is touched is memory.
///
/// Each thread knows the statement that it runs, so that closing can stop whatever runs.
public final class EngineThreads {
  private static final Logger LOG = LoggerFactory.getLogger(EngineThreads.class);
  private static final long STACK_BYTES = 64L << 20;

  /// How long [#stop] waits for statements that were told to stop.
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  private final Set<Engine> live = ConcurrentHashMap.newKeySet();
  private final ExecutorService pool =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
  private volatile boolean closing;

  /// One thread, and what it runs.
  private static final class Engine extends Thread {
    private final EngineThreads owner;
    private @Nullable Statement running;

    Engine(EngineThreads owner, Runnable work) {
      super(null, work, "sandbox-engine", STACK_BYTES);
      this.owner = owner;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        super.run();
      } finally {
        owner.live.remove(this);
      }
    }

    synchronized void runs(@Nullable Statement statement) {
      if (owner.closing && statement != null) {
        throw closed();
      }
      running = statement;
    }

    void cancel() {
      Statement now;
      synchronized (this) {
        now = running;
      }
      if (now != null) {
        EngineThreads.cancel(now);
      }
    }
  }

  /// Asks DuckDB to stop a statement. Not on the caller's thread: while a statement is planned, the
  /// driver lets the asking wait.
  static void cancel(Statement statement) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            statement.cancel();
          } catch (SQLException e) {
            LOG.debug("A statement had ended before it was stopped", e);
          }
        });
  }

  private Thread thread(Runnable work) {
    Engine engine = new Engine(this, work);
    live.add(engine);
    return engine;
  }

  /// Notes what the current thread runs from now on; null when it has ended.
  ///
  /// @throws StoreFailure if everything is being stopped
  public static void runs(@Nullable Statement statement) {
    if (Thread.currentThread() instanceof Engine engine) {
      engine.runs(statement);
    }
  }

  /// Runs work on one of the threads, at once if the caller is one, and waits for it. An interrupt
  /// of the caller is kept for it: what DuckDB does is ended by cancelling its statement only.
  <T> T call(Callable<T> work) throws Exception {
    if (Thread.currentThread() instanceof Engine engine && engine.owner == this) {
      return work.call();
    }
    Future<T> result;
    try {
      result = pool.submit(work);
    } catch (RejectedExecutionException e) {
      StoreFailure closed = closed();
      closed.addSuppressed(e);
      throw closed;
    }
    return await(result);
  }

  private static <T> T await(Future<T> result) throws Exception {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException _) {
          interrupted = true;
        } catch (CancellationException e) {
          throw new StoreFailure(Kind.STOPPED, String.valueOf(e.getMessage()), e);
        } catch (ExecutionException e) {
          throw cause(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Exception cause(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException thrown -> thrown;
      case SQLException thrown -> thrown;
      case StackOverflowError _ -> new StoreFailure(Kind.TOO_COMPLEX, StoreFailure.COMPLEX, e);
      case OutOfMemoryError _ -> new StoreFailure(Kind.TOO_COMPLEX, StoreFailure.MEMORY, e);
      case null, default -> e;
    };
  }

  private static StoreFailure closed() {
    return new StoreFailure(Kind.STOPPED, "Job execution was cancelled: the sandbox is closing");
  }

  /// Stops whatever runs, and lets nothing new begin.
  ///
  /// @return whether all threads have ended; if not, DuckDB must not be closed under them
  boolean stop() {
    closing = true;
    pool.shutdown();
    long until = System.nanoTime() + PATIENCE_NANOS;
    boolean ended = false;
    while (!ended && System.nanoTime() < until) {
      // Again and again: a statement that was between two steps did not hear the first time.
      live.forEach(Engine::cancel);
      try {
        ended = pool.awaitTermination(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return ended;
  }
}
