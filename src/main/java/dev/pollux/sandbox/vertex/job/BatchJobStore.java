package dev.pollux.sandbox.vertex.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// All jobs, in memory and durable. Every change of a job passes here, one at a time; who reads
/// does not wait for who writes to the disk.
public final class BatchJobStore {
  private final JobTables tables;
  private final ConcurrentNavigableMap<Long, SandboxJob> jobs = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();

  /// Begins with the jobs that were saved; what they had done is counted from the answers that were
  /// kept.
  public BatchJobStore(JobTables tables, java.time.Instant now) {
    this.tables = tables;
    for (String json : tables.loadJobs()) {
      SandboxJob job = SandboxJob.fromJson(json);
      jobs.put(Long.valueOf(job.id()), job.rows() >= 0 && !job.ended() ? recount(job, now) : job);
      lastId.accumulateAndGet(Long.parseLong(job.id()), Math::max);
    }
  }

  private SandboxJob recount(SandboxJob job, java.time.Instant now) {
    List<JobTables.Kept> kept = tables.kept(job.id());
    long failed = kept.stream().filter(JobTables.Kept::failed).count();
    return job.withCounts(job.rows(), kept.size() - failed, failed, now);
  }

  /// A new id: digits only, and greater than every older one.
  String nextId(java.time.Instant now) {
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    return Long.toString(lastId.updateAndGet(last -> Math.max(last + 1, micros * 1_000)));
  }

  synchronized void add(SandboxJob job) {
    tables.saveJob(job.id(), job.toJson());
    jobs.put(Long.valueOf(job.id()), job);
  }

  Optional<SandboxJob> find(String id) {
    try {
      return Optional.ofNullable(jobs.get(Long.valueOf(id)));
    } catch (NumberFormatException noId) {
      return Optional.empty();
    }
  }

  /// All jobs, newest first.
  List<SandboxJob> all() {
    return List.copyOf(jobs.descendingMap().values());
  }

  /// Those that go on, oldest first.
  List<SandboxJob> unfinished() {
    return jobs.values().stream().filter(job -> !job.ended()).toList();
  }

  /// Changes a job in memory only; progress is made durable by the kept answers.
  synchronized SandboxJob progress(String id, UnaryOperator<SandboxJob> change) {
    SandboxJob next = change.apply(require(id));
    jobs.put(Long.valueOf(id), next);
    return next;
  }

  /// Changes a job durably.
  synchronized SandboxJob change(String id, UnaryOperator<SandboxJob> change) {
    SandboxJob next = change.apply(require(id));
    tables.saveJob(id, next.toJson());
    jobs.put(Long.valueOf(id), next);
    return next;
  }

  synchronized void remove(String id) {
    tables.deleteJob(id);
    jobs.remove(Long.valueOf(id));
  }

  private SandboxJob require(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no job " + id));
  }
}
