package dev.pollux.run;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.FruitlessLooks;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that takes up what the one before it left, as a person would who says "send it" to all
/// that is asked, and then submits one plan after another, several at once, until it is killed. It
/// speaks to a sandbox outside of it through the real adapter.
final class KilledProcess {
  private static final int AT_ONCE = 16;
  private static final Location HERE = Location.US_CENTRAL1;
  private static final TableRef REQUESTS =
      new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input");
  private final Reconciler reconciler;
  private final Submitter submitter;

  KilledProcess(Cloud cloud, Journal journal) {
    // A thousand times as fast, so that two minutes of patience are over soon.
    FruitlessLooks looks = new FruitlessLooks(() -> System.nanoTime() * 1000);
    this.reconciler =
        new Reconciler(cloud.jobs(), journal, new RunClaims(), InstantSource.system(), looks);
    this.submitter =
        new Submitter(
            new RequestTables(cloud, InstantSource.system()),
            cloud.jobs(),
            journal,
            reconciler,
            InstantSource.system());
  }

  /// @param args a folder for the journal; REST, gRPC and token of the sandbox; the trial
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Endpoints endpoints = new Endpoints.Sandbox(URI.create(args[1]), args[2], args[3]);
    try (Cloud cloud = GoogleCloud.open(new Connection.Sandbox(Plans.PROJECT, HERE), endpoints);
        Journal journal = SqliteJournal.open(folder.resolve("journal.db"))) {
      KilledProcess process = new KilledProcess(cloud, journal);
      process.takeUp();
      Files.writeString(folder.resolve("ready-" + args[4]), "");
      process.submitForEver(args[4]);
    }
  }

  /// Until nothing waits for anybody.
  void takeUp() throws CloudException, InterruptedException {
    for (List<Run> open = resume(); !open.isEmpty(); open = resume()) {
      for (Run run : open) {
        if (run.stage().awaitsPerson()) {
          submitter.resubmit(run.plan().id(), _ -> {});
        }
      }
    }
  }

  private List<Run> resume() {
    return reconciler.resume(Plans.PROJECT);
  }

  private void submitForEver(String trial) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> oneAfterAnother =
        () -> {
          while (true) {
            int number = next.incrementAndGet();
            submitter.submit(plan("t" + trial + "-" + number, number % 3 == 0), _ -> {});
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> thread : threads.invokeAll(Collections.nCopies(AT_ONCE, oneAfterAnother))) {
        thread.get();
      }
    }
  }

  private static RunPlan plan(String id, boolean made) {
    TableRef table = new TableRef(Plans.PROJECT, "mine", "requests_" + id.replace('-', '_'));
    Query query =
        Query.of("CREATE TABLE " + table.sql() + " AS SELECT request FROM " + REQUESTS.sql(), HERE);
    return new RunPlan(
        new RunId(id),
        "Title of " + id,
        Plans.PROJECT,
        HERE,
        GeminiModel.of("gemini-2.5-flash"),
        REQUESTS,
        made ? new RequestSource.Made(table, query) : new RequestSource.OwnColumn(REQUESTS),
        new TableRef(Plans.PROJECT, "mine", "answers_" + id.replace('-', '_')),
        12,
        Optional.empty(),
        Optional.empty());
  }
}
