package dev.pollux.app.tour;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/// What the start took, up to a first screen that can be used.
///
/// @param millis since the process began
/// @param processorMillis of all processors together, which is the same however busy the machine is
public record TourStart(long millis, long processorMillis) {
  /// Read at the moment when the first screen can be used.
  public static TourStart now() {
    Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
    long nanos =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime();
    return new TourStart(
        Duration.between(start, Instant.now()).toMillis(), Duration.ofNanos(nanos).toMillis());
  }
}
