package dev.pollux.sandbox.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A thread a request, and a limit to how long it waits for the client's next bytes: a request that
/// is sent by halves does not keep its thread. The JDK's server has a limit of its own, but for the
/// whole of a request, which would end a long upload.
final class HttpThreads implements Executor, AutoCloseable {
  /// Threads, and connections, that there are at most.
  static final int MOST = 512;

  /// How long a client may take.
  ///
  /// @param headers for the first line and the headers
  /// @param piece between two pieces of a body
  record Patience(Duration headers, Duration piece) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  private final Patience patience;

  private final Set<Worker> live = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(0, MOST, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-http-clock").factory());

  HttpThreads(Patience patience) {
    this.patience = patience;
    long look = Math.max(1, patience.headers().toMillis() / 10);
    var _ = clock.scheduleWithFixedDelay(this::interruptLate, look, look, TimeUnit.MILLISECONDS);
  }

  /// One thread, and until when it may wait for bytes.
  private final class Worker extends Thread {
    private long until = Long.MAX_VALUE;

    Worker(Runnable work) {
      super(null, work, "sandbox-http");
      setDaemon(true);
    }

    @Override
    public void run() {
      live.add(this);
      try {
        super.run();
      } finally {
        live.remove(this);
      }
    }

    synchronized void waitsFor(Duration time) {
      until = System.nanoTime() + time.toNanos();
    }

    synchronized void goesOn() {
      until = Long.MAX_VALUE;
    }

    /// An interrupt closes the channel that the thread reads from.
    synchronized void interruptIfLate() {
      if (until != Long.MAX_VALUE && System.nanoTime() - until > 0) {
        until = Long.MAX_VALUE;
        interrupt();
      }
    }
  }

  private Thread thread(Runnable work) {
    return new Worker(work);
  }

  private void interruptLate() {
    live.forEach(Worker::interruptIfLate);
  }

  /// Runs an exchange of the server: it begins by reading the headers.
  @Override
  public void execute(Runnable exchange) {
    pool.execute(() -> {
      waitsFor(patience.headers());
      try {
        exchange.run();
      } finally {
        goesOn();
        // The next exchange of this thread is not late.
        boolean _ = Thread.interrupted();
      }
    });
  }

  /// Says that the current thread has the headers, and works.
  void headersRead() {
    goesOn();
  }

  /// The same bytes; waiting for them has its limit.
  InputStream timed(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        waitsFor(patience.piece());
        try {
          return in.read();
        } finally {
          goesOn();
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        waitsFor(patience.piece());
        try {
          return in.read(bytes, offset, length);
        } finally {
          goesOn();
        }
      }
    };
  }

  private static void waitsFor(Duration time) {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.waitsFor(time);
    }
  }

  private static void goesOn() {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.goesOn();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pool.shutdownNow();
  }
}
