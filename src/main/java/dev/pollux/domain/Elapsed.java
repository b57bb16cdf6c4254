package dev.pollux.domain;

import java.time.Duration;
import java.time.Instant;

/// What has gone by on the clock of the machine, which is set back now and then: never less than
/// nothing.
public final class Elapsed {
  private Elapsed() {}

  public static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }
}
