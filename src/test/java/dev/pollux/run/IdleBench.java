package dev.pollux.run;

import dev.pollux.bench.Figure;
import dev.pollux.cloud.Cloud;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.CommandProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What it costs to follow a hundred jobs that do not end: the time of a processor of a process
/// that does nothing else, by the time that goes by. By hand: `java -cp … dev.pollux.run.IdleBench
/// [seconds]`.
public final class IdleBench {
  private static final int JOBS = 100;
  private static final int WARM_UP_SECONDS = 20;

  private IdleBench() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("idle-bench");
    Path data = Files.createDirectory(folder.resolve("data"));
    try (SandboxProcess sandbox = SandboxProcess.start(folder.resolve("sandbox"))) {
      sandbox.json("PUT", "/sandbox/v1/faults", "{\"pendingSeconds\":1000000}");
      try (Cloud cloud = PendingJobs.open(sandbox);
          Journal journal = SqliteJournal.open(data.resolve("journal.sqlite"))) {
        PendingJobs.prepare(cloud);
        RunServices services =
            RunServices.of(cloud, journal, new RunClaims(), InstantSource.system());
        for (int number = 0; number < JOBS; number++) {
          services.submitter().submit(PendingJobs.plan(number), _ -> {});
        }
      }
      CommandProcess follower =
          CommandProcess.start(
              folder,
              List.of(
                  "jobs",
                  "--wait",
                  "--json",
                  "--data",
                  data.toString(),
                  "--sandbox",
                  sandbox.ready()));
      try {
        follower.process().waitFor(WARM_UP_SECONDS, TimeUnit.SECONDS);
        long from = System.nanoTime();
        Duration follows = worked(follower.process().toHandle());
        Duration serves = worked(sandbox.handle());
        follower.process().waitFor(seconds, TimeUnit.SECONDS);
        double wall = (System.nanoTime() - from) / 1e9;
        Figure.of(
                "following 100 jobs, of a core",
                "%",
                share(follower.process().toHandle(), follows, wall))
            .print();
        System.out.printf(
            "%d jobs followed for %.0f s: %.2f %% of a core; the sandbox %.2f %%; alive: %s%n",
            JOBS,
            wall,
            share(follower.process().toHandle(), follows, wall),
            share(sandbox.handle(), serves, wall),
            follower.process().isAlive());
      } finally {
        follower.process().destroy();
      }
    }
  }

  private static double share(ProcessHandle process, Duration before, double seconds) {
    return worked(process).minus(before).toNanos() / 1e7 / seconds;
  }

  private static Duration worked(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow();
  }
}
