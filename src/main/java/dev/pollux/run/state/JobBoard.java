package dev.pollux.run.state;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// All jobs of a connection at one moment, newest first: what the cloud lists, joined with what the
/// journal knows. `problems` names the locations that did not answer; their lines are those of
/// their last answer.
///
/// @param progress the rows that were done when, of each job that was seen running, by its key
/// @param elsewhere the runs of other connections, as they were when one of those was last asked
public record JobBoard(
    List<JobLine> lines,
    List<LocationProblem> problems,
    boolean simulated,
    Instant at,
    Map<String, List<ProgressPoint>> progress,
    List<Elsewhere> elsewhere) {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /// Jobs of the sandbox start after seconds, unless somebody wants to see them wait.
  private static final Duration PRETENDED_FRESH = Duration.ofMinutes(1);

  public JobBoard {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    progress = Map.copyOf(progress);
    elsewhere = List.copyOf(elsewhere);
  }

  /// What is known of one connection, with no course and nothing beside it.
  public JobBoard(
      List<JobLine> lines, List<LocationProblem> problems, boolean simulated, Instant at) {
    this(lines, problems, simulated, at, Map.of(), List.of());
  }

  /// A run of another connection, as it was last seen.
  ///
  /// @param at when that was
  public record Elsewhere(String project, JobLine line, Instant at) {}

  /// A location whose jobs could not be listed.
  public record LocationProblem(Location location, CloudException failure) {}

  /// What one location answered; `complete` is false when it did not, and `jobs` are the last
  /// known.
  public record Listing(Location location, List<BatchJob> jobs, boolean complete) {}

  /// Pure: joins the listings with the runs of the same project. A run that became a job which its
  /// location no longer lists is left out: the job was deleted. A job with the label of a run that
  /// became another job stands on a line of its own, as a second one of that run.
  ///
  /// @param inHand whether this process is sending a run now
  public static List<JobLine> merge(List<Listing> listings, List<Run> runs, Predicate<Run> inHand) {
    Map<RunId, Run> byLabel = new HashMap<>();
    Map<String, Run> byJob = new HashMap<>();
    for (Run run : runs) {
      byLabel.put(run.plan().id(), run);
      run.job().ifPresent(name -> byJob.put(key(name), run));
    }
    Set<Run> joined = new HashSet<>();
    List<JobLine> lines = new ArrayList<>();
    for (Listing listing : listings) {
      for (BatchJob job : listing.jobs()) {
        lines.add(line(job, byJob, byLabel, joined));
      }
    }
    Set<Location> answered = new HashSet<>();
    listings.stream().filter(Listing::complete).forEach(l -> answered.add(l.location()));
    runs.stream()
        .filter(run ->
            !joined.contains(run) && (!run.stage().isOver() || run.plan().place().parts() > 1))
        .filter(run -> run.job().isEmpty() || !answered.contains(run.plan().location()))
        .forEach(run -> lines.add(JobLine.of(run, inHand.test(run))));
    List<JobLine> all = RunLine.joined(lines);
    all.sort(Comparator.comparing(JobLine::created).reversed().thenComparing(JobLine::key));
    return List.copyOf(all);
  }

  private static JobLine line(
      BatchJob job, Map<String, Run> byJob, Map<RunId, Run> byLabel, Set<Run> joined) {
    Run own = byJob.get(key(job.name()));
    if (own != null) {
      return joined.add(own) ? JobLine.of(job, own) : JobLine.of(job);
    }
    return RunLabels.run(job)
        .flatMap(id -> Optional.ofNullable(byLabel.get(id)))
        .filter(run -> run.job().isPresent() || joined.add(run))
        .map(run -> JobLine.of(job, run))
        .orElseGet(() -> JobLine.of(job));
  }

  /// The same lines, with what their answers cost where it was counted.
  public static List<JobLine> withBills(List<JobLine> lines, Map<JobName, Double> bills) {
    Map<String, Double> byKey = new HashMap<>();
    bills.forEach((name, usd) -> byKey.put(key(name), usd));
    return lines.stream().map(line -> billed(line, byKey)).toList();
  }

  private static JobLine billed(JobLine line, Map<String, Double> bills) {
    return line.withBill(
        bill(line, bills), line.together().stream().map(one -> billed(one, bills)).toList());
  }

  /// Of all its jobs; empty where one of them was not counted.
  private static Optional<Double> bill(JobLine line, Map<String, Double> bills) {
    double sum = 0;
    for (JobName name : line.jobs()) {
      Double one = bills.get(key(name));
      if (one == null) {
        return Optional.empty();
      }
      sum += one;
    }
    return line.jobs().isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  /// A job's id is unique in its location; its project may be written as an id or as a number.
  public static String key(JobName name) {
    return name.location() + "/" + name.id();
  }

  /// How long to wait before asking again. Always present: jobs may be started elsewhere.
  public Optional<Duration> pace() {
    if (lines.stream().noneMatch(JobLine::active)) {
      return Optional.of(Duration.ofSeconds(30));
    }
    if (simulated) {
      boolean running =
          lines.stream().anyMatch(line -> line.state().equals(Optional.of(JobState.RUNNING)));
      return Optional.of(
          running
              ? Duration.ofSeconds(1)
              : isFresh(PRETENDED_FRESH) ? Duration.ofSeconds(2) : Duration.ofSeconds(10));
    }
    return Optional.of(isFresh(FRESH) ? Duration.ofSeconds(15) : Duration.ofSeconds(60));
  }

  private boolean isFresh(Duration time) {
    return lines.stream().filter(JobLine::active).anyMatch(l -> l.newest().plus(time).isAfter(at));
  }

  /// The runs that were cut short and wait for the person to say what becomes of them.
  public long waiting() {
    return lines.stream().filter(JobLine::waits).count();
  }

  /// The lines that can still change: what the badge counts.
  public long active() {
    return lines.stream().filter(JobLine::active).count();
  }
}
