package dev.pollux.doctor;

import java.time.Instant;
import java.util.List;

/// What was found: one line a step, in their order.
public record DoctorReport(DoctorSubject subject, Instant at, List<StepResult> results) {
  public DoctorReport {
    results = List.copyOf(results);
  }

  public boolean ok() {
    return results.stream().allMatch(StepResult::ok);
  }

  /// How many of them are to be mended.
  public long toMend() {
    return results.stream()
        .map(StepResult::outcome)
        .filter(o -> o instanceof StepOutcome.Wrong || o instanceof StepOutcome.Refused)
        .count();
  }

  /// How many were not asked, or tell nothing of their own.
  public long notTried() {
    return results.stream()
        .map(StepResult::outcome)
        .filter(o -> o instanceof StepOutcome.Skipped || o instanceof StepOutcome.Same)
        .count();
  }

  public long fine() {
    return results.stream().filter(StepResult::ok).count();
  }
}
