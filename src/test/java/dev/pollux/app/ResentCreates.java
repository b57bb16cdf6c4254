package dev.pollux.app;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableRef;
import java.util.List;

/// A planted fault: a create is sent once more, as by a client that retries it.
record ResentCreates(BatchJobs inner) implements BatchJobs {
  @Override
  public BatchJob create(BatchRequest request) throws CloudException {
    TableRef answers = request.destination();
    BatchJob first = inner.create(request);
    inner.create(
        new BatchRequest(
            request.project(),
            request.location(),
            request.displayName(),
            request.model(),
            request.source(),
            answers.datasetRef().table(answers.table() + "_2"),
            request.labels()));
    return first;
  }

  @Override
  public BatchJob get(JobName name) throws CloudException {
    return inner.get(name);
  }

  @Override
  public List<BatchJob> list(String project, Location location, String filter)
      throws CloudException {
    return inner.list(project, location, filter);
  }

  @Override
  public void cancel(JobName name) throws CloudException {
    inner.cancel(name);
  }

  @Override
  public void delete(JobName name) throws CloudException {
    inner.delete(name);
  }
}
