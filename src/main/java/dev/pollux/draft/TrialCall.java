package dev.pollux.draft;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Gemini;
import dev.pollux.domain.Value;
import dev.pollux.results.Responses;
import dev.pollux.results.RowOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Asks one row of a trial.
public record TrialCall(Gemini gemini, InstantSource clock) {
  public TrialRow.State ask(Trial.Subject subject, TrialRow row) throws CloudException {
    Instant begun = clock.instant();
    String response = gemini.generate(subject.model(), subject.location(), row.request());
    RowOutcome outcome = new Responses().decode(new Value.Scalar(response), Value.NULL);
    return new TrialRow.State.Done(outcome, Duration.between(begun, clock.instant()));
  }
}
