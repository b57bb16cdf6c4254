package dev.pollux.run.state;

/// How far a submission got, as the journal has it.
public enum RunStage {
  /// Decided and durable; nothing was sent.
  INTENT,
  /// The request table is being made or is made.
  PREPARING,
  /// The requests are on their way to where the job runs, or are there: by a copy that nobody can
  /// stop.
  COPYING,
  /// The create is about to go out, or is out.
  SUBMITTING,
  /// The service named a job.
  SUBMITTED,
  /// The create went out and nobody knows yet whether it arrived.
  UNKNOWN,
  /// The create went out, and the service has no such job, well after it could have had one. Only
  /// the person decides: send again, or give up.
  ABSENT,
  /// It was refused, or stopped before it was sent: no job exists, nothing was left behind.
  REFUSED,
  /// ABSENT before, and the person gave it up. Most likely no job exists.
  GIVEN_UP;

  /// Whether the person is asked: the run was stopped before its create went out, or the create was
  /// lost. Nothing runs and nothing is billed.
  public boolean awaitsPerson() {
    return switch (this) {
      case INTENT, PREPARING, COPYING, ABSENT -> true;
      case SUBMITTING, SUBMITTED, UNKNOWN, REFUSED, GIVEN_UP -> false;
    };
  }

  /// Whether the run is over and became no job, as far as anybody knows.
  public boolean isOver() {
    return this == REFUSED || this == GIVEN_UP;
  }
}
