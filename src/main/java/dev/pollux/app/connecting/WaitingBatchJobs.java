package dev.pollux.app.connecting;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Location;
import java.util.List;
import java.util.Map;

/// [BatchJobs] of a cloud that is waited for.
record WaitingBatchJobs(There there) implements BatchJobs {
  @Override
  public BatchJob create(BatchRequest request) throws CloudException {
    return there.get().jobs().create(request);
  }

  @Override
  public BatchJob get(JobName name) throws CloudException {
    return there.get().jobs().get(name);
  }

  @Override
  public List<BatchJob> list(String project, Location location, String filter)
      throws CloudException {
    return there.get().jobs().list(project, location, filter);
  }

  @Override
  public Map<Location, ListAnswer> list(String project, Map<Location, String> filters) {
    try {
      return there.get().jobs().list(project, filters);
    } catch (CloudException e) {
      return BatchJobs.super.list(project, filters);
    }
  }

  @Override
  public void cancel(JobName name) throws CloudException {
    there.get().jobs().cancel(name);
  }

  @Override
  public void delete(JobName name) throws CloudException {
    there.get().jobs().delete(name);
  }
}
