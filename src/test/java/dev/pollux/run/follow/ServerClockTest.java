package dev.pollux.run.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Countdowns are those of the service, whatever this machine takes for now.
class ServerClockTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private Instant service = NOON;
  private Instant machine = NOON;
  private long nanos;
  private int asked;
  private boolean silent;
  private final ServerClock clock = new ServerClock(() -> machine, () -> nanos, this::ask);

  private Instant ask() throws CloudException {
    asked++;
    if (silent) {
      throw new CloudException.Unavailable("silent", "", null);
    }
    return service;
  }

  private void tick(Duration time) {
    service = service.plus(time);
    machine = machine.plus(time);
    nanos += time.toNanos();
    clock.keep();
  }

  @Test
  void aClockThatIsADayOffCountsByTheService() {
    machine = NOON.plus(DAY);
    tick(Duration.ZERO);
    assertThat(clock.instant()).isEqualTo(service);
    tick(Duration.ofHours(3));
    assertThat(clock.instant()).isEqualTo(service);
    assertThat(asked).as("once, as long as the clock goes evenly").isEqualTo(1);
  }

  @Test
  void aClockThatIsSetMeanwhileIsRightAtTheNextTick() {
    tick(Duration.ZERO);
    machine = machine.minus(DAY);
    tick(Duration.ofSeconds(15));
    assertThat(clock.instant()).isEqualTo(service);
    machine = machine.plus(DAY);
    tick(Duration.ofSeconds(15));
    assertThat(clock.instant()).isEqualTo(service);
  }

  /// The clock that only goes forward stands still while a laptop sleeps.
  @Test
  void afterSleepItIsAsked() {
    tick(Duration.ZERO);
    service = service.plus(Duration.ofHours(8));
    machine = machine.plus(Duration.ofHours(8));
    tick(Duration.ofSeconds(1));
    assertThat(asked).isEqualTo(2);
    assertThat(clock.instant()).isEqualTo(service);
  }

  @Test
  void aServiceThatIsSilentIsAskedNowAndThen() {
    silent = true;
    for (int minute = 0; minute < 30; minute++) {
      tick(Duration.ofMinutes(1));
    }
    assertThat(asked).isBetween(5, 7);
    assertThat(clock.instant()).isEqualTo(machine);
  }

  @Test
  void aSecondMoreOrLessIsNoNews() {
    service = NOON.plusSeconds(2);
    tick(Duration.ZERO);
    assertThat(clock.instant()).isEqualTo(machine);
  }
}
