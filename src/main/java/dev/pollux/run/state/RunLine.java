package dev.pollux.run.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/// One line for all jobs that a person started as one. While the newest attempt can change, or
/// waits for the person, it is about that; then it is about all rows.
public final class RunLine {
  private static final Comparator<JobLine> ORDER =
      Comparator.comparingInt((JobLine line) -> attempt(line))
          .thenComparingInt(line -> line.run().orElseThrow().plan().place().part());

  private final List<JobLine> all;
  private final List<JobLine> newest;

  private RunLine(List<JobLine> together) {
    all = together.stream().sorted(ORDER).toList();
    newest = all.stream().filter(line -> attempt(line) == attempt(all.getLast())).toList();
  }

  /// The same lines, with one for each run.
  public static List<JobLine> joined(List<JobLine> lines) {
    Map<RunId, List<JobLine>> runs = new LinkedHashMap<>();
    List<JobLine> joined = new ArrayList<>();
    for (JobLine line : lines) {
      if (line.run().isPresent() && !line.isSecond()) {
        runs.computeIfAbsent(line.run().get().plan().place().root(), _ -> new ArrayList<>())
            .add(line);
      } else {
        joined.add(line);
      }
    }
    for (List<JobLine> jobs : runs.values()) {
      if (jobs.size() > 1 && jobs.stream().anyMatch(line -> !isOver(line))) {
        joined.add(new RunLine(jobs).line());
      } else {
        jobs.stream().filter(line -> !isOver(line)).forEach(joined::add);
      }
    }
    return joined;
  }

  /// Whether it is a part of which no job came.
  private static boolean isOver(JobLine line) {
    return line.job().isEmpty() && line.run().filter(run -> run.stage().isOver()).isPresent();
  }

  private static int attempt(JobLine line) {
    return line.run().orElseThrow().plan().place().attempt();
  }

  private JobLine line() {
    Optional<JobLine> without =
        newest.stream().filter(line -> line.job().isEmpty() && !isOver(line)).findFirst();
    if (without.isPresent()) {
      JobLine line = without.get();
      return new JobLine(line.job(), line.run(), Optional.empty(), line.inHand(), all);
    }
    boolean moving = newest.stream().anyMatch(JobLine::active);
    List<JobLine> about =
        moving
            ? newest
            : all.stream().filter(line -> attempt(line) == attempt(all.getFirst())).toList();
    JobCounts counts =
        moving ? sum(newest) : whole(sum(about), all.subList(about.size(), all.size()));
    return new JobLine(
        Optional.of(job(counts)), Optional.of(run(about)), Optional.empty(), false, all);
  }

  private static JobCounts sum(List<JobLine> lines) {
    return counts(lines)
        .reduce(
            new JobCounts(0, 0, 0),
            (a, b) ->
                new JobCounts(
                    a.succeeded() + b.succeeded(),
                    a.failed() + b.failed(),
                    a.incomplete() < 0 || b.incomplete() < 0
                        ? -1
                        : a.incomplete() + b.incomplete()));
  }

  private static Stream<JobCounts> counts(List<JobLine> lines) {
    return lines.stream()
        .flatMap(line -> line.job().stream())
        .map(job -> job.counts().orElse(new JobCounts(0, 0, -1)));
  }

  /// What later attempts answered had failed, or was missing, at first.
  private static JobCounts whole(JobCounts first, List<JobLine> later) {
    long answered = counts(later).mapToLong(JobCounts::succeeded).sum();
    long failed = Math.min(first.failed(), answered);
    long open = first.incomplete() < 0 ? answered : first.incomplete();
    long missing = Math.min(open, answered - failed);
    // The others had an answer before: one that was cut off, or whose table is gone.
    return new JobCounts(
        first.succeeded() + failed + missing,
        first.failed() - failed,
        first.incomplete() < 0 ? -1 : first.incomplete() - missing);
  }

  /// The newest job, in the state of the whole.
  private BatchJob job(JobCounts counts) {
    List<BatchJob> jobs = newest.stream().flatMap(line -> line.job().stream()).toList();
    JobState whole = state(jobs, counts);
    JobState state =
        whole == JobState.SUCCEEDED && newest.stream().anyMatch(RunLine::isOver)
            ? JobState.PARTIALLY_SUCCEEDED
            : whole;
    BatchJob first =
        jobs.stream().filter(job -> job.state() == state).findFirst().orElse(jobs.getFirst());
    return new BatchJob(
        first.name(),
        title(),
        first.model(),
        first.source(),
        all.getLast()
            .run()
            .flatMap(run -> run.plan().place().answers())
            .map(TableRef::uri)
            .orElse(first.destination()),
        state,
        first.rawState(),
        Optional.of(counts),
        jobs.stream().flatMap(job -> job.error().stream()).findFirst(),
        first.created(),
        edge(jobs, BatchJob::started, BinaryOperator.minBy(Comparator.naturalOrder())),
        state.isFinal()
            ? edge(jobs, BatchJob::ended, BinaryOperator.maxBy(Comparator.naturalOrder()))
            : Optional.empty(),
        jobs.stream().map(BatchJob::updated).max(Comparator.naturalOrder()).orElseThrow(),
        first.labels());
  }

  private String title() {
    return all.getFirst().title().replaceFirst(" \\(1/\\d+\\)$", "");
  }

  private static Optional<Instant> edge(
      List<BatchJob> jobs,
      Function<BatchJob, Optional<Instant>> of,
      BinaryOperator<Instant> which) {
    return jobs.stream().flatMap(job -> of.apply(job).stream()).reduce(which);
  }

  /// As long as one part moves, the whole does. Where all ended, the state is theirs if it is one;
  /// else a part of the work was done.
  private static JobState state(List<BatchJob> jobs, JobCounts counts) {
    List<JobState> states = jobs.stream().map(BatchJob::state).distinct().toList();
    if (states.size() == 1) {
      return states.getFirst();
    }
    if (states.contains(JobState.CANCELLING)) {
      return JobState.CANCELLING;
    }
    if (states.stream().anyMatch(state -> !state.isFinal())) {
      return states.contains(JobState.PAUSED)
              && states.stream().allMatch(s -> s.isFinal() || s == JobState.PAUSED)
          ? JobState.PAUSED
          : JobState.RUNNING;
    }
    if (states.contains(JobState.CANCELLED)) {
      return JobState.CANCELLED;
    }
    return counts.succeeded() > 0 ? JobState.PARTIALLY_SUCCEEDED : JobState.FAILED;
  }

  /// The first of them, with the rows and the estimate of all.
  private static Run run(List<JobLine> about) {
    Run first = about.getFirst().run().orElseThrow();
    if (about.size() == 1) {
      return first;
    }
    List<RunPlan> plans = about.stream().map(line -> line.run().orElseThrow().plan()).toList();
    long rows = plans.stream().mapToLong(RunPlan::rows).sum();
    Optional<UsdRange> estimate =
        plans.stream().map(RunPlan::estimate).reduce(RunLine::plus).orElse(Optional.empty());
    return first.about(first.plan().whole(rows, estimate));
  }

  private static Optional<UsdRange> plus(Optional<UsdRange> a, Optional<UsdRange> b) {
    return a.flatMap(
        one -> b.map(two -> new UsdRange(one.low() + two.low(), one.high() + two.high())));
  }
}
