package dev.pollux.domain;

/// How much a finding weighs.
public enum Severity {
  OK,
  WARNING,
  /// The job cannot be sent like this.
  STOP
}
