package dev.pollux.cloud.google.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.CopyJobConfiguration;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.QueryJobConfiguration;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.TableCopies;
import dev.pollux.cloud.google.client.ErrorCodes;
import dev.pollux.cloud.google.client.GoogleErrors;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.domain.table.TableCopy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Copies as jobs whose id the caller chose, at the location where the new table is to be: that is
/// where the service is asked for them again.
public final class GoogleTableCopies implements TableCopies {
  /// The service promises no time; what crosses an ocean takes minutes.
  private static final Duration DEADLINE = Duration.ofHours(2);

  private static final Duration SETTLING = Duration.ofMinutes(10);
  private final InsertedJobs jobs;

  /// @param project that its jobs run in, and that is billed
  /// @param outage how long the service may be out of reach while a job runs there
  public GoogleTableCopies(String project, LazyClient<BigQuery> bigQuery, Duration outage) {
    this.jobs = new InsertedJobs(project, bigQuery, outage);
  }

  @Override
  public void run(TableCopy copy, String jobId, Map<String, String> labels)
      throws CloudException, InterruptedException {
    run(copy, jobId, labels, _ -> {});
  }

  @Override
  public void run(
      TableCopy copy, String jobId, Map<String, String> labels, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    CopyJobConfiguration configuration =
        CopyJobConfiguration.newBuilder(GoogleCatalog.id(copy.to()), GoogleCatalog.id(copy.from()))
            .setWriteDisposition(JobInfo.WriteDisposition.WRITE_EMPTY)
            .setLabels(labels)
            .build();
    try {
      JobId id = jobs.id(copy.into(), jobId);
      Job done =
          jobs.await(jobs.insert(JobInfo.of(id, configuration)), DEADLINE, () -> {}, unreached);
      if (!isCopy(done)) {
        throw new CloudException.Invalid("the copy " + jobId + " was given up before", "", null);
      }
      BigQueryError error = done.getStatus().getError();
      if (error != null) {
        throw ErrorCodes.query(error);
      }
    } catch (CloudException e) {
      // A thread that is interrupted inside a socket loses the connection first.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw e;
    }
  }

  /// Where nobody knows the id, a query that reads nothing takes it: a copy whose insert is still
  /// on its way finds it taken (409), and is never made.
  @Override
  public boolean settle(TableCopy copy, String jobId) throws CloudException {
    JobId id = jobs.id(copy.into(), jobId);
    Optional<Job> found = jobs.look(id);
    Job job =
        found.isPresent()
            ? found.get()
            : jobs.insert(JobInfo.of(id, QueryJobConfiguration.of("SELECT 1")));
    try {
      Job done = jobs.await(job, SETTLING, () -> {}, _ -> {});
      return isCopy(done) && done.getStatus().getError() == null;
    } catch (InterruptedException e) {
      throw GoogleErrors.interrupted(e);
    }
  }

  private static boolean isCopy(Job job) {
    return job.getConfiguration() instanceof CopyJobConfiguration;
  }
}
