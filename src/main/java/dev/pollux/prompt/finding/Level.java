package dev.pollux.prompt.finding;

/// How much a finding weighs.
public enum Level {
  OK,
  WARNING,
  /// The job cannot be sent like this.
  STOP
}
