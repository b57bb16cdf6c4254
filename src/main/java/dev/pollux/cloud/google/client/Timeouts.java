package dev.pollux.cloud.google.client;

import java.time.Duration;

/// How long the adapter waits for answers.
///
/// @param create over gRPC, for a job to be made; who waits longer learns nothing, and looks for it
/// @param attempt over gRPC, for one try of a read
/// @param read over gRPC, for a read with all its tries: the first word of trouble comes no later
/// @param http over HTTP, for the next byte of an answer
/// @param pause before the second try of a read; before a third it is twice that
/// @param outage how long the service may be out of reach while a job of BigQuery runs there
public record Timeouts(
    Duration create,
    Duration attempt,
    Duration read,
    Duration http,
    Duration pause,
    Duration outage) {
  /// As people can wait.
  public static final Timeouts USUAL =
      new Timeouts(
          Duration.ofSeconds(60),
          Duration.ofSeconds(6),
          Duration.ofSeconds(9),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofMinutes(2));

  /// The same, with shorter ones over gRPC.
  public Timeouts withGrpc(Duration otherCreate, Duration otherAttempt, Duration otherRead) {
    return new Timeouts(otherCreate, otherAttempt, otherRead, http, pause, outage);
  }
}
