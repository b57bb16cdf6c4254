package dev.pollux.run.state;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.ledger.sql.RowKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One line of the board: a job of the cloud, a run of ours, or both when they belong together. At
/// least one is there. `billed` is what its answers cost in USD, once they were counted; `inHand`
/// is whether this process is sending the run now. `together` are the lines of all jobs that a
/// person started as one, parts and attempts, in their order; none where it is one job.
public record JobLine(
    Optional<BatchJob> job,
    Optional<Run> run,
    Optional<Double> billed,
    boolean inHand,
    List<JobLine> together) {
  /// With which the keys of the jobs of a run begin.
  public static final String PART = "part/";

  public JobLine {
    together = List.copyOf(together);
    if (job.isEmpty() && run.isEmpty()) {
      throw new IllegalArgumentException("a line is about a job or a run");
    }
  }

  /// A line of nothing that is being sent.
  public JobLine(Optional<BatchJob> job, Optional<Run> run, Optional<Double> billed) {
    this(job, run, billed, false);
  }

  /// A line of one job.
  public JobLine(
      Optional<BatchJob> job, Optional<Run> run, Optional<Double> billed, boolean inHand) {
    this(job, run, billed, inHand, List.of());
  }

  public static JobLine of(BatchJob job) {
    return new JobLine(Optional.of(job), Optional.empty(), Optional.empty());
  }

  /// A run that has no job as far as is known.
  ///
  /// @param inHand whether this process is at it
  public static JobLine of(Run run, boolean inHand) {
    return new JobLine(Optional.empty(), Optional.of(run), Optional.empty(), inHand);
  }

  /// A job and the run that it came of.
  public static JobLine of(BatchJob job, Run run) {
    return new JobLine(Optional.of(job), Optional.of(run), Optional.empty());
  }

  /// What those of its jobs cost that were counted, where not all of them were; empty where none
  /// was.
  public OptionalDouble counted() {
    return together.stream().anyMatch(one -> one.billed().isPresent())
        ? OptionalDouble.of(
            together.stream()
                .flatMap(one -> one.billed().stream())
                .mapToDouble(Double::doubleValue)
                .sum())
        : OptionalDouble.empty();
  }

  JobLine withBill(Optional<Double> usd, List<JobLine> jobs) {
    return new JobLine(job, run, usd, inHand, jobs);
  }

  /// The jobs that can still change.
  public List<JobName> activeJobs() {
    return (together.isEmpty() ? List.of(this) : together)
        .stream().filter(JobLine::active).flatMap(line -> line.name().stream()).toList();
  }

  /// The jobs that there are, of all attempts.
  public List<JobName> jobs() {
    return (together.isEmpty() ? List.of(this) : together)
        .stream().flatMap(line -> line.name().stream()).toList();
  }

  /// What the person was told it would cost.
  public Optional<UsdRange> estimate() {
    return run.flatMap(r -> r.plan().estimate());
  }

  /// Whether the run was cut short, has no job, and waits for the person: send it, or give it up.
  public boolean waits() {
    return job.isEmpty() && !inHand && run.filter(r -> r.stage().awaitsPerson()).isPresent();
  }

  /// Whether the job carries the label of a run that became another job: something sent the create
  /// twice, and both may be billed.
  public boolean isSecond() {
    Optional<JobName> own = run.flatMap(Run::job);
    // A line of several jobs has the run of one and the job of another.
    return together.isEmpty()
        && job.isPresent()
        && own.isPresent()
        && !JobBoard.key(own.get()).equals(JobBoard.key(job.get().name()));
  }

  /// Names what the line is about: it stays the same from tick to tick, and while a run becomes a
  /// job.
  public String key() {
    return run.filter(_ -> !isSecond())
        .map(r -> r.plan().place().root().id())
        .or(() -> job.map(j -> j.name().toString()))
        .orElseThrow();
  }

  /// Names it among the jobs of its run.
  public String partKey() {
    return PART + run.orElseThrow().plan().id().id();
  }

  public String title() {
    return pick(BatchJob::displayName, r -> r.plan().title());
  }

  /// The job's name, from the cloud or from the journal.
  public Optional<JobName> name() {
    return job.map(BatchJob::name).or(() -> run.flatMap(Run::job));
  }

  public Location location() {
    return pick(j -> j.name().location(), r -> r.plan().location());
  }

  /// The model's resource name.
  public String model() {
    return pick(BatchJob::model, r -> r.plan().model().name());
  }

  /// What the person browsed, where we know; else what the job reads. A `bq://` or `gs://` URI.
  public String source() {
    return run.map(r -> r.plan().source().uri()).or(() -> job.map(BatchJob::source)).orElseThrow();
  }

  /// Where the answers go, as a URI.
  public String destination() {
    return pick(BatchJob::destination, r -> r.plan().destination().uri());
  }

  /// Empty while no job is known.
  public Optional<JobState> state() {
    return job.map(BatchJob::state);
  }

  /// The rows the job was given: our own count, else the service's where it is complete.
  public OptionalLong rows() {
    if (run.isPresent() && run.get().plan().rows() >= 0) {
      return OptionalLong.of(run.get().plan().rows());
    }
    return job.flatMap(BatchJob::counts)
        .filter(counts -> counts.incomplete() >= 0)
        .map(counts -> OptionalLong.of(counts.done() + counts.incomplete()))
        .orElse(OptionalLong.empty());
  }

  /// Whether its requests are fewer than its rows may be: equal ones were sent once.
  public boolean shares() {
    return run.filter(one -> one.plan().place().key() == RowKey.REQUEST).isPresent();
  }

  /// When the person started it: of several jobs, the first.
  public Instant created() {
    return together.stream()
        .map(JobLine::newest)
        .reduce(newest(), (one, other) -> one.isBefore(other) ? one : other);
  }

  /// When the newest of its jobs was created.
  Instant newest() {
    return pick(BatchJob::created, Run::created);
  }

  /// When it came to where it is, as far as anybody says.
  public Instant changed() {
    return pick(j -> j.ended().orElse(j.updated()), Run::changed);
  }

  /// Whether it can still change by itself.
  public boolean active() {
    if (!together.isEmpty()) {
      return together.stream().anyMatch(JobLine::active);
    }
    return job.map(j -> !j.state().isFinal())
        .or(() -> run.map(r -> inHand || isUnsettled(r.stage())))
        .orElseThrow();
  }

  private static boolean isUnsettled(RunStage stage) {
    return switch (stage) {
      case SUBMITTING, SUBMITTED, UNKNOWN -> true;
      case INTENT, PREPARING, COPYING, ABSENT, REFUSED, GIVEN_UP -> false;
    };
  }

  private <T> T pick(
      java.util.function.Function<BatchJob, T> ofJob, java.util.function.Function<Run, T> ofRun) {
    return job.map(ofJob).or(() -> run.map(ofRun)).orElseThrow();
  }
}
