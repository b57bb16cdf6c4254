package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.BigQuery.JobListOption;
import com.google.cloud.bigquery.CopyJobConfiguration;
import com.google.cloud.bigquery.Job;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.AnswersCopy.Stage;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.run.submit.AnswersCopies.Prepared;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.bigquery.job.CopyFaults;
import dev.pollux.testing.CallWatch;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.WatchedCloud;
import dev.pollux.testing.WatchedJournal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that go back to US, through Google's own client; killed at every moment that has a name.
/// What the sandbox lists of jobs and tables is the truth.
class AnswersBroughtBackTest {
  private static final Location US = new Location("us");
  private static final TableRef WRITTEN = table("mine", "subjects");
  private static final int ROWS = 3;
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;
  private static int runs;
  private final FakeJournal journal = new FakeJournal();
  private final LedgerRun run = run();

  @BeforeAll
  static void open() throws Exception {
    sandbox =
        Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 20, Clock.systemUTC()));
    cloud = SandboxClouds.open(sandbox);
    cloud
        .queries()
        .run(
            Query.of(
                "CREATE TABLE " + WRITTEN.sql() + " AS SELECT * FROM UNNEST([1, 2, 3]) AS id",
                Location.US_CENTRAL1),
            "written");
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @AfterEach
  void quick() {
    sandbox.setCopyFaults(new CopyFaults(0, 0, 0));
  }

  /// The process ends here.
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static TableRef table(String dataset, String name) {
    return new TableRef(Sandbox.PROJECT, dataset, name);
  }

  private static LedgerRun run() {
    TableRef source = table("samples_us", "speeches");
    TableCopy out = new TableCopy(source, US, table("mine", "requests"), Location.US_CENTRAL1);
    RunPlan plan =
        new RunPlan(
            new RunId("back-" + ++runs),
            "Subjects",
            Sandbox.PROJECT,
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            source,
            new RequestSource.Copied(new RequestSource.OwnColumn(source), out),
            WRITTEN,
            ROWS,
            Optional.empty(),
            Optional.empty());
    Run sent =
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.empty(),
            Optional.empty(),
            Clock.systemUTC().instant(),
            Clock.systemUTC().instant());
    return new LedgerRun(List.of(sent));
  }

  private AnswersCopies service(CallWatch watch) {
    return new AnswersCopies(
        new WatchedCloud(cloud, watch),
        new WatchedJournal(journal, watch),
        new RunClaims(),
        Clock.systemUTC());
  }

  private AnswersCopies service() {
    return service(_ -> {});
  }

  private static TableInfo written() throws CloudException {
    return cloud.catalog().table(WRITTEN).orElseThrow();
  }

  private TableRef home() {
    return table("home_" + run.id().id().replace('-', '_'), "subjects");
  }

  private AnswersCopy start(AnswersCopies copies) throws Exception {
    return copies.start((Prepared.Ready) copies.prepare(run, written(), home()));
  }

  private AnswersCopy last() {
    return journal.answersCopies().get(run.id());
  }

  private long copyJobs() {
    Iterable<Job> all = Clients.bigQuery(sandbox).listJobs(JobListOption.fields()).iterateAll();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(job -> job.getConfiguration() instanceof CopyJobConfiguration)
        .filter(job -> job.getJobId().getJob().contains("pollux_" + run.id() + "_back_"))
        .count();
  }

  private void theyAreThereOnce(AnswersCopy end) throws Exception {
    assertThat(end.stage()).as(end.toString()).isEqualTo(Stage.DONE);
    TableInfo there = cloud.catalog().table(home()).orElseThrow();
    assertThat(there.location()).isEqualTo(US);
    assertThat(there.rows()).isEqualTo(ROWS);
    assertThat(copyJobs()).isEqualTo(1);
    assertThat(written().rows()).as("what the job wrote").isEqualTo(ROWS);
  }

  private void nothingIsThere(AnswersCopy end, Stage stage) throws Exception {
    assertThat(end.stage()).as(end.toString()).isEqualTo(stage);
    assertThat(cloud.catalog().table(home())).isEmpty();
    assertThat(written().rows()).as("what the job wrote").isEqualTo(ROWS);
  }

  @Test
  void theyStandWhereTheDataIsInADatasetThatThePersonNamed() throws Exception {
    theyAreThereOnce(start(service()));
    assertThat(service().prepare(run, written(), home())).isInstanceOf(Prepared.Refused.class);
  }

  /// Points of a way that is whole: found by going it once.
  private List<String> points(boolean givenUp) throws Exception {
    List<String> met = new ArrayList<>();
    go(service(met::add), givenUp);
    return met;
  }

  private void go(AnswersCopies copies, boolean givenUp) throws Exception {
    if (!givenUp) {
      start(copies);
      return;
    }
    AnswersCopies cut =
        service(point -> {
          if (point.equals("before copies.run")) {
            // The wait that follows ends at once; the copy goes on.
            Thread.currentThread().interrupt();
          }
        });
    try {
      start(cut);
    } catch (InterruptedException _) {
      // The person waits no more.
    }
    copies.giveUp(last());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoeverIsKilledAnywhereIsFollowedByOneThatEndsIt(boolean givenUp) throws Exception {
    List<String> points = new AnswersBroughtBackTest().points(givenUp);
    assertThat(points).hasSizeGreaterThan(givenUp ? 5 : 7);
    int kills = 0;
    for (int at = 0; at < points.size(); at++) {
      kills += new AnswersBroughtBackTest().killedAt(at, givenUp) ? 1 : 0;
    }
    assertThat(kills).as("kills at %s", points).isGreaterThan(givenUp ? 4 : 6);
  }

  /// Whether the way came to this point: a copy that ends sooner is looked at fewer times.
  private boolean killedAt(int at, boolean givenUp) throws Exception {
    List<String> met = new ArrayList<>();
    AnswersCopies killed =
        service(point -> {
          met.add(point);
          if (met.size() == at + 1) {
            throw new Killed();
          }
        });
    try {
      go(killed, givenUp);
      return false;
    } catch (Killed _) {
      // Whoever starts next knows what the journal holds.
    }
    if (last() == null) {
      nothingIsThereYet();
      return true;
    }
    AnswersCopy end = service().goOn(last());
    if (givenUp && at > 0) {
      nothingIsThere(end, Stage.GIVEN_UP);
    } else {
      theyAreThereOnce(end);
    }
    return true;
  }

  /// Not even the journal knew: the person may ask once more.
  private void nothingIsThereYet() throws Exception {
    assertThat(copyJobs()).isZero();
    theyAreThereOnce(start(service()));
  }

  @Test
  void aReplyThatIsLostCostsNoSecondCopy() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(0.2, 0, 1));
    theyAreThereOnce(start(service()));
  }

  @Test
  void aCopyThatFailsIsToldAndCanBeAskedForAgain() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(0, 1, 0));
    AnswersCopy failed = start(service());
    nothingIsThere(failed, Stage.FAILED);
    assertThat(failed.problem()).isPresent();
    assertThat(start(service()).stage()).isEqualTo(Stage.DONE);
    assertThat(copyJobs()).isEqualTo(2);
  }

  @Test
  void aTableThatCameInTheWayIsNeitherWrittenOverNorDeleted() throws Exception {
    AnswersCopies copies = service();
    Prepared.Ready ready = (Prepared.Ready) copies.prepare(run, written(), home());
    cloud.catalog().createDataset(home().datasetRef(), US);
    cloud
        .queries()
        .run(Query.of("CREATE TABLE " + home().sql() + " AS SELECT 9 AS other", US), "in-the-way");
    assertThat(copies.start(ready).stage()).isEqualTo(Stage.FAILED);
    copies.giveUp(last());
    assertThat(cloud.catalog().table(home()).orElseThrow().rows()).isEqualTo(1);
  }

  @Test
  void whoStopsASlowCopyWaitsForItsEndAndLeavesNothing() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(20, 0, 0));
    AnswersCopies copies = service();
    go(copies, true);
    nothingIsThere(last(), Stage.GIVEN_UP);
  }
}
