package dev.pollux.background;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/// Asks again and again, one question at a time. The pause is counted from an answer, so that a
/// slow answer is not followed by the next question at once. FX thread only, except for the
/// question itself.
public final class Poller<T> implements AutoCloseable {
  /// So that whoever looks at a screen sees the truth within a minute after a storm.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(55);

  private static final Duration SHORTEST_RETRY = Duration.ofMillis(500);

  /// What is there again is seen again within a minute, the answer itself included.
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(45);

  private static final long FIRST_BOUND_MILLIS = 1000;
  private final Background background;
  private final Callable<T> question;
  private final Follower<T> follower;
  private final RandomGenerator random;
  private final LatestOnly current = new LatestOnly();
  private int failures;
  private boolean closed;

  /// What is made of answers and failures.
  public interface Follower<T> {
    /// @return the pause before the next question; empty for none before [Poller#ask()]
    Optional<Duration> onAnswer(T answer);

    /// @return whether to ask again by itself, after a pause that grows; else not before
    ///   [Poller#ask()]
    boolean onFailure(Exception problem);
  }

  public Poller(
      Background background, Callable<T> question, Follower<T> follower, RandomGenerator random) {
    this.background = background;
    this.question = question;
    this.follower = follower;
    this.random = random;
  }

  /// Asks now, whether it waits, is asking, or has stopped: the answer to an older question does
  /// not come any more. Does nothing once this is closed.
  public void ask() {
    ask(Duration.ZERO);
  }

  private void ask(Duration pause) {
    if (!closed) {
      current.start(
          background
              .task(_ -> question.call())
              .delayed(pause)
              .onSuccess(this::onAnswer)
              .onFailure(this::onFailure));
    }
  }

  /// A follower that throws is reported by [Background]; the next question comes all the same.
  private void onAnswer(T answer) {
    failures = 0;
    Optional<Duration> next = Optional.of(LONGEST_PAUSE);
    try {
      next = follower.onAnswer(answer);
    } finally {
      next.ifPresent(this::ask);
    }
  }

  private void onFailure(Exception problem) {
    boolean again = true;
    try {
      again = follower.onFailure(problem);
    } finally {
      if (again) {
        ask(backOff(failures++));
      }
    }
  }

  /// Full jitter: a random time up to a bound that doubles
  /// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
  private Duration backOff(int attempt) {
    long bound = Math.min(LONGEST_RETRY.toMillis(), FIRST_BOUND_MILLIS << Math.min(attempt, 10));
    return SHORTEST_RETRY.plusMillis(random.nextLong(bound));
  }

  /// Asks no more.
  @Override
  public void close() {
    closed = true;
    current.cancel();
  }
}
