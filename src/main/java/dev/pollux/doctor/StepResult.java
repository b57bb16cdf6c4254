package dev.pollux.doctor;

import java.time.Duration;

/// One line of a report.
///
/// @param took how long it was asked for
public record StepResult(DoctorStep step, StepOutcome outcome, Duration took) {
  public boolean ok() {
    return outcome.ok();
  }
}
