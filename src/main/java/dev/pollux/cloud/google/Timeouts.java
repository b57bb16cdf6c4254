package dev.pollux.cloud.google;

import java.time.Duration;

/// How long the adapter waits for an answer over gRPC.
///
/// @param create for a job to be made; who waits longer learns nothing, and looks for it
/// @param attempt for one try of a read
/// @param read for a read with all its tries: the first word of trouble comes no later
record Timeouts(Duration create, Duration attempt, Duration read) {
  static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(6), Duration.ofSeconds(9));
}
