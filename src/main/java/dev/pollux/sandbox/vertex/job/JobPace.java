package dev.pollux.sandbox.vertex.job;

/// How long a job takes, in seconds of job time, and the service's two limits: up to 72 h in the
/// queue, up to 24 h of running
/// ([limits](https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/batch-inference)).
///
/// Whether a limit is hit follows from the plan alone and not from how fast this computer is, so
/// that the outcome of a job is the same at any speed.
public record JobPace(double pending, double run) {
  static final double QUEUE_LIMIT = 72 * 3600;
  static final double RUN_LIMIT = 24 * 3600;

  private static final double START = 2.5;
  private static final double EACH_ROW = 0.00145;

  public static JobPace of(SandboxJob job) {
    return new JobPace(
        job.faults().pendingSeconds(),
        (START + EACH_ROW * Math.max(0, job.rows())) * job.faults().slowFactor());
  }

  boolean expires() {
    return pending > QUEUE_LIMIT;
  }

  /// When the waiting ends, one way or the other.
  double leavesQueue() {
    return Math.min(pending, QUEUE_LIMIT);
  }

  boolean overruns() {
    return run > RUN_LIMIT;
  }

  /// When the running ends, one way or the other.
  double ends() {
    return Math.min(run, RUN_LIMIT);
  }

  /// How many of the rows are done after so much running.
  long due(double ran, long rows) {
    return ran >= run ? rows : (long) (rows * Math.min(ran, RUN_LIMIT) / run);
  }
}
