package dev.pollux.run.follow;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.BatchJobs.ListAnswer;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Follows the jobs of one connection: one list call for each location at a tick, all at once, for
/// any number of jobs. Also has runs settled whose job turns up, or was looked for long enough.
public final class JobFollower {
  private static final Duration WHOLE_AFTER = Duration.ofMinutes(5);

  /// How far back the list goes by itself: a project that works every day has thousands of jobs,
  /// and who looks at the list wants those of late.
  private static final Duration RECENT = Duration.ofDays(30);

  private final Connection connection;
  private final BatchJobs jobs;
  private final Journal journal;
  private final Reconciler reconciler;
  private final ServerClock clock;
  // What each location listed last.
  private final Map<Location, List<BatchJob>> lastKnown = new HashMap<>();
  // When each location was last asked for all its jobs; the person may forget it from any thread.
  private final Map<Location, Instant> readWhole = new ConcurrentHashMap<>();

  private final SeenJobs seen;
  private final RunsElsewhere elsewhere;

  // The same list as long as nothing changed: who shows it need not look at each line.
  private List<JobLine> lines = List.of();
  private Optional<TickFacts> facts = Optional.empty();

  private volatile boolean older;

  /// @param clock taken for that of the service
  public JobFollower(
      Connection connection,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      InstantSource clock) {
    this(
        connection,
        jobs,
        journal,
        reconciler,
        new ServerClock(clock, System::nanoTime, clock::instant));
  }

  public JobFollower(
      Connection connection,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      ServerClock clock) {
    this.connection = connection;
    this.jobs = jobs;
    this.journal = journal;
    this.reconciler = reconciler;
    this.clock = clock;
    this.seen = new SeenJobs(journal);
    this.elsewhere = new RunsElsewhere(connection.project(), journal);
  }

  /// Reads everything again at the next tick, since the person asked or changed something.
  public void forget() {
    readWhole.clear();
  }

  /// From the next tick on, reads all jobs there ever were.
  public void readOlder() {
    older = true;
    forget();
  }

  /// Whether the list goes back without end.
  public boolean readsOlder() {
    return older;
  }

  /// Asks every location once. Locations that fail are named on the board.
  ///
  /// @throws CloudException the first failure, when every location failed
  public synchronized JobBoard refresh() throws CloudException {
    clock.keep();
    Instant asked = clock.instant();
    // Read before the lists: a run that has its job by now is in them, or the job was deleted.
    List<Run> runs = runs();
    Map<Location, Optional<Instant>> since = new LinkedHashMap<>();
    locations(runs).forEach(location -> since.put(location, since(location, asked)));
    Map<Location, String> filters = new LinkedHashMap<>();
    Optional<Instant> oldest = older ? Optional.empty() : Optional.of(oldest(runs, asked));
    since.forEach((location, from) ->
        filters.put(
            location, from.or(() -> oldest).map(at -> "create_time>=\"" + at + "\"").orElse("")));
    List<JobBoard.Listing> listings = new ArrayList<>();
    List<JobBoard.LocationProblem> problems = new ArrayList<>();
    jobs.list(connection.project(), filters)
        .forEach((location, answer) -> {
          switch (answer) {
            case ListAnswer.Listed(List<BatchJob> listed) -> {
              keep(location, since.getOrDefault(location, Optional.empty()), listed, asked);
              listings.add(listing(location, true));
            }
            case ListAnswer.Missed(CloudException failure) -> {
              problems.add(new JobBoard.LocationProblem(location, failure));
              listings.add(listing(location, false));
            }
          }
        });
    if (problems.size() == listings.size()) {
      throw problems.getFirst().failure();
    }
    List<Run> settled = runs.stream().map(run -> settle(run, listings)).toList();
    bring(new TickFacts(settled, listings, journal.bills(), held(settled)));
    return new JobBoard(
        lines,
        problems,
        connection.simulated(),
        asked,
        seen.look(lines, asked),
        elsewhere.of(journal.runs()));
  }

