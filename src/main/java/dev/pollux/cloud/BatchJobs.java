package dev.pollux.cloud;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Batch prediction jobs. Reads are retried within a budget; [#create] never is, because the
/// service has no request id and a repeated create is paid twice.
public interface BatchJobs {
  /// Sends one create, once. Unless the failure [CloudException#leftNothing()], nobody knows
  /// whether the job exists: look for it by label.
  BatchJob create(BatchRequest request) throws CloudException;

  BatchJob get(JobName name) throws CloudException;

  /// Empty where the service has no such job, as when somebody deleted it; the table that it wrote
  /// may be there.
  default Optional<BatchJob> find(JobName name) throws CloudException {
    try {
      return Optional.of(get(name));
    } catch (CloudException.NotFound _) {
      return Optional.empty();
    }
  }

  /// All jobs of a location that fit the filter (the service's own language, empty for all), newest
  /// first.
  List<BatchJob> list(String project, Location location, String filter) throws CloudException;

  /// Lists several locations, each with a filter of its own. A location that fails does not keep
  /// the others from answering; the answers come in the order of the question.
  default Map<Location, ListAnswer> list(String project, Map<Location, String> filters) {
    Map<Location, ListAnswer> all = new LinkedHashMap<>();
    filters.forEach((location, filter) -> {
      try {
        all.put(location, new ListAnswer.Listed(list(project, location, filter)));
      } catch (CloudException e) {
        all.put(location, new ListAnswer.Missed(e));
      }
    });
    return all;
  }

  /// What one location answered.
  sealed interface ListAnswer {
    /// The jobs that fit, newest first.
    record Listed(List<BatchJob> jobs) implements ListAnswer {
      public Listed {
        jobs = List.copyOf(jobs);
      }
    }

    /// It did not answer.
    record Missed(CloudException failure) implements ListAnswer {}
  }

  /// Asks to stop; the state follows later.
  void cancel(JobName name) throws CloudException;

  /// The same of a job that may have ended meanwhile, which need not be stopped; where the reply
  /// was lost, a look says whether it stops.
  default void stop(JobName name) throws CloudException {
    try {
      cancel(name);
    } catch (CloudException e) {
      if (mayGoOn(name)) {
        throw e;
      }
    }
  }

  private boolean mayGoOn(JobName name) {
    try {
      return find(name).map(BatchJob::state).filter(JobState::goesOn).isPresent();
    } catch (CloudException _) {
      return true;
    }
  }

  /// Forgets a finished job; its output table stays.
  void delete(JobName name) throws CloudException;
}
