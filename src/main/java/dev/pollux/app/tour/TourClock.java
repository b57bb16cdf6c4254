package dev.pollux.app.tour;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time some days ago, which can be moved on. May be used from any thread.
final class TourClock implements InstantSource {
  private final InstantSource now = Clock.systemUTC();
  private volatile Duration behind;

  TourClock(Duration behind) {
    this.behind = behind;
  }

  @Override
  public Instant instant() {
    return now.instant().minus(behind);
  }

  /// From now on the time is that of now.
  synchronized void catchUp() {
    behind = Duration.ZERO;
  }

  synchronized void advance(Duration by) {
    behind = behind.minus(by);
  }
}
