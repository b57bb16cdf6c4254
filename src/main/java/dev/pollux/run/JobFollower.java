package dev.pollux.run;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Follows the jobs of one connection: one list call for each location at a tick, for any number of
/// jobs. Also notices when the job of an UNKNOWN run turns up.
public final class JobFollower {
  private static final Duration WHOLE_AFTER = Duration.ofMinutes(5);
  private final Connection connection;
  private final BatchJobs jobs;
  private final Journal journal;
  private final Reconciler reconciler;
  private final InstantSource clock;
  private final Map<Location, List<BatchJob>> lastKnown = new HashMap<>();
  private final Map<Location, Instant> readWhole = new ConcurrentHashMap<>();

  public JobFollower(
      Connection connection,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      InstantSource clock) {
    this.connection = connection;
    this.jobs = jobs;
    this.journal = journal;
    this.reconciler = reconciler;
    this.clock = clock;
  }

  /// Reads everything again at the next tick, since the person asked or changed something.
  public void forget() {
    readWhole.clear();
  }

  /// Asks every location once. Locations that fail are named on the board.
  ///
  /// @throws CloudException the first failure, when every location failed
  public synchronized JobBoard refresh() throws CloudException {
    Instant asked = clock.instant();
    // Read before the lists: a run that has its job by now is in them, or the job was deleted.
    List<Run> runs = runs();
    List<JobBoard.Listing> listings = new ArrayList<>();
    List<JobBoard.LocationProblem> problems = new ArrayList<>();
    for (Location location : locations(runs)) {
      try {
        List<BatchJob> listed = list(location, asked);
        listings.add(new JobBoard.Listing(location, listed, true));
      } catch (CloudException e) {
        problems.add(new JobBoard.LocationProblem(location, e));
        listings.add(
            new JobBoard.Listing(location, lastKnown.getOrDefault(location, List.of()), false));
      }
    }
    if (problems.size() == listings.size()) {
      throw problems.getFirst().failure();
    }
    List<Run> settled = runs.stream().map(run -> settle(run, listings, asked)).toList();
    List<JobLine> lines = JobBoard.withBills(JobBoard.merge(listings, settled), journal.bills());
    return new JobBoard(lines, problems, connection.simulated(), clock.instant());
  }

  /// Jobs that ended can change no more, so that only those are read again which were created since
  /// the oldest that still can: one page of an answer, however many jobs there are. All of them are
  /// read now and then, since somebody may have deleted one.
  private List<BatchJob> list(Location location, Instant now) throws CloudException {
    Instant whole = readWhole.getOrDefault(location, Instant.MIN);
    List<BatchJob> known = lastKnown.getOrDefault(location, List.of());
    if (known.isEmpty() || !now.isBefore(whole.plus(WHOLE_AFTER))) {
      List<BatchJob> all = jobs.list(connection.project(), location, "");
      readWhole.put(location, now);
      lastKnown.put(location, all);
      return all;
    }
    Instant since = since(known);
    List<BatchJob> all =
        new ArrayList<>(
            jobs.list(connection.project(), location, "create_time>=\"" + since + "\""));
    known.stream().filter(job -> job.created().isBefore(since)).forEach(all::add);
    lastKnown.put(location, List.copyOf(all));
    return List.copyOf(all);
  }

  /// When the oldest job that can still change was created; the newest of all if none can.
  private static Instant since(List<BatchJob> known) {
    return known.stream()
        .filter(job -> !job.state().isFinal())
        .map(BatchJob::created)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> known.getFirst().created());
  }

  private List<Run> runs() {
    return journal.runs().stream()
        .filter(run -> run.plan().project().equals(connection.project()))
        .toList();
  }

  private Set<Location> locations(List<Run> runs) {
    Set<Location> all = new LinkedHashSet<>();
    all.add(connection.location());
    all.add(Location.GLOBAL);
    runs.stream()
        .filter(run -> run.stage() != RunStage.REFUSED)
        .forEach(run -> all.add(run.plan().location()));
    // A multi-region takes no batch jobs, and has no door to ask.
    all.removeIf(Location::isMultiRegion);
    return all;
  }

  private Run settle(Run run, List<JobBoard.Listing> listings, Instant asked) {
    if (run.stage() != RunStage.UNKNOWN && run.stage() != RunStage.ABSENT) {
      return run;
    }
    for (JobBoard.Listing listing : listings) {
      if (listing.complete() && listing.location().equals(run.plan().location())) {
        return reconciler.decide(run, listing.jobs(), asked);
      }
    }
    return run;
  }
}
