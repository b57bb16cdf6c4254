package dev.pollux.run.follow;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.SeenJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The runs of other connections, as they were when one of those was last followed. Nobody is asked
/// for them: who is connected there sees how they are now.
final class RunsElsewhere {
  private final String project;
  private final Journal journal;
  private List<Run> last = List.of();
  private List<JobBoard.Elsewhere> lines = List.of();

  /// @param project of the connection that is followed
  RunsElsewhere(String project, Journal journal) {
    this.project = project;
    this.journal = journal;
  }

  /// Newest first. The same list as long as there are the same runs: those of other projects do not
  /// change while this one is followed.
  ///
  /// @param runs all there are
  List<JobBoard.Elsewhere> of(List<Run> runs) {
    List<Run> others = runs.stream().filter(run -> !run.plan().project().equals(project)).toList();
    if (!others.equals(last)) {
      last = others;
      lines = read(others);
    }
    return lines;
  }

  private List<JobBoard.Elsewhere> read(List<Run> others) {
    Map<String, SeenJob> seen = new HashMap<>();
    journal
        .seen()
        .values()
        .forEach(job -> job.job().ifPresent(one -> seen.put(JobBoard.key(one.name()), job)));
    Map<String, List<Run>> projects =
        others.stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.plan().project(), LinkedHashMap::new, Collectors.toList()));
    List<JobBoard.Elsewhere> all = new ArrayList<>();
    projects.forEach((other, runs) ->
        JobBoard.withBills(lines(runs, seen), journal.bills())
            .forEach(line -> all.add(new JobBoard.Elsewhere(other, line, at(line, seen)))));
    all.sort(Comparator.comparing((JobBoard.Elsewhere one) -> one.line().created()).reversed());
    return List.copyOf(all);
  }

  private static List<JobLine> lines(List<Run> runs, Map<String, SeenJob> seen) {
    Map<Location, List<BatchJob>> jobs = new LinkedHashMap<>();
    for (Run run : runs) {
      run.job()
          .map(name -> seen.get(JobBoard.key(name)))
          .flatMap(SeenJob::job)
          .ifPresent(
              job -> jobs.computeIfAbsent(run.plan().location(), _ -> new ArrayList<>()).add(job));
    }
    // Not complete: a job that was never looked at is no job that was deleted.
    List<JobBoard.Listing> listings = new ArrayList<>();
    jobs.forEach((location, some) -> listings.add(new JobBoard.Listing(location, some, false)));
    return JobBoard.merge(listings, runs, _ -> false);
  }

  /// When the newest of its jobs was looked at; when it was sent where none was.
  private static Instant at(JobLine line, Map<String, SeenJob> seen) {
    return line.jobs().stream()
        .map((JobName name) -> seen.get(JobBoard.key(name)))
        .filter(java.util.Objects::nonNull)
        .map(SeenJob::at)
        .max(Comparator.naturalOrder())
        .orElseGet(line::changed);
  }
}
