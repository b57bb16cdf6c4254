package dev.pollux.cloud;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Location;
import java.util.List;

/// Batch prediction jobs. Reads are retried within a budget; [#create] never is, because the
/// service has no request id and a repeated create is paid twice.
public interface BatchJobs {
  /// Sends one create, once. On [CloudException.Unavailable] or [CloudException.Broken] nobody
  /// knows whether the job exists: look for it by label.
  BatchJob create(BatchRequest request) throws CloudException;

  BatchJob get(JobName name) throws CloudException;

  /// All jobs of a location that fit the filter (the service's own language, empty for all), newest
  /// first.
  List<BatchJob> list(String project, Location location, String filter) throws CloudException;

  /// Asks to stop; the state follows later.
  void cancel(JobName name) throws CloudException;

  /// Forgets a finished job; its output table stays.
  void delete(JobName name) throws CloudException;
}
