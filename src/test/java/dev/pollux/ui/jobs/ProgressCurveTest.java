package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.ui.jobs.state.ProgressCurve;
import java.time.Duration;
import java.time.Instant;
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

  private static ProgressPoint point(int minutesAgo, long done) {
    return new ProgressPoint(NOW.minus(Duration.ofMinutes(minutesAgo)), done);
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
    assertThat(curve.points()).extracting(ProgressPoint::done).containsExactly(0L, 300L, 500L);
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
}
