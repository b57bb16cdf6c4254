package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The time that copies between locations take, and their faults; set over
/// `/sandbox/v1/copy-faults`.
public final class CopyPace {
  private static final String PATH = "/sandbox/v1/copy-faults";
  private static final long LOOK_MILLIS = 20;
  private final double speed;
  private final CountDownLatch over = new CountDownLatch(1);
  private final ProjectConditions conditions;
  private CopyFaults faults = CopyFaults.NONE;

  /// @param speed how many times faster than the clock the time of jobs runs
  public CopyPace(double speed, ProjectConditions conditions) {
    this.speed = speed;
    this.conditions = conditions;
  }

  public void register(BigQueryRoutes door) {
    door.routeAt("GET", PATH, _ -> answer());
    door.routeAt("PUT", PATH, this::put);
  }

  public synchronized CopyFaults get() {
    return faults;
  }

  public synchronized void set(CopyFaults next) {
    faults = next;
  }

  private Response answer() {
    return Response.json(get().json());
  }

  private Response put(Request request) throws IOException {
    try {
      set(get().with(request.json()));
    } catch (IllegalArgumentException e) {
      throw new Failure(Reason.INVALID, String.valueOf(e.getMessage()));
    }
    return answer();
  }

  /// Takes as long as a copy takes: nobody stops it, not even who cancels the job
  /// (https://docs.cloud.google.com/bigquery/docs/managing-tables#limitations_on_copying_tables).
  ///
  /// @throws StoreFailure when the sandbox ends meanwhile, or the copy is one of those that fail
  void pass() {
    long end = System.nanoTime() + (long) (get().seconds() / speed * 1e9);
    while (System.nanoTime() < end) {
      try {
        if (over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new StoreFailure(Kind.STOPPED, "Job execution was cancelled: System error");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreFailure(Kind.STOPPED, "Job execution was cancelled: System error", e);
      }
    }
    if (fails()) {
      throw new StoreFailure(
          Kind.INTERNAL,
          "An internal error occurred and the request could not be completed. This is usually"
              + " caused by a transient issue. Retrying the job with back-off as described in the"
              + " BigQuery SLA should solve the problem.");
    }
  }

  private synchronized boolean fails() {
    boolean due = faults.failures() > 0;
    if (due) {
      faults = faults.withOneFailureLess();
    }
    return due || conditions.has(ProjectCondition.COPIES_FAIL);
  }

  /// After a copy began: its reply may get lost.
  synchronized void afterInsert() {
    if (faults.lostReplies() > 0) {
      faults = faults.withOneReplyMore();
    } else if (!conditions.has(ProjectCondition.COPY_REPLIES_LOST)) {
      return;
    }
    throw new Failure(Reason.UNAVAILABLE, "The service is currently unavailable.");
  }

  /// The sandbox ends: copies that are under way fail.
  public void close() {
    over.countDown();
  }
}
