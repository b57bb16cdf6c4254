package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.JobState;
import dev.pollux.run.JobLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the chart of a job says: what is done, how fast, and when all may be.
class ProgressCurveTest {
  private static final Instant NOW = JobsScreens.NOW;

  private static JobLine line(JobState state, long done) {
    return new JobLine(
        Optional.of(JobsScreens.job(state, done)), Optional.empty(), Optional.empty());
  }

  private static ProgressLog.Point point(int minutesAgo, long done) {
    return new ProgressLog.Point(NOW.minus(Duration.ofMinutes(minutesAgo)), done);
  }

  /// It started three and a half minutes ago.
  @Test
  void whereNothingElseWasSeenTheRateIsThatSinceTheStart() {
    ProgressCurve curve =
        ProgressCurve.of(line(JobState.RUNNING, 350), List.of(), NOW).orElseThrow();
    assertThat(curve.perMinute()).isEqualTo(100);
    assertThat(curve.done()).contains(NOW.plus(Duration.ofSeconds(390)));
    assertThat(curve.points()).hasSize(2);
    assertThat(curve.from()).isEqualTo(NOW.minusSeconds(210));
  }

  @Test
  void theRateIsThatOfTheLastMinutes() {
    ProgressCurve curve =
        ProgressCurve.of(line(JobState.RUNNING, 500), List.of(point(1, 300)), NOW).orElseThrow();
    // Since the start, which is within the last ten minutes: 500 rows in three and a half.
    assertThat(curve.perMinute()).isBetween(142.0, 143.0);
    assertThat(curve.points()).extracting(ProgressLog.Point::done).containsExactly(0L, 300L, 500L);
  }

  @Test
  void whatHasEndedExpectsNothing() {
    ProgressCurve curve =
        ProgressCurve.of(line(JobState.SUCCEEDED, 1_000), List.of(), NOW).orElseThrow();
    assertThat(curve.done()).isEmpty();
    assertThat(curve.now()).isBefore(NOW);
  }

  @Test
  void whatWaitsOrHasNotMovedSaysNoEnd() {
    assertThat(ProgressCurve.of(line(JobState.PENDING, 0), List.of(), NOW)).isEmpty();
    assertThat(ProgressCurve.of(line(JobState.RUNNING, 0), List.of(), NOW).orElseThrow().done())
        .isEmpty();
  }

  @Test
  void theLogKeepsWhatMovedAndStaysSmall() {
    ProgressLog log = new ProgressLog();
    JobRow row = JobRow.alone(line(JobState.RUNNING, 0));
    for (int second = 0; second < 10; second++) {
      log.look(List.of(row), NOW.plusSeconds(second));
    }
    assertThat(log.of(row)).as("a standstill has two ends").hasSize(2);
    List<JobRow> moving = new ArrayList<>();
    for (int i = 1; i < 1_000; i++) {
      moving.add(JobRow.alone(line(JobState.RUNNING, i)));
      log.look(List.of(moving.getLast()), NOW.plusSeconds(i + 10L));
    }
    List<ProgressLog.Point> kept = log.of(row);
    assertThat(kept).hasSizeLessThan(300);
    assertThat(kept.getFirst().at()).isEqualTo(NOW);
    assertThat(kept.getLast().done()).isEqualTo(999);
    assertThat(kept).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    log.look(List.of(), NOW);
    assertThat(log.of(row)).isEmpty();
  }
}