  /// Makes the lines of what was found; they stay the same list where nothing changed.
  private void bring(TickFacts found) {
    if (facts.filter(found::isSameAs).isEmpty()) {
      List<JobLine> now = JobBoard.withBills(merged(found.listings(), found.runs()), found.bills());
      if (!now.equals(lines)) {
        lines = now;
      }
    }
    facts = Optional.of(found);
  }

  private Set<RunId> held(List<Run> runs) {
    return runs.stream()
        .filter(run -> run.stage() != RunStage.SUBMITTED && !run.stage().isOver())
        .map(run -> run.plan().id())
        .filter(reconciler.claims()::isHeld)
        .collect(Collectors.toSet());
  }

  private List<JobLine> merged(List<JobBoard.Listing> listings, List<Run> runs) {
    return JobBoard.merge(listings, runs, run -> reconciler.claims().isHeld(run.plan().id()));
  }

  private JobBoard.Listing listing(Location location, boolean complete) {
    return new JobBoard.Listing(location, lastKnown.getOrDefault(location, List.of()), complete);
  }

  /// Jobs that ended can change no more, so that only those are read again which were created since
  /// the oldest that still can: one page of an answer, however many jobs there are. Empty when all
  /// are to be read, as they are now and then, since somebody may have deleted one.
  private Optional<Instant> since(Location location, Instant now) {
    Instant whole = readWhole.getOrDefault(location, Instant.MIN);
    List<BatchJob> known = lastKnown.getOrDefault(location, List.of());
    // A clock that was set back says nothing of how long ago that was.
    return known.isEmpty() || now.isBefore(whole) || !now.isBefore(whole.plus(WHOLE_AFTER))
        ? Optional.empty()
        : Optional.of(since(known));
  }

  private void keep(
      Location location, Optional<Instant> since, List<BatchJob> listed, Instant asked) {
    List<BatchJob> known = lastKnown.getOrDefault(location, List.of());
    List<BatchJob> older =
        known.stream()
            .filter(job -> since.isPresent() && job.created().isBefore(since.get()))
            .toList();
    if (since.isEmpty()) {
      readWhole.put(location, asked);
    }
    if (known.size() == older.size() + listed.size()
        && known.subList(0, listed.size()).equals(listed)) {
      return; // the same list, so that nobody looks at it again
    }
    List<BatchJob> all = asKnown(listed, known);
    all.addAll(older);
    lastKnown.put(location, List.copyOf(all));
  }

  /// The jobs that were listed; in the place of one that did not change, what is kept of it
  /// already: a list is read again and again, and others hold on to its jobs.
  private static List<BatchJob> asKnown(List<BatchJob> listed, List<BatchJob> known) {
    Map<BatchJob, BatchJob> kept = new HashMap<>();
    known.forEach(job -> kept.put(job, job));
    return listed.stream()
        .map(job -> kept.getOrDefault(job, job))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// When the oldest job that can still change was created; the newest of all if none can.
  private static Instant since(List<BatchJob> known) {
    return known.stream()
        .filter(job -> !job.state().isFinal())
        .map(BatchJob::created)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> known.getFirst().created());
  }

  /// A run that is not settled is looked for, however long ago it was sent.
  private static Instant oldest(List<Run> runs, Instant now) {
    return runs.stream()
        .filter(run -> !run.stage().isOver())
        .map(Run::created)
        .filter(created -> created.isBefore(now.minus(RECENT)))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> now.minus(RECENT));
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
        .filter(run -> !run.stage().isOver())
        .forEach(run -> all.add(run.plan().location()));
    // A multi-region takes no batch jobs, and has no door to ask.
    all.removeIf(Location::isMultiRegion);
    return all;
  }

  /// Where its location does not answer, a run is left as it is.
  private Run settle(Run run, List<JobBoard.Listing> listings) {
    for (JobBoard.Listing listing : listings) {
      if (listing.complete() && listing.location().equals(run.plan().location())) {
        return reconciler.settle(run, listing.jobs());
      }
    }
    return run;
  }
}
