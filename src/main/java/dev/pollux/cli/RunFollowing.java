package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.RunServices;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Follows runs until nothing changes by itself any more, tells each change, and accounts for the
/// rows of those that have ended.
public final class RunFollowing {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// What is there again is seen again within a minute.
  private static final long LONGEST_RETRY_SECONDS = 45;

  private final Cloud cloud;
  private final RunServices runs;
  private final Journal journal;
  private final RunEnds ends;
  private final CommandSession session;
  private final Consumer<String> events;
  private final ProgressBar progress;
  private final Map<String, String> told = new HashMap<>();
  private final Map<String, JobLine> last = new HashMap<>();
  private final Map<String, RunEnd> ended = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private boolean settled = true;

  /// @param events hears of each change as JSON
  RunFollowing(
      Cloud cloud,
      RunServices runs,
      Journal journal,
      RunEnds ends,
      CommandSession session,
      Consumer<String> events) {
    this.cloud = cloud;
    this.runs = runs;
    this.journal = journal;
    this.ends = ends;
    this.session = session;
    this.events = events;
    this.progress = new ProgressBar(session.err());
  }

  /// This run is followed whether it is listed or not.
  ///
  /// @param root see [dev.pollux.run.state.LedgerRun#id()]
  void expect(RunId root) {
    told.put(root.id(), "");
  }

  /// What a line is about stays the same while one attempt follows another.
  public static String key(JobLine line) {
    return line.run()
        .filter(_ -> !line.isSecond())
        .map(run -> run.plan().place().root().id())
        .orElseGet(line::key);
  }

  /// @return the exit code
  /// @throws CloudException when nobody can be asked, and waiting does not help
  public int follow(Predicate<JobLine> chosen) throws CloudException, InterruptedException {
    int misses = 0;
    while (true) {
      Duration pause;
      try {
        JobBoard board = runs.follower().refresh();
        List<JobLine> lines = new ArrayList<>(board.lines().stream().filter(chosen).toList());
        lines.addAll(unlisted(lines));
        if (tell(lines)) {
          progress.end();
          return code();
        }
        misses = 0;
        pause = board.pace().orElse(LONGEST);
      } catch (CloudException e) {
        if (!e.healable() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (misses == 0) {
          progress.end();
          session.say(session.words().get("cli.wait.unreached", session.findings().why(e)));
        }
        misses++;
        pause = Duration.ofSeconds(Math.min(LONGEST_RETRY_SECONDS, 1L << Math.min(misses, 6)));
      }
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    }
  }

  /// @return whether nothing of it changes by itself any more
  private boolean tell(List<JobLine> lines) throws CloudException, InterruptedException {
    boolean over = true;
    settled = true;
    for (JobLine line : lines) {
      Optional<BatchJob> finished = line.job().filter(job -> job.state().isFinal());
      if (finished.isPresent()) {
        if (!ended.containsKey(key(line))) {
          RunEnd end = ends.of(line);
          ended.put(key(line), end);
          show(line);
          events.accept(EventJson.of(line, end));
        }
      } else {
        tellChange(line);
        over &= !line.active();
        settled &= !line.waits();
      }
    }
    return over;
  }

  private void tellChange(JobLine line) {
    if (line.equals(last.put(key(line), line))) {
      return;
    }
    String event = EventJson.of(line);
    if (!event.equals(told.put(key(line), event))) {
      show(line);
      events.accept(event);
    }
  }

  /// Runs that are followed and stand in no list: those that became no job, and jobs that were made
  /// or deleted a moment ago.
  private List<JobLine> unlisted(List<JobLine> lines) throws CloudException {
    Set<String> missing = new HashSet<>(told.keySet());
    missing.removeAll(ended.keySet());
    missing.removeAll(gone);
    lines.forEach(line -> missing.remove(key(line)));
    List<JobLine> found = new ArrayList<>();
    for (String key : missing) {
      Optional<Run> run = journal.find(new RunId(key));
      try {
        Optional<JobName> name = run.flatMap(Run::job);
        if (name.isPresent()) {
          found.add(new JobLine(Optional.of(cloud.jobs().get(name.get())), run, Optional.empty()));
          continue;
        }
      } catch (CloudException.NotFound e) {
        session.say(session.words().get("cli.wait.gone", key));
      }
      gone.add(key);
      run.ifPresent(over -> events.accept(EventJson.of(over, false)));
    }
    return found;
  }

  private void show(JobLine line) {
    long done = line.job().flatMap(BatchJob::counts).map(JobCounts::done).orElse(0L);
    long rows = line.rows().orElse(0);
    progress.show(
        session
            .words()
            .get(
                "cli.wait.line",
                line.title(),
                EventJson.state(line),
                done,
                rows,
                line.waits() ? 1 : 0),
        rows == 0 || line.job().isEmpty() ? -1 : (double) done / rows);
  }

  private int code() {
    if (!settled) {
      return ExitCodes.NOT_SETTLED;
    }
    return gone.isEmpty() && ended.values().stream().allMatch(RunEnd::isWhole)
        ? ExitCodes.DONE
        : ExitCodes.NOT_ALL_ANSWERED;
  }
}
