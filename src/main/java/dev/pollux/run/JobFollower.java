package dev.pollux.run;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Location;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows the jobs of one connection: one list call for each location at a tick, for any number of
/// jobs. Also notices when the job of an UNKNOWN run turns up.
public final class JobFollower {
  private final Connection connection;
  private final BatchJobs jobs;
  private final Journal journal;
  private final Reconciler reconciler;
  private final InstantSource clock;
  private final Map<Location, List<BatchJob>> lastKnown = new HashMap<>();

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
        List<BatchJob> listed = jobs.list(connection.project(), location, "");
        lastKnown.put(location, listed);
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
    return new JobBoard(
        JobBoard.merge(listings, settled), problems, connection.simulated(), clock.instant());
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
