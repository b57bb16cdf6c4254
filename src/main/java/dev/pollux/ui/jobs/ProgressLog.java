package dev.pollux.ui.jobs;

import dev.pollux.run.JobLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// How many rows each job had done when it was looked at: the service says how many there are, and
/// not how many there were.
final class ProgressLog {
  private static final int MOST = 240;
  private final Map<String, Series> all = new HashMap<>();

  /// So many rows were done at that time.
  record Point(Instant at, long done) {}

  /// The points of a job as long as it has so many rows: a retry has fewer, and begins anew.
  private record Series(OptionalLong rows, List<Point> points) {}

  /// Looks at all jobs; those that are no longer listed are forgotten.
  void look(Collection<JobRow> rows, Instant at) {
    Set<String> keys = rows.stream().map(JobRow::key).collect(Collectors.toSet());
    all.keySet().retainAll(keys);
    for (JobRow row : rows) {
      if (row.line().active() && row.line().job().isPresent()) {
        add(row, at);
      }
    }
  }

  private void add(JobRow row, Instant at) {
    JobLine line = row.line();
    Series series = all.get(row.key());
    if (series == null || !series.rows().equals(line.rows())) {
      series = new Series(line.rows(), new ArrayList<>());
      all.put(row.key(), series);
    }
    List<Point> points = series.points();
    Point now = new Point(at, JobWords.counts(line).done());
    // Between two equal ones a third says nothing.
    int last = points.size() - 1;
    if (last > 0
        && points.get(last).done() == now.done()
        && points.get(last - 1).done() == now.done()) {
      points.set(last, now);
    } else {
      points.add(now);
    }
    if (points.size() > MOST) {
      thin(points);
    }
  }

  /// Every other one of the older half goes: what was lately stays as it is.
  private static void thin(List<Point> points) {
    for (int i = MOST / 2 - 1; i > 0; i -= 2) {
      points.remove(i);
    }
  }

  /// From the oldest to the newest; none where the job was not seen while it ran.
  List<Point> of(JobRow row) {
    Series series = all.get(row.key());
    return series == null ? List.of() : List.copyOf(series.points());
  }

  /// The time over which the rate of now is measured.
  static final Duration LATELY = Duration.ofMinutes(10);
}
