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
/// [#seconds()]. `copying` is when its requests began to be brought to where the job runs; empty
/// where they were there.
public record Run(
    RunPlan plan,
    RunStage stage,
    Optional<JobName> job,
    Optional<String> problem,
    Instant created,
    Instant changed,
    Optional<Instant> copying) {
  private static final String SEPARATOR = "\n";

  /// A run whose requests were not copied.
  public Run(
      RunPlan plan,
      RunStage stage,
      Optional<JobName> job,
      Optional<String> problem,
      Instant created,
      Instant changed) {
    this(plan, stage, job, problem, created, changed, Optional.empty());
  }

  static Run decided(RunPlan plan, Instant now) {
    return new Run(plan, RunStage.INTENT, Optional.empty(), Optional.empty(), now, now);
  }

  Run about(RunPlan other) {
    return new Run(other, stage, job, problem, created, changed, copying);
  }

  Run at(RunStage next, Instant now) {
    return new Run(
        plan,
        next,
        job,
        Optional.empty(),
        created,
        now,
        next == RunStage.COPYING ? Optional.of(now) : copying);
  }

  Run at(RunStage next, String trouble, Instant now) {
    return new Run(plan, next, job, Optional.of(trouble), created, now, copying);
  }

  Run became(JobName name, Instant now) {
    return became(name, List.of(), now);
  }

  /// It became a job, and others of its label were found beside it.
  Run became(JobName name, List<JobName> others, Instant now) {
    Optional<String> names =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(
                others.stream().map(JobName::toString).collect(Collectors.joining(SEPARATOR)));
    return new Run(plan, RunStage.SUBMITTED, Optional.of(name), names, created, now, copying);
  }

  /// Whether it stays where it is for now, and why is known: somebody does not answer, or asks to
  /// come again.
  public boolean isHeldUp() {
    return switch (stage) {
      case PREPARING, COPYING, SUBMITTING -> problem.isPresent();
      case INTENT, SUBMITTED, UNKNOWN, ABSENT, REFUSED, GIVEN_UP -> false;
    };
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
