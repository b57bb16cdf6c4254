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
  /// The create went out and nobody knows yet whether it arrived.
  UNKNOWN,
  /// The create went out, and the service has no such job, well after it could have had one. Only
  /// the person decides: send again, or give up.
  ABSENT,
  /// The service refused clearly, or the person gave it up: no job exists.
  REFUSED;

  /// Whether the person is asked: the run was stopped before its create went out, or the create was
  /// lost. Nothing runs and nothing is billed.
  public boolean awaitsPerson() {
    return switch (this) {
      case INTENT, PREPARING, ABSENT -> true;
      case SUBMITTING, SUBMITTED, UNKNOWN, REFUSED -> false;
    };
  }
}
