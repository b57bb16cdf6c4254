package dev.pollux.run;

/// How far a submission got, as the journal has it.
public enum RunStage {
  /// Decided and durable; nothing was sent.
  INTENT,
  /// The request table is being made or is made.
  PREPARING,
  /// The create is about to go out, or is out.
  SUBMITTING,
  /// The service named a job.
  SUBMITTED,
  /// The create went out and nobody knows whether it arrived.
  UNKNOWN,
  /// The service refused clearly, or the person gave it up: no job exists.
  REFUSED
}
