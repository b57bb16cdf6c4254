package dev.pollux.run.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was seen of a job so far: how it was last, and how many rows were done when. The service
/// says how it is now, and to who is connected alone.
///
/// @param key see [JobLine#key()] and [JobLine#partKey()]
/// @param at when it was last looked at
/// @param job as it was then; empty where several jobs are told as one
/// @param rows all there are
/// @param points from the oldest to the newest, while it ran
public record SeenJob(
    String key, Instant at, Optional<BatchJob> job, OptionalLong rows, List<ProgressPoint> points) {
  /// So many say as much as fits a chart, and are a kilobyte in the journal.
  public static final int MOST = 60;

  public SeenJob {
    points = List.copyOf(points);
  }

  public static SeenJob of(String key, JobLine line, Instant at) {
    return new SeenJob(key, at, single(line), line.rows(), List.of()).with(line, at);
  }

  /// The same after another look. A retry has other rows than what was before it, and begins anew.
  public SeenJob after(JobLine line, Instant at) {
    return line.rows().equals(rows) ? with(line, at) : of(key, line, at);
  }

  private SeenJob with(JobLine line, Instant now) {
    boolean ran = line.job().flatMap(BatchJob::started).isPresent();
    return new SeenJob(
        key,
        now,
        single(line),
        rows,
        ran && line.active() ? added(new ProgressPoint(now, done(line))) : points);
  }

  private static Optional<BatchJob> single(JobLine line) {
    return line.together().isEmpty() ? line.job() : Optional.empty();
  }

  private static long done(JobLine line) {
    return line.job().flatMap(BatchJob::counts).map(JobCounts::done).orElse(0L);
  }

  private List<ProgressPoint> added(ProgressPoint now) {
    List<ProgressPoint> all = new ArrayList<>(points);
    // Between two equal ones a third says nothing.
    int last = all.size() - 1;
    if (last > 0 && all.get(last).done() == now.done() && all.get(last - 1).done() == now.done()) {
      all.set(last, now);
    } else {
      all.add(now);
    }
    if (all.size() > MOST) {
      // Every other one of the older half goes: what was lately stays as it is.
      for (int i = MOST / 2 - 1; i > 0; i -= 2) {
        all.remove(i);
      }
    }
    return all;
  }

  /// Whether it says more than an earlier one that time went by.
  public boolean isNewsAfter(SeenJob before) {
    return !job.equals(before.job)
        || !rows.equals(before.rows)
        || (!points.isEmpty()
            && (before.points.isEmpty()
                || points.getLast().done() != before.points.getLast().done()));
  }

  /// Whether it came to another state since an earlier one.
  public boolean isTurnAfter(SeenJob before) {
    return !job.map(BatchJob::rawState).equals(before.job.map(BatchJob::rawState));
  }
}
