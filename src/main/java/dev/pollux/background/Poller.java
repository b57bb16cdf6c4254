package dev.pollux.background;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;

/// Asks again and again: at the pace that the last answer sets, with full-jitter back-off on
/// failures that may heal, and not at all on those that need the person.
///
/// FX thread only, except for the question itself.
public final class Poller<T> extends ScheduledService<T> {
  private static final Duration SLOWEST_RETRY = Duration.ofMinutes(2);
  private final Callable<T> question;
  private final Function<T, Optional<Duration>> pace;
  private final Predicate<Throwable> healable;
  private final Consumer<T> onAnswer;
  private final Consumer<Exception> onFailure;
  private final RandomGenerator random;
  private int failures;

  /// @param pace the time from an answer to the next question; empty stops until [#restart()]
  public Poller(
      Callable<T> question,
      Function<T, Optional<Duration>> pace,
      Predicate<Throwable> healable,
      Consumer<T> onAnswer,
      Consumer<Exception> onFailure,
      RandomGenerator random) {
    this.question = question;
    this.pace = pace;
    this.healable = healable;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
    this.random = random;
    // ScheduledService counts a period from the start of a question, so a slow answer must not be
    // followed by the next question at once.
    setRestartOnFailure(true);
    setExecutor(virtualThreads());
  }

  private static Executor virtualThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("poll-", 0).factory());
  }

  @Override
  protected Task<T> createTask() {
    return new Task<>() {
      @Override
      protected T call() throws Exception {
        return question.call();
      }
    };
  }

  @Override
  protected void succeeded() {
    failures = 0;
    T answer = getValue();
    Optional<Duration> next = pace.apply(answer);
    next.ifPresent(p -> setPeriod(javafx.util.Duration.millis((double) p.toMillis())));
    onAnswer.accept(answer);
    if (next.isPresent()) {
      super.succeeded();
    } else {
      cancel();
    }
  }

  @Override
  protected void failed() {
    Throwable problem = getException();
    boolean again = healable.test(problem);
    if (again) {
      setPeriod(javafx.util.Duration.millis((double) backOff(failures++).toMillis()));
    }
    onFailure.accept(problem instanceof Exception e ? e : new IllegalStateException(problem));
    if (again) {
      super.failed();
    } else {
      cancel();
    }
  }

  /// Asks now. The wait for the next question must end first: [ScheduledService] leaves it running
  /// on a restart, and would then ask from two timers.
  @Override
  public void restart() {
    cancel();
    super.restart();
  }

  /// Full jitter: a random time up to a bound that doubles
  /// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
  private Duration backOff(int attempt) {
    long bound = Math.min(SLOWEST_RETRY.toMillis(), 1000L << Math.min(attempt, 10));
    return Duration.ofMillis(500 + random.nextLong(bound));
  }
}
