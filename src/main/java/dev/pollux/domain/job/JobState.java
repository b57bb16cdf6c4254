package dev.pollux.domain.job;

import java.util.Locale;

/// The states of google.cloud.aiplatform.v1.JobState, and one for those that came later
/// (https://github.com/googleapis/googleapis/blob/master/google/cloud/aiplatform/v1/job_state.proto).
public enum JobState {
  UNSPECIFIED,
  QUEUED,
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLING,
  CANCELLED,
  PAUSED,
  EXPIRED,
  UPDATING,
  PARTIALLY_SUCCEEDED,
  /// A state this version of Pollux has no name for; [BatchJob#rawState()] has the service's.
  NEWER;

  /// From `JOB_STATE_RUNNING` and its kind.
  public static JobState of(String raw) {
    String name = raw.toUpperCase(Locale.ROOT).replaceFirst("^JOB_STATE_", "");
    for (JobState state : values()) {
      if (state != NEWER && state.name().equals(name)) {
        return state;
      }
    }
    return NEWER;
  }

  /// Whether it neither ended nor was told to.
  public boolean goesOn() {
    return this != CANCELLING && !isFinal();
  }

  /// Whether the service will never change it again. PAUSED can be resumed, so it is not.
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, FAILED, CANCELLED, EXPIRED, PARTIALLY_SUCCEEDED -> true;
      case UNSPECIFIED, QUEUED, PENDING, RUNNING, CANCELLING, PAUSED, UPDATING, NEWER -> false;
    };
  }
}
