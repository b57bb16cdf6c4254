package dev.pollux.draft.trial;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.Elapsed;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Asks one row of a trial.
public record TrialCall(Gemini gemini, InstantSource clock, Pause pause) {
  private static final int MOST_TRIES = 5;
  private static final Duration FIRST = Duration.ofSeconds(2);

  /// Waits; fakes do not.
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  public TrialCall(Gemini gemini, InstantSource clock) {
    this(gemini, clock, Thread::sleep);
  }

  /// Where the service has no room just now, it is asked again, later each time: up to half a
  /// minute (https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429).
  public TrialRow.State ask(Trial.Subject subject, TrialRow row) throws CloudException {
    Instant begun = clock.instant();
    String response = generate(subject, row);
    RowOutcome outcome = new Responses().decode(new Value.Scalar(response), Value.NULL);
    return new TrialRow.State.Done(outcome, Elapsed.between(begun, clock.instant()));
  }

  private String generate(Trial.Subject subject, TrialRow row) throws CloudException {
    Duration wait = FIRST;
    for (int tries = 1; ; tries++) {
      try {
        return gemini.generate(subject.model(), subject.location(), row.request());
      } catch (CloudException.QuotaExceeded full) {
        if (tries == MOST_TRIES || !slept(wait)) {
          throw full;
        }
        wait = wait.multipliedBy(2);
      }
    }
  }

  /// False when nobody waits any more.
  private boolean slept(Duration time) {
    try {
      pause.sleep(time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
