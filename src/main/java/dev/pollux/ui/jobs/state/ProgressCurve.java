package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.ProgressPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How many rows of a job were done at which time, and when all may be.
///
/// @param points from the start to now, or to the end
/// @param rows all there are
/// @param perMinute how many are done in a minute now; 0 where nothing moves
/// @param done when the last row may be done, where it goes on as now
public record ProgressCurve(
    List<ProgressPoint> points, long rows, double perMinute, Optional<Instant> done) {
  /// The time over which the rate of now is measured.
  static final Duration LATELY = Duration.ofMinutes(10);

  public ProgressCurve {
    points = List.copyOf(points);
  }

  /// Whether rows that failed are left out: of a run of several jobs that ended each row counts
  /// once, when it was answered.
  public static boolean isOfAnswers(JobLine line) {
    return !line.together().isEmpty() && !line.active();
  }

  /// Empty where no row can have been done so far, or nobody knows how many there are.
  public static Optional<ProgressCurve> of(JobLine line, List<ProgressPoint> seen, Instant now) {
    if (isOfAnswers(line)) {
      return ofEnded(line);
    }
    Optional<BatchJob> job = line.job().filter(one -> one.started().isPresent());
    long rows = line.rows().orElse(0);
    if (job.isEmpty() || rows <= 0) {
      return Optional.empty();
    }
    Instant started = job.get().started().orElseThrow();
    boolean running = DisplayState.of(line) == DisplayState.RUNNING;
    Instant last = job.get().ended().orElse(running ? now : job.get().updated());
    List<ProgressPoint> points = new ArrayList<>();
    points.add(new ProgressPoint(started, 0));
    seen.stream()
        .filter(point -> point.at().isAfter(started) && point.at().isBefore(last))
        .forEach(points::add);
    points.add(new ProgressPoint(later(started, last), JobWords.counts(line).done()));
    double rate = running ? lately(points) : mean(points.getFirst(), points.getLast());
    return Optional.of(new ProgressCurve(points, rows, rate, end(points, rows, rate, running)));
  }

  /// Of several jobs that ended it is known how many rows each answered, and when it had.
  private static Optional<ProgressCurve> ofEnded(JobLine line) {
    List<BatchJob> jobs =
        line.together().stream()
            .flatMap(one -> one.job().stream())
            .filter(job -> job.started().isPresent() && job.ended().isPresent())
            .sorted(Comparator.comparing(job -> job.ended().orElseThrow()))
            .toList();
    Optional<Instant> start =
        jobs.stream().flatMap(job -> job.started().stream()).min(Comparator.naturalOrder());
    long rows = line.rows().orElse(0);
    if (start.isEmpty() || rows <= 0) {
      return Optional.empty();
    }
    List<ProgressPoint> points = new ArrayList<>();
    points.add(new ProgressPoint(start.get(), 0));
    long answered = 0;
    for (BatchJob job : jobs) {
      // Before it began nothing moved.
      points.add(new ProgressPoint(later(job.started().orElseThrow(), last(points)), answered));
      answered += job.counts().map(JobCounts::succeeded).orElse(0L);
      points.add(new ProgressPoint(job.ended().orElseThrow(), answered));
    }
    return Optional.of(new ProgressCurve(points, rows, 0, Optional.empty()));
  }

  private static Instant last(List<ProgressPoint> points) {
    return points.getLast().at();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<Instant> end(
      List<ProgressPoint> points, long rows, double rate, boolean running) {
    ProgressPoint now = points.getLast();
    long left = rows - now.done();
    // A job ends within 24 hours; who is at a row a day is told nothing.
    return running && left > 0 && rate > 0 && left / rate < Duration.ofDays(3).toMinutes()
        ? Optional.of(now.at().plusMillis(Math.round(left / rate * 60_000)))
        : Optional.empty();
  }

  /// A minute ago counts more than the first hour: over the last minutes where so much was seen.
  private static double lately(List<ProgressPoint> points) {
    ProgressPoint now = points.getLast();
    Instant from = now.at().minus(LATELY);
    double late =
        points.stream()
            .filter(point -> !point.at().isBefore(from))
            .findFirst()
            .map(point -> mean(point, now))
            .orElse(0.0);
    return late > 0 ? late : mean(points.getFirst(), now);
  }

  /// Rows a minute between two moments.
  private static double mean(ProgressPoint from, ProgressPoint to) {
    double minutes = Duration.between(from.at(), to.at()).toMillis() / 60_000.0;
    return minutes <= 0 ? 0 : (to.done() - from.done()) / minutes;
  }

  public Instant from() {
    return points.getFirst().at();
  }

  public Instant now() {
    return points.getLast().at();
  }

  /// The end of the time that is drawn.
  public Instant to() {
    return done.orElse(now());
  }
}
