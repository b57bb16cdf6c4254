package dev.pollux.domain.job;

/// Rows as the service counts them (`completionStats`); `incomplete` is -1 when it does not know.
/// Best effort: the service calls live progress unsupported, so the denominator is our own count.
public record JobCounts(long succeeded, long failed, long incomplete) {
  public long done() {
    return succeeded + failed;
  }
}
