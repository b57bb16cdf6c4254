package dev.pollux.run.submit;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.run.state.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The jobs that carry a run's label. There should be one at most; where something sent the create
/// twice there are more, and the oldest is kept: it has the output table.
///
/// @param kept the oldest that runs or did its work, else the oldest
/// @param others all but that
record JobsOfRun(Optional<BatchJob> kept, List<BatchJob> others) {
  static JobsOfRun among(List<BatchJob> jobs, Run run) {
    List<BatchJob> ours =
        jobs.stream()
            .filter(job -> RunLabels.isOf(job, run.plan().id()))
            .sorted(
                Comparator.comparing((BatchJob job) -> failed(job.state()))
                    .thenComparing(BatchJob::created)
                    .thenComparing(job -> job.name().id()))
            .toList();
    return new JobsOfRun(ours.stream().findFirst(), ours.stream().skip(1).toList());
  }

  private static boolean failed(JobState state) {
    return switch (state) {
      case FAILED, CANCELLED, CANCELLING, EXPIRED -> true;
      case UNSPECIFIED,
          QUEUED,
          PENDING,
          RUNNING,
          SUCCEEDED,
          PAUSED,
          UPDATING,
          PARTIALLY_SUCCEEDED,
          NEWER ->
          false;
    };
  }
}
