package dev.pollux.app.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final RestartLimit limit = new RestartLimit(2, Duration.ofMinutes(1));

  @Test
  void soManyInAWhile() {
    assertThat(limit.take(NOON)).isTrue();
    assertThat(limit.take(NOON.plusSeconds(1))).isTrue();
    assertThat(limit.take(NOON.plusSeconds(2))).isFalse();
    assertThat(limit.take(NOON.plusSeconds(62))).isTrue();
  }

  /// Else nothing would be started again until the time has come that the clock showed before.
  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    limit.take(NOON);
    limit.take(NOON);
    assertThat(limit.take(NOON.minus(Duration.ofDays(365)))).isTrue();
  }
}
