package dev.pollux.cloud.google.bigquery;

import com.google.api.client.util.Sleeper;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatus;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.GoogleErrors;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.domain.Location;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Jobs of BigQuery whose id the caller chose. Sending one twice is harmless: the service knows the
/// id (409), and the job that is there is taken.
record InsertedJobs(String project, LazyClient<BigQuery> bigQuery, Duration outage) {
  private static final int DUPLICATE = 409;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LAST_PAUSE_MILLIS = 1_000;
  private static final long SIGNED_OUT_MILLIS = 2_000;

  JobId id(Location location, String jobId) {
    return JobId.newBuilder()
        .setProject(project)
        .setLocation(GoogleQueries.bigQueryName(location))
        .setJob(jobId)
        .build();
  }

  Job insert(JobInfo info) throws CloudException {
    return insert(info.getJobId(), () -> bigQuery.get().create(info));
  }

  /// @param creation makes the job of that id
  Job insert(JobId id, ClientCalls.Call<Job> creation) throws CloudException {
    try {
      Job job = ClientCalls.change(creation);
      // For an id that was there a moment ago, the client asks for the statistics alone
      // (com.google.cloud.bigquery.BigQueryImpl.create).
      return job == null || job.getStatus() == null ? reload(id) : whole(job);
    } catch (CloudException.Invalid e) {
      if (isDuplicate(e)) {
        return reload(id);
      }
      throw e;
    } catch (CloudException.Unavailable e) {
      // The reply may be lost, and the job there.
      return found(id).orElseThrow(() -> e);
    }
  }

  /// Empty also where it cannot be looked for.
  private Optional<Job> found(JobId id) {
    try {
      return Thread.currentThread().isInterrupted() ? Optional.empty() : look(id);
    } catch (CloudException _) {
      return Optional.empty();
    }
  }

  /// Whether the service knows the id already.
  static boolean isDuplicate(CloudException e) {
    return e.getCause() instanceof com.google.cloud.bigquery.BigQueryException cause
        && cause.getCode() == DUPLICATE;
  }

  Job reload(JobId id) throws CloudException {
    return look(id)
        .orElseThrow(
            () -> new CloudException.Broken("the service lost the job " + id.getJob(), "", null));
  }

  /// Empty where the service does not know it.
  Optional<Job> look(JobId id) throws CloudException {
    Job job = ClientCalls.once(() -> bigQuery.get().getJob(id));
    return job == null ? Optional.empty() : Optional.of(whole(job));
  }

  private static Job whole(Job job) throws CloudException {
    if (job.getStatus() == null || job.getStatus().getState() == null) {
      throw GoogleErrors.wrongAnswer("a job without a state", null);
    }
    return job;
  }

  static boolean isDone(Job job) {
    return JobStatus.State.DONE.equals(job.getStatus().getState());
  }

  /// Waits for its end. A hiccup ends nothing, and neither does a session that expires meanwhile:
  /// the job goes on, whether its state can be read or not.
  ///
  /// @param late called when it has not ended by the deadline
  /// @param unreached hears of each hiccup
  /// @throws CloudException.Unavailable when it has not ended by then
  Job await(Job job, Duration deadline, Runnable late, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    long start = System.nanoTime();
    long heard = start;
    long pause = FIRST_PAUSE_MILLIS;
    Job now = job;
    while (!isDone(now)) {
      if (System.nanoTime() - start > deadline.toNanos()) {
        late.run();
        throw new CloudException.Unavailable(
            "the job " + job.getJobId().getJob() + " takes too long", "", null);
      }
      Sleeper.DEFAULT.sleep(pause);
      try {
        now = reload(job.getJobId());
        pause = Math.min(pause * 3 / 2, LAST_PAUSE_MILLIS);
        heard = System.nanoTime();
      } catch (CloudException.NotSignedIn e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        unreached.accept(e);
        pause = SIGNED_OUT_MILLIS;
        heard = System.nanoTime();
      } catch (CloudException e) {
        if (!e.healable()
            || Thread.currentThread().isInterrupted()
            || System.nanoTime() - heard > outage.toNanos()) {
          throw e;
        }
        unreached.accept(e);
      }
    }
    return now;
  }
}
