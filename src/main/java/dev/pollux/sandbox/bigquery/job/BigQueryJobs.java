package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.Errors;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.StoreFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// The jobs: accepted, run on threads of their own (not virtual ones, which DuckDB would pin), kept
/// in the store at every change of state.
public final class BigQueryJobs implements AutoCloseable {
  /// What a job does; it fills in the job's statistics.
  @FunctionalInterface
  interface Task {
    void run(ObjectNode job, CancelHandle running);
  }

  private record Active(CancelHandle running, CompletableFuture<Void> end) {}

  private static final Set<String> MULTI_REGIONS = Set.of("US", "EU");
  private static final Logger LOG = LoggerFactory.getLogger(BigQueryJobs.class);
  private final Store store;
  private final InstantSource clock;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("sandbox-queries-", 0).factory());
  private final Map<String, Active> active = new ConcurrentHashMap<>();

  public BigQueryJobs(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Accepts a job, which begins at once: from here on it is durable.
  ///
  /// @throws StoreFailure of kind DUPLICATE if its id was used before
  void submit(ObjectNode job, Task task) {
    String project = text(job, "projectId");
    String id = text(job, "jobId");
    Active entry = new Active(new CancelHandle(), new CompletableFuture<>());
    JobJson.running(job, clock.instant());
    store.jobs().insert(project, id, job);
    active.put(project + "/" + id, entry);
    threads.execute(() -> {
      try {
        run(job, task, entry.running());
      } finally {
        active.remove(project + "/" + id);
        entry.end().complete(null);
      }
    });
  }

  /// Accepts a job that cannot begin: it has failed when the caller hears of it, as at the service.
  ///
  /// @throws StoreFailure of kind DUPLICATE if its id was used before
  void refuse(ObjectNode job, StoreFailure why) {
    JobJson.failed(job, why, clock.instant());
    store.jobs().insert(text(job, "projectId"), text(job, "jobId"), job);
  }

  private void run(ObjectNode job, Task task, CancelHandle running) {
    String project = text(job, "projectId");
    String id = text(job, "jobId");
    try {
      task.run(job, running);
      JobJson.done(job, clock.instant());
    } catch (StoreFailure e) {
      if (e.kind() == StoreFailure.Kind.INTERNAL) {
        LOG.warn("Job {} broke", id, e);
      }
      JobJson.failed(job, e, clock.instant());
    } catch (Failure e) {
      JobJson.failed(job, new StoreFailure(kind(e), e.text(), e), clock.instant());
    } catch (RuntimeException | Error e) {
      LOG.warn("Job {} broke", id, e);
      StoreFailure broken =
          new StoreFailure(
              StoreFailure.Kind.INTERNAL,
              "An internal error occurred and the request could not be completed.",
              e);
      JobJson.failed(job, broken, clock.instant());
    }
    store.jobs().update(project, id, job);
  }

  private static StoreFailure.Kind kind(Failure e) {
    for (StoreFailure.Kind kind : StoreFailure.Kind.values()) {
      if (Errors.reason(kind) == e.reason()) {
        return kind;
      }
    }
    return StoreFailure.Kind.INVALID;
  }

  private static String text(ObjectNode job, String name) {
    return job.path("jobReference").path(name).asString("");
  }

  /// A job that was just made, whose location the caller did not choose.
  ///
  /// @throws Failure if there is no such job
  public ObjectNode anywhere(String project, String id) {
    store.projects().need(project);
    return store
        .jobs()
        .find(project, id)
        .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "Not found: Job " + project + ":" + id));
  }

  /// Without a location, the service looks in its two multi-regions only.
  ///
  /// @throws Failure if there is no such job, or it ran elsewhere than the client says
  public ObjectNode need(String project, String id, String location) {
    ObjectNode job = anywhere(project, id);
    String place = text(job, "location");
    boolean found =
        location.isEmpty() ? MULTI_REGIONS.contains(place) : location.equalsIgnoreCase(place);
    if (!found) {
      String asked = location.isEmpty() ? "" : location + ".";
      throw new Failure(Reason.NOT_FOUND, "Not found: Job " + project + ":" + asked + id);
    }
    return job;
  }

  /// The job, when it has ended or the time is over.
  public ObjectNode await(String project, String id, String location, long millis) {
    ObjectNode job = need(project, id, location);
    Active entry = active.get(project + "/" + id);
    if (entry == null || JobJson.isDone(job)) {
      return need(project, id, location);
    }
    try {
      entry.end().get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return job;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return job;
    } catch (ExecutionException e) {
      throw new IllegalStateException("ends are only ever completed", e);
    }
    return need(project, id, location);
  }

  /// Asks a job to stop; one that has ended stays as it is.
  public ObjectNode cancel(String project, String id, String location) {
    ObjectNode job = need(project, id, location);
    Active entry = active.get(project + "/" + id);
    if (entry != null) {
      entry.running().stop();
    }
    return job;
  }

  public void delete(String project, String id, String location) {
    ObjectNode job = need(project, id, location);
    if (!JobJson.isDone(job)) {
      throw new Failure(Reason.INVALID, "Cannot delete a job that has not ended: " + id);
    }
    store.jobs().delete(project, id);
  }

  /// A page, and one job more if there is a next page.
  public List<ObjectNode> list(
      String project, Instant from, Instant to, List<String> states, ListPages page) {
    store.projects().need(project);
    return store.jobs().list(project, from, to, states, page.start(), page.size() + 1);
  }

  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    active.values().forEach(entry -> entry.running().stop());
    threads.shutdown();
    try {
      // A statement that does not hear is stopped with the store; its job is marked at the next
      // start.
      if (!threads.awaitTermination(1000, TimeUnit.MILLISECONDS)) {
        LOG.warn("{} jobs did not stop in time", active.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
