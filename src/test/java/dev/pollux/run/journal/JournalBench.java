package dev.pollux.run.journal;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.Plans;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.SeenJob;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.testing.FakeBatchJobs;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A journal of 10,000 runs, each with its job as it was last seen and its cost: how long it takes
/// to open, to list, and to look at a hundred jobs that go on. By hand: `java -cp …
/// dev.pollux.run.JournalBench [runs]`.
public final class JournalBench {
  private static final int ACTIVE = 100;
  private static final int TICKS = 50;
  private static final Location HERE = Location.US_CENTRAL1;

  private long before = worked();

  private JournalBench() {}

  public static void main(String[] arguments) throws Exception {
    new JournalBench().run(arguments);
  }

  private void run(String[] arguments) throws Exception {
    int runs = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Path file = Files.createTempDirectory("journal-bench").resolve("journal.sqlite");
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    FakeBatchJobs jobs = new FakeBatchJobs();
    List<JournalEntry> entries = new ArrayList<>();
    for (int number = 1; number <= runs; number++) {
      boolean goesOn = number > runs - ACTIVE;
      Instant created = now.minus(Duration.ofMinutes(runs - number));
      BatchJob job =
          FakeBatchJobs.job(
              Integer.toString(number),
              HERE,
              goesOn ? JobState.RUNNING : JobState.SUCCEEDED,
              created);
      jobs.put(job);
      Run run =
          Run.decided(Plans.own(String.format(Locale.ROOT, "run-%06d", number)), created)
              .became(job.name(), created);
      entries.add(EntryJson.of(run, entries.size() + 1L));
      entries.add(EntryJson.of(job.name(), 0.5, entries.size() + 1L));
      JobLine line = JobLine.of(job, run);
      entries.add(
          SeenJobJson.of(
              new SeenJob(line.key(), created, line.job(), line.rows(), course(created)),
              entries.size() + 1L));
    }
    EntryDatabase.make(file, entries);
    System.out.printf("%,d runs, %,d bytes%n", runs, Files.size(file));
    before = worked();
    for (int trial = 0; trial < 3; trial++) {
      long from = System.nanoTime();
      try (Journal journal = SqliteJournal.open(file)) {
        told("opened", from);
        from = System.nanoTime();
        int count = journal.runs().size();
        told("listed " + count, from);
        JobFollower follower =
            new JobFollower(
                new Connection.Sandbox(Plans.PROJECT, HERE),
                jobs,
                journal,
                new Reconciler(jobs, journal, new RunClaims(), () -> now),
                () -> now);
        from = System.nanoTime();
        int lines = follower.refresh().lines().size();
        told("the whole list, " + lines + " lines", from);
        from = System.nanoTime();
        for (int tick = 0; tick < TICKS; tick++) {
          follower.refresh();
        }
        told(TICKS + " looks at those that go on", from);
      }
    }
  }

  private static List<ProgressPoint> course(Instant created) {
    List<ProgressPoint> points = new ArrayList<>();
    for (int minute = 0; minute < SeenJob.MOST / 2; minute++) {
      points.add(new ProgressPoint(created.plus(Duration.ofMinutes(minute)), minute * 30L));
    }
    return points;
  }

  private void told(String what, long from) {
    System.out.printf(
        "%8.1f ms, worked %8.1f ms  %s%n",
        (System.nanoTime() - from) / 1e6, (worked() - before) / 1e6, what);
    before = worked();
  }

  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
