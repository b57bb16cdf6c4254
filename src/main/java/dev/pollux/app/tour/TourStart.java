package dev.pollux.app.tour;

import java.time.Duration;
import java.time.Instant;

/// What the start took, up to a first screen that can be used.
///
/// @param millis since the process began, without what the tour made before it opened a window
/// @param processorMillis of all processors together, which a busy machine changes less; 0 where
///   the system does not say it
public record TourStart(long millis, long processorMillis) {
  /// Read at the moment when the first screen can be used.
  public static TourStart now() {
    ProcessHandle.Info process = ProcessHandle.current().info();
    Instant start = process.startInstant().orElse(Instant.now());
    return new TourStart(
        Duration.between(start, Instant.now()).toMillis(),
        process.totalCpuDuration().orElse(Duration.ZERO).toMillis());
  }

  /// The same start, if what was waited for before it had not been.
  ///
  /// @param before in which this process did nothing else
  public TourStart without(Duration before) {
    return new TourStart(millis - before.toMillis(), processorMillis);
  }
}
