package dev.pollux.domain.job;

import java.util.Optional;

/// The labels by which a job is known as ours.
public final class RunLabels {
  public static final String RUN = "pollux-run";
  public static final String PART = "pollux-part";

  public static final String ATTEMPT = "pollux-attempt";

  private RunLabels() {}

  /// The filter that lists the jobs of a run
  /// (https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.batchPredictionJobs/list).
  public static String filter(RunId run) {
    return "labels." + RUN + "=\"" + run + "\"";
  }

  /// The run whose label a job carries; empty where it is not one of ours.
  public static Optional<RunId> run(BatchJob job) {
    return Optional.ofNullable(job.labels().get(RUN)).filter(RunId::isId).map(RunId::new);
  }

  public static boolean isOf(BatchJob job, RunId run) {
    return run.id().equals(job.labels().get(RUN));
  }
}
