package dev.pollux.cloud.google.client;

import com.google.api.client.util.Sleeper;
import com.google.api.core.ApiFuture;
import dev.pollux.cloud.CloudException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The ways to call one of Google's clients: each turns its failures into ours, and can be
/// interrupted.
public final class ClientCalls {
  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;

  /// How long an answer over HTTP may take as a whole, its tries included: a byte every few seconds
  /// keeps the clients waiting for ever. A model may think for five minutes.
  private static final Duration WHOLE = Duration.ofMinutes(6);

  /// How long whoever is stopped waits for what ends what they began.
  private static final Duration LAST = Duration.ofSeconds(10);

  /// A call of a client that may throw anything of Google's.
  public interface Call<T> {
    T call() throws IOException, CloudException, InterruptedException;
  }

  private ClientCalls() {}

  /// Once, on a thread of its own; the BigQuery client has retries of its own.
  ///
  /// Whoever waits can always be stopped: Google's retry loop swallows interrupts, even with
  /// retries switched off (gax, BasicRetryingFuture.setAttemptFuture), and a caller inside of it
  /// would wait on for ever.
  public static <T> T once(Call<T> call) throws CloudException {
    return once(call, WHOLE);
  }

  /// @param whole how long the whole answer may take
  static <T> T once(Call<T> call, Duration whole) throws CloudException {
    long begun = System.nanoTime();
    FutureTask<T> task = start(call);
    try {
      return task.get(whole.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      task.cancel(true);
      throw GoogleErrors.interrupted(e);
    } catch (ExecutionException e) {
      throw GoogleErrors.of(cause(e), Duration.ofNanos(System.nanoTime() - begun));
    } catch (TimeoutException _) {
      // On a virtual thread this closes the connection, too.
      task.cancel(true);
      throw GoogleErrors.of(new SocketTimeoutException("the answer had not ended"), whole);
    }
  }

  /// The same of what changes something: where the answer is lost, the failure says that nobody
  /// knows whether it was done.
  public static <T> T change(Call<T> call) throws CloudException {
    try {
      return once(call);
    } catch (CloudException.Unavailable e) {
      throw UnansweredCalls.ofChange(e);
    }
  }

  /// The same of what ends something, which is to be done although whoever asks for it is stopped
  /// meanwhile: their interrupt stays for afterwards. It does not hold them for long: what takes
  /// longer goes on behind them.
  public static void last(Call<?> call) throws CloudException {
    FutureTask<?> task = start(call);
    if (isStoppedBeforeEnd(task)) {
      Thread.currentThread().interrupt();
    }
    switch (task.state()) {
      case SUCCESS, CANCELLED -> {}
      case FAILED -> throw GoogleErrors.of(cause(new ExecutionException(task.exceptionNow())));
      case RUNNING ->
          throw GoogleErrors.of(new SocketTimeoutException("the answer had not ended"), LAST);
    }
  }

  private static boolean isStoppedBeforeEnd(FutureTask<?> task) {
    long end = System.nanoTime() + LAST.toNanos();
    boolean stopped = false;
    while (true) {
      try {
        task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        return stopped;
      } catch (InterruptedException _) {
        stopped = true;
      } catch (ExecutionException | TimeoutException _) {
        return stopped;
      }
    }
  }

  private static Exception cause(ExecutionException e) {
    return e.getCause() instanceof Exception cause ? cause : e;
  }

  /// The same, of something that must be closed: where nobody waits for it any more when it is
  /// there, it is handed to `unwanted`.
  public static <T> T open(Call<T> call, Consumer<T> unwanted) throws CloudException {
    AtomicReference<@Nullable T> made = new AtomicReference<>();
    FutureTask<T> task =
        new FutureTask<>(() -> {
          T it = call.call();
          made.set(it);
          return it;
        });
    Thread.ofVirtual()
        .name("cloud")
        .start(() -> {
          task.run();
          if (task.isCancelled()) {
            close(made, unwanted);
          }
        });
    try {
      return await(task);
    } catch (CloudException e) {
      close(made, unwanted);
      throw e;
    }
  }

  private static <T> void close(AtomicReference<@Nullable T> made, Consumer<T> unwanted) {
    T it = made.getAndSet(null);
    if (it != null) {
      unwanted.accept(it);
    }
  }

  /// Begins a call; to be followed by [#await(FutureTask)].
  public static <T> FutureTask<T> start(Call<T> call) {
    FutureTask<T> task = new FutureTask<>(call::call);
    Thread.ofVirtual().name("cloud").start(task);
    return task;
  }

  /// Waits for a call that was begun. Who stops waiting stops the call.
  public static <T> T await(FutureTask<T> task) throws CloudException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      throw GoogleErrors.interrupted(e);
    } catch (ExecutionException e) {
      throw GoogleErrors.of(cause(e));
    }
  }

  /// Who was silent for as long as an answer may take is not asked again: whoever waits is to hear
  /// of it.
  private static boolean isLate(CloudException e) {
    return e.getCause() != null && UnansweredCalls.isLate(e.getCause());
  }

  /// A read by a client without retries.
  public static <T> T again(Call<T> call) throws CloudException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(call);
      } catch (CloudException.Unavailable e) {
        if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted() || isLate(e)) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << attempt);
      }
    }
  }

  /// Waits, unless somebody stops it.
  public static void pause(long millis) throws CloudException {
    try {
      Sleeper.DEFAULT.sleep(millis);
    } catch (InterruptedException e) {
      throw GoogleErrors.interrupted(e);
    }
  }

  /// Waits for a gRPC answer. The blocking methods of the generated clients cannot be interrupted.
  public static <T> T await(ApiFuture<T> answer) throws CloudException {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw GoogleErrors.interrupted(e);
    } catch (ExecutionException e) {
      throw GoogleErrors.of(cause(e));
    }
  }
}
