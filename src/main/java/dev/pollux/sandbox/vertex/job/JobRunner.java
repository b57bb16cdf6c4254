package dev.pollux.sandbox.vertex.job;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.JobState;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.pollux.sandbox.vertex.models.LocationName;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries all jobs on, a tick at a time: PENDING, RUNNING, then one of the ends. Time is the given
/// clock's, times `speed`; the time during which the sandbox was down does not count.
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int BLOCKS_A_TICK = 8;

  /// The time of a job is durable to this part of all it takes. To write it at each tick would be
  /// five writes to the disk a second for each job that only waits.
  private static final double DURABLE = 0.02;

  private final BatchJobStore book;
  private final JobTables tables;
  private final ModelRules models;
  private final ProjectNumbers projects;
  private final RowAnswers answers;
  private final InstantSource clock;
  private final double speed;
  private final JobEnds ends;
  private final Map<String, JobWork> works = new HashMap<>();
  private volatile boolean closing;
  private Instant last;

  public JobRunner(
      BatchJobStore book,
      JobTables tables,
      ModelRules models,
      ProjectNumbers projects,
      RowAnswers answers,
      InstantSource clock,
      double speed) {
    this.book = book;
    this.tables = tables;
    this.models = models;
    this.projects = projects;
    this.answers = answers;
    this.clock = clock;
    this.speed = speed;
    this.ends = new JobEnds(book, tables, clock);
    this.last = clock.instant();
  }

  /// From now on a job that breaks is not failed: the store goes away under it, and the next start
  /// carries it on.
  public void closing() {
    closing = true;
  }

  /// Does what is due now.
  ///
  /// @return whether more is due already
  public boolean tick() {
    Instant now = clock.instant();
    boolean more = false;
    for (SandboxJob job : book.unfinished()) {
      more |= safely(job, seconds(job, now));
    }
    last = now;
    works.keySet().removeIf(id -> book.find(id).map(SandboxJob::ended).orElse(true));
    return more;
  }

  private double seconds(SandboxJob job, Instant now) {
    Instant made = Instant.EPOCH.plusNanos(Timestamps.toNanos(job.proto().getCreateTime()));
    Instant since = made.isAfter(last) ? made : last;
    return Math.max(0, Duration.between(since, now).toNanos() / 1e9 * speed);
  }

  private boolean safely(SandboxJob job, double seconds) {
    try {
      return carryOn(job, seconds);
    } catch (RowAnswers.JobBroken broken) {
      ends.fail(job.id(), broken.code(), String.valueOf(broken.getMessage()));
    } catch (RuntimeException | StackOverflowError unexpected) {
      if (closing) {
        return false;
      }
      LOG.warn("job {} broke", job.id(), unexpected);
      ends.fail(job.id(), Code.INTERNAL, "System error. Please try this operation again.");
    }
    return false;
  }

  private boolean carryOn(SandboxJob job, double seconds) {
    return switch (job.state()) {
      case JOB_STATE_PENDING, JOB_STATE_QUEUED -> wait(job, seconds);
      case JOB_STATE_RUNNING -> run(job, seconds);
      case JOB_STATE_CANCELLING -> {
        ends.publish(
            job.id(),
            JobState.JOB_STATE_CANCELLED,
            Status.newBuilder().setCode(Code.CANCELLED_VALUE).setMessage("CANCELED").build());
        yield false;
      }
      case JOB_STATE_UNSPECIFIED,
          JOB_STATE_SUCCEEDED,
          JOB_STATE_FAILED,
          JOB_STATE_CANCELLED,
          JOB_STATE_PAUSED,
          JOB_STATE_EXPIRED,
          JOB_STATE_UPDATING,
          JOB_STATE_PARTIALLY_SUCCEEDED,
          UNRECOGNIZED ->
          false;
    };
  }

  private boolean wait(SandboxJob job, double seconds) {
    double waited = job.waited() + seconds;
    JobPace pace = JobPace.of(job);
    if (waited < pace.leavesQueue()) {
      pass(job.id(), isNews(job.waited(), waited, pace.leavesQueue()), waited, 0);
      return false;
    }
    if (pace.expires()) {
      ends.publish(job.id(), JobState.JOB_STATE_EXPIRED, null);
      return false;
    }
    LocationName place =
        LocationName.of(job.proto().getName(), projects, "aiplatform.batchPredictionJobs.get");
    switch (new ImportRules(tables).run(job, place)) {
      case ImportRules.Imported.Broken broken ->
          ends.fail(
              job.id(), Code.forNumber(broken.error().getCode()), broken.error().getMessage());
      case ImportRules.Imported.Ready ready -> {
        start(job, waited, ready.rows());
        return true;
      }
    }
    return false;
  }

  private void start(SandboxJob job, double waited, long rows) {
    Instant now = clock.instant();
    book.change(
        job.id(),
        old -> {
          if (old.state() == JobState.JOB_STATE_CANCELLING) {
            return old;
          }
          BatchPredictionJob running =
              old.proto().toBuilder()
                  .setState(JobState.JOB_STATE_RUNNING)
                  .setStartTime(SandboxJob.stamp(now))
                  .build();
          double ran = Math.max(0, waited - job.faults().pendingSeconds());
          return old.with(running).withTime(waited, ran).withCounts(rows, 0, 0, now);
        });
  }

  private SandboxJob pass(String id, boolean durably, double waited, double ran) {
    UnaryOperator<SandboxJob> passed = old -> old.withTime(waited, ran);
    return durably ? book.change(id, passed) : book.progress(id, passed);
  }

  /// Whether the time went by a mark at which it is written.
  private static boolean isNews(double before, double now, double all) {
    double step = all * DURABLE;
    return step <= 0 || Math.floor(before / step) != Math.floor(now / step);
  }

  private boolean run(SandboxJob before, double seconds) {
    JobPace pace = JobPace.of(before);
    double ran = before.ran() + seconds;
    SandboxJob job =
        pass(before.id(), isNews(before.ran(), ran, pace.ends()), before.waited(), ran);
    JobWork work = works.computeIfAbsent(before.id(), id -> work(before));
    long due = pace.due(job.ran(), job.rows());
    for (int block = 0; block < BLOCKS_A_TICK; block++) {
      int size = work.nextSize();
      if (size == 0 || job.done() + size > due) {
        return finish(job, pace);
      }
      List<JobTables.AnsweredRow> kept = work.next();
      long bad = kept.stream().filter(answer -> !answer.status().isEmpty()).count();
      job =
          book.progress(
              job.id(),
              old ->
                  old.withCounts(
                      old.rows(),
                      old.ok() + kept.size() - bad,
                      old.failed() + bad,
                      clock.instant()));
      if (job.state() != JobState.JOB_STATE_RUNNING) {
        return true;
      }
    }
    return true;
  }

  private JobWork work(SandboxJob job) {
    LocationName place =
        LocationName.of(job.proto().getName(), projects, "aiplatform.batchPredictionJobs.get");
    return new JobWork(job, models.forBatch(job.proto().getModel(), place), tables, answers);
  }

  /// Ends the job when its time has come.
  private boolean finish(SandboxJob job, JobPace pace) {
    if (job.ran() >= pace.ends()) {
      if (pace.overruns()) {
        ends.publish(
            job.id(),
            JobState.JOB_STATE_FAILED,
            Status.newBuilder()
                .setCode(Code.DEADLINE_EXCEEDED_VALUE)
                .setMessage(
                    "The batch prediction job did not complete within 24 hours. Incomplete requests were cancelled.")
                .build());
      } else {
        ends.publish(job.id(), JobState.JOB_STATE_SUCCEEDED, null);
      }
    }
    return false;
  }
}
