package dev.pollux.run.state;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.draft.plan.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person started: the plan, how far it got, and the job it became. `created` is when they
/// decided, `changed` when the journal heard of it last; `problem` is the service's words, or the
/// names of [#seconds()]. `steps` are the stages it went through, in the order of time; the last is
/// where it is.
public record Run(
    RunPlan plan,
    RunStage stage,
    Optional<JobName> job,
    Optional<String> problem,
    Instant created,
    Instant changed,
    List<RunStep> steps) {
  private static final String SEPARATOR = "\n";

  public Run {
    steps = List.copyOf(steps);
  }

  /// A run of which nothing is known of the way between its decision and where it is.
  public Run(
      RunPlan plan,
      RunStage stage,
      Optional<JobName> job,
      Optional<String> problem,
      Instant created,
      Instant changed) {
    this(plan, stage, job, problem, created, changed, way(stage, problem, created, changed));
  }

  private static List<RunStep> way(
      RunStage stage, Optional<String> problem, Instant created, Instant changed) {
    RunStep decided = new RunStep(RunStage.INTENT, created);
    return stage == RunStage.INTENT
        ? List.of(decided)
        : List.of(decided, new RunStep(stage, changed, problem));
  }

  /// A run that a person decides now.
  public static Run decided(RunPlan plan, Instant now) {
    return new Run(plan, RunStage.INTENT, Optional.empty(), Optional.empty(), now, now);
  }

  Run about(RunPlan other) {
    return new Run(other, stage, job, problem, created, changed, steps);
  }

  /// The same run by the way that it is known to have gone.
  public Run on(List<RunStep> way) {
    return new Run(plan, stage, job, problem, created, changed, way);
  }

  /// It goes on to another stage, or the same again, and nothing is wrong.
  public Run at(RunStage next, Instant now) {
    return at(next, job, Optional.empty(), now);
  }

  /// The same with what went wrong.
  public Run at(RunStage next, String trouble, Instant now) {
    return at(next, job, Optional.of(trouble), now);
  }

  /// It became a job.
  public Run became(JobName name, Instant now) {
    return became(name, List.of(), now);
  }

  /// It became a job, and others of its label were found beside it.
  public Run became(JobName name, List<JobName> others, Instant now) {
    Optional<String> names =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(
                others.stream().map(JobName::toString).collect(Collectors.joining(SEPARATOR)));
    return at(RunStage.SUBMITTED, Optional.of(name), names, now);
  }

  private Run at(RunStage next, Optional<JobName> name, Optional<String> trouble, Instant now) {
    List<RunStep> way = new ArrayList<>(steps);
    boolean again = !way.isEmpty() && way.getLast().stage() == next;
    Instant since = again ? way.removeLast().at() : now;
    way.add(new RunStep(next, since, trouble));
    return new Run(plan, next, name, trouble, created, now, way);
  }

  /// When its requests began to be brought to where the job runs; empty where they were there.
  public Optional<Instant> copying() {
    return steps.stream()
        .filter(step -> step.stage() == RunStage.COPYING)
        .map(RunStep::at)
        .reduce((_, last) -> last);
  }

  /// The name of its plan.
  public RunId id() {
    return plan.id();
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
