package dev.pollux.run;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.BatchJob;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.RunLabels;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/// A process that submits one plan after another until it is killed. The cloud it talks to is a
/// file: a line for each create that arrived, written before the answer.
final class KilledProcess {
  private KilledProcess() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    FakeBatchJobs jobs = new FakeBatchJobs();
    dev.pollux.cloud.BatchJobs cloud = new Remembering(jobs, folder.resolve("cloud"));
    InstantSource clock = InstantSource.system();
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      Reconciler reconciler = new Reconciler(cloud, journal, new RunClaims(), clock);
      Submitter submitter = new Submitter(new RequestTables(new dev.pollux.testing.FakeCatalog(Plans.PROJECT), new FakeQueries()), cloud, journal, reconciler, clock);
      for (int i = 0; i < 100_000; i++) {
        Files.writeString(
            folder.resolve("begun"),
            i + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        submitter.submit(Plans.made("r" + args[1] + "-" + i), run -> {});
      }
    }
  }

  /// What arrived at the cloud, in a file that outlives the process.
  private record Remembering(FakeBatchJobs jobs, Path file) implements dev.pollux.cloud.BatchJobs {
    @Override
    public BatchJob create(BatchRequest request) throws CloudException {
      try {
        Files.writeString(
            file,
            request.labels().get(RunLabels.RUN) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return jobs.create(request);
    }

    @Override
    public BatchJob get(dev.pollux.domain.JobName name) throws CloudException {
      return jobs.get(name);
    }

    @Override
    public java.util.List<BatchJob> list(
        String project, dev.pollux.domain.Location location, String filter) throws CloudException {
      return jobs.list(project, location, filter);
    }

    @Override
    public void cancel(dev.pollux.domain.JobName name) throws CloudException {
      jobs.cancel(name);
    }

    @Override
    public void delete(dev.pollux.domain.JobName name) throws CloudException {
      jobs.delete(name);
    }
  }
}
