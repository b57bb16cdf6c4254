package dev.pollux.run;

import dev.pollux.domain.JobName;
import dev.pollux.draft.RunPlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person started: the plan, how far it got, and the job it became. `created` is when they
/// decided, `changed` when the stage was reached; `problem` is the service's words, or the names of
/// [#seconds()].
public record Run(
    RunPlan plan,
    RunStage stage,
    Optional<JobName> job,
    Optional<String> problem,
    Instant created,
    Instant changed) {
  private static final String SEPARATOR = "\n";

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

  /// It became a job, and others of its label were found beside it.
  Run became(JobName name, List<JobName> others, Instant now) {
    Optional<String> names =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(
                others.stream().map(JobName::toString).collect(Collectors.joining(SEPARATOR)));
    return new Run(plan, RunStage.SUBMITTED, Optional.of(name), names, created, now);
  }

  /// Jobs that carry this run's label beside its own, as when something between here and the
  /// service sent the create twice. Each was asked to stop.
  public List<JobName> seconds() {
    return stage != RunStage.SUBMITTED
        ? List.of()
        : problem.stream()
            .flatMap(names -> Arrays.stream(names.split(SEPARATOR)))
            .flatMap(name -> JobName.find(name).stream())
            .toList();
  }
}
