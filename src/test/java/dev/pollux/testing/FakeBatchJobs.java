package dev.pollux.testing;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Batch jobs in memory. Faults are switched on by setting the fields.
public final class FakeBatchJobs implements BatchJobs {
  /// Every create that reached the service, in order.
  public final List<BatchRequest> creates = new ArrayList<>();

  /// Thrown by the next create instead of doing it.
  public Optional<CloudException> refuseNext = Optional.empty();

  /// Something on the way sends the next create a second time.
  public boolean doubleNext;

  /// Called when the next create has arrived, before its answer: what others do meanwhile.
  public Runnable meanwhile = () -> {};

  /// Thrown by the next create after doing it: the reply is lost.
  public Optional<CloudException> loseNextReply = Optional.empty();

  /// Thrown by every cancel and delete, whether it is done or not.
  public Optional<CloudException> loseWrites = Optional.empty();

  /// Whether cancels and deletes are done.
  public boolean arrives = true;

  /// Locations whose list fails.
  public final Map<Location, CloudException> failingLists = new HashMap<>();

  /// Called at each list, before its answer.
  public Runnable onList = () -> {};

  /// Thrown by every list: a fault of ours.
  public @Nullable RuntimeException brokenList;

  public int lists;
  public final List<String> filters = new CopyOnWriteArrayList<>();
  public Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final Map<JobName, BatchJob> jobs = new ConcurrentHashMap<>();
  private long nextId = 1001;
  private int refusals;

  public static CloudException unavailable() {
    return new CloudException.Unavailable("no answer", "UNAVAILABLE", null);
  }

  /// A refusal that is the service's own word.
  public static CloudException refusal(String words) {
    return new CloudException.Invalid(
        words, "INVALID_ARGUMENT", null, CloudException.Delivery.ANSWERED);
  }

  /// A job with little in it, to be put.
  public static BatchJob job(String id, Location location, JobState state, Instant created) {
    return new BatchJob(
        new JobName("pollux-sandbox", location, id),
        "job " + id,
        "publishers/google/models/gemini-2.5-flash",
        "bq://pollux-sandbox.samples.requests",
        "bq://pollux-sandbox.samples.answers_" + id,
        state,
        "JOB_STATE_" + state,
        Optional.of(new JobCounts(0, 0, -1)),
        Optional.empty(),
        created,
        Optional.empty(),
        Optional.empty(),
        created,
        Map.of());
  }

  /// The next creates are refused, so many of them.
  public void refuseTimes(int times, CloudException refusal) {
    refuseNext = Optional.of(refusal);
    refusals = times;
  }

  public void put(BatchJob job) {
    jobs.put(job.name(), job);
  }

  /// All there are, in no order.
  public List<BatchJob> all() {
    return List.copyOf(jobs.values());
  }

  @Override
  public BatchJob create(BatchRequest request) throws CloudException {
    if (refuseNext.isPresent()) {
      CloudException refusal = refuseNext.get();
      refusals--;
      refuseNext = refusals > 0 ? refuseNext : Optional.empty();
      throw refusal;
    }
    creates.add(request);
    BatchJob job = make(request);
    if (doubleNext) {
      doubleNext = false;
      now = now.plusMillis(1);
      make(request);
    }
    meanwhile.run();
    if (loseNextReply.isPresent()) {
      CloudException lost = loseNextReply.get();
      loseNextReply = Optional.empty();
      throw lost;
    }
    return job;
  }

  private BatchJob make(BatchRequest request) {
    BatchJob job =
        new BatchJob(
            new JobName(request.project(), request.location(), Long.toString(nextId++)),
            request.displayName(),
            request.model().name(),
            request.source().uri(),
            request.destination().uri(),
            JobState.PENDING,
            "JOB_STATE_PENDING",
            Optional.empty(),
            Optional.empty(),
            now,
            Optional.empty(),
            Optional.empty(),
            now,
            request.labels());
    put(job);
    return job;
  }

  @Override
  public BatchJob get(JobName name) throws CloudException {
    BatchJob job = jobs.get(name);
    if (job == null) {
      throw new CloudException.NotFound("no such job: " + name, "NOT_FOUND", null);
    }
    return job;
  }

  /// Knows the empty filter and `labels.key="value"`.
  @Override
  public List<BatchJob> list(String project, Location location, String filter)
      throws CloudException {
    lists++;
    onList.run();
    filters.add(filter);
    if (brokenList != null) {
      throw brokenList;
    }
    if (failingLists.containsKey(location)) {
      throw failingLists.get(location);
    }
    return jobs.values().stream()
        .filter(job -> job.name().location().equals(location))
        .filter(job -> fits(job, filter))
        .sorted(Comparator.comparing(BatchJob::created).reversed())
        .toList();
  }

  private static boolean fits(BatchJob job, String filter) {
    if (filter.startsWith("create_time>=\"")) {
      return !job.created().isBefore(Instant.parse(filter.substring(14, filter.length() - 1)));
    }
    return filter.isEmpty()
        || job.labels().entrySet().stream()
            .anyMatch(label ->
                filter.equals("labels." + label.getKey() + "=\"" + label.getValue() + "\""));
  }

  @Override
  public void cancel(JobName name) throws CloudException {
    write(() -> put(with(get(name), JobState.CANCELLING)));
  }

  @Override
  public void delete(JobName name) throws CloudException {
    write(() -> jobs.remove(get(name).name()));
  }

  private interface Write {
    void take() throws CloudException;
  }

  private void write(Write write) throws CloudException {
    if (arrives) {
      write.take();
    }
    if (loseWrites.isPresent()) {
      throw loseWrites.get();
    }
  }

  public static BatchJob with(BatchJob job, JobState state) {
    return new BatchJob(
        job.name(),
        job.displayName(),
        job.model(),
        job.source(),
        job.destination(),
        state,
        "JOB_STATE_" + state,
        job.counts(),
        job.error(),
        job.created(),
        job.started(),
        job.ended(),
        job.updated(),
        job.labels());
  }
}
