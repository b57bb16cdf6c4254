package dev.pollux.run;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.pollux.cloud.Cloud;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.sandbox.SandboxProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps fifty jobs going for as long as it is told: sends them, follows them a second at a time,
/// accounts for those that have ended, and sends others. Prints what it holds of the machine. By
/// hand: `java -cp … dev.pollux.run.SoakBench [minutes [speed]]`, where a speed of 0.5 ends
/// thousands of jobs in half an hour, and one of 0.0001 none: what grows then is a leak, and not
/// the list.
public final class SoakBench {
  private static final int JOBS = 50;
  private static final int LOOKS = 10;

  private int sent;
  private final Set<String> ended = new HashSet<>();

  private SoakBench() {}

  public static void main(String[] arguments) throws Exception {
    new SoakBench()
        .run(
            Duration.ofMinutes(arguments.length == 0 ? 30 : Long.parseLong(arguments[0])),
            arguments.length < 2 ? "0.5" : arguments[1]);
  }

  private void run(Duration time, String speed) throws Exception {
    Path folder = Files.createTempDirectory("soak-bench");
    Clock clock = Clock.systemUTC();
    CountDownLatch never = new CountDownLatch(1);
    try (SandboxProcess sandbox =
            SandboxProcess.start(folder.resolve("sandbox"), "--speed", speed);
        Cloud cloud = PendingJobs.open(sandbox);
        Journal journal = SqliteJournal.open(folder.resolve("journal.sqlite"))) {
      PendingJobs.prepare(cloud);
      RunServices services = RunServices.of(cloud, journal, new RunClaims(), clock);
      RunAnswers answers = new RunAnswers(cloud, journal, clock);
      long from = System.nanoTime();
      int looks = 0;
      while (System.nanoTime() - from < time.toNanos()) {
        JobBoard board = services.follower().refresh();
        for (JobLine line : board.lines()) {
          if (line.job().filter(job -> job.state().isFinal()).isPresent()
              && ended.add(line.key())) {
            answers.account(
                journal.ledger(line.run().orElseThrow().plan().id()).orElseThrow(), _ -> {});
          }
        }
        while (sent - ended.size() < JOBS) {
          services.submitter().submit(PendingJobs.plan(sent++), _ -> {});
        }
        if (System.nanoTime() - from >= time.toNanos() / LOOKS * looks) {
          looks++;
          tell(from);
        }
        never.await(1, TimeUnit.SECONDS);
      }
      tell(from);
    }
  }

  private void tell(long from) {
    // What only soft references hold goes at the second.
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : -1;
    System.out.printf(
        "%5.1f min: %d sent, %d ended; heap %.1f MB, %d files, %d threads%n",
        (System.nanoTime() - from) / 6e10,
        sent,
        ended.size(),
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
        files,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
