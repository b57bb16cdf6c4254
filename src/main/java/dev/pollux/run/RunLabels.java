package dev.pollux.run;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.RunId;

/// The labels by which a job is known as ours.
final class RunLabels {
  static final String RUN = "pollux-run";
  static final String PART = "pollux-part";

  /// A run is one job for now.
  static final String ONLY_PART = "1";

  private RunLabels() {}

  /// The filter that lists the jobs of a run
  /// (https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.batchPredictionJobs/list).
  static String filter(RunId run) {
    return "labels." + RUN + "=\"" + run + "\"";
  }

  static boolean isOf(BatchJob job, RunId run) {
    return run.id().equals(job.labels().get(RUN));
  }
}
