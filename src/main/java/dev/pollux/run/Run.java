package dev.pollux.run;

import dev.pollux.domain.JobName;
import dev.pollux.draft.RunPlan;
import java.time.Instant;
import java.util.Optional;

/// What a person started: the plan, how far it got, and the job it became. `created` is when they
/// decided, `changed` when the stage was reached; `problem` is the service's words.
public record Run(
    RunPlan plan,
    RunStage stage,
    Optional<JobName> job,
    Optional<String> problem,
    Instant created,
    Instant changed) {
  static Run decided(RunPlan plan, Instant now) {
    return new Run(plan, RunStage.INTENT, Optional.empty(), Optional.empty(), now, now);
  }

  Run at(RunStage next, Instant now) {
    return new Run(plan, next, job, Optional.empty(), created, now);
  }

  Run at(RunStage next, String trouble, Instant now) {
    return new Run(plan, next, job, Optional.of(trouble), created, now);
  }

  Run became(JobName name, Instant now) {
    return new Run(plan, RunStage.SUBMITTED, Optional.of(name), Optional.empty(), created, now);
  }
}
