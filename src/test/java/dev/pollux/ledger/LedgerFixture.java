package dev.pollux.ledger;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.cost.Budget;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Draft;
import dev.pollux.draft.lookup.DraftResearch;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.testing.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A sandbox, and all that sends, follows and joins over a journal on disk, which can be opened
/// again as by the next process.
public final class LedgerFixture implements AutoCloseable {
  static final GeminiModel MODEL = GeminiModel.of("gemini-2.5-flash");
  private static final Clock CLOCK = Clock.systemUTC();
  private final Path folder;
  public final Sandbox sandbox;
  public final Cloud cloud;
  public Journal journal;
  public Submitter submitter;
  public Retries retries;
  public RunAnswers answers;

  public LedgerFixture(Path folder) throws Exception {
    this(folder, UnaryOperator.identity());
  }

  /// @param watched the cloud as the services have it
  LedgerFixture(Path folder, UnaryOperator<Cloud> watched) throws Exception {
    this.folder = folder;
    sandbox =
        Sandbox.start(
            new SandboxOptions(folder.resolve("sandbox"), 0, 0, Optional.empty(), 100, CLOCK));
    cloud = watched.apply(SandboxClouds.open(sandbox));
    journal = open();
    plug();
  }

  private Journal open() {
    return SqliteJournal.open(folder.resolve("journal.sqlite"));
  }

  private void plug() {
    Reconciler reconciler = new Reconciler(cloud.jobs(), journal, new RunClaims(), CLOCK);
    submitter =
        new Submitter(new RequestTables(cloud, CLOCK), cloud.jobs(), journal, reconciler, CLOCK);
    retries = new Retries(cloud, journal, submitter);
    answers = new RunAnswers(cloud, journal, CLOCK);
  }

  /// As the next process has it.
  void nextProcess() {
    journal.close();
    journal = open();
    plug();
  }

  /// So many per cent of the rows fail with what heals.
  public void failing(double percent) {
    sandbox.setFaults(new Faults(0.01, percent, 0, 0, 0, 0));
  }

  static TableRef mine(String table) {
    return new TableRef(Sandbox.PROJECT, "mine", table);
  }

  /// Makes a table of `mine`.
  public TableRef table(String name, String select) throws Exception {
    TableRef ref = mine(name);
    cloud
        .queries()
        .run(
            Query.of("CREATE TABLE " + ref.sql() + " AS " + select, Location.US_CENTRAL1),
            "make_" + name);
    return ref;
  }

  /// The plan that a person gets who asks about the column `text` of a table, with everything
  /// looked up that can be.
  DraftState drafted(String id, TableRef source) throws Exception {
    return drafted(id, source, false);
  }

  DraftState drafted(String id, TableRef source, boolean onlyNew) throws Exception {
    JobContext context =
        new JobContext(
            cloud.connection(),
            ModelCatalog.load(),
            PriceList.load(),
            Budget.DEFAULT,
            LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC),
            TestKeys.MARKS,
            new RunId(id),
            Optional.empty());
    Draft draft =
        Draft.EMPTY
            .about(source)
            .withSpec(spec -> spec.withTemplate(Template.parse("Which subject? {{text}}")))
            .withModel(MODEL.id())
            .withTarget(
                to -> to.withDataset(mine("x").datasetRef().toString()).withTable(id + "_answers"))
            .withOnlyNew(onlyNew);
    return new DraftResearch(Lookups.of(cloud, submitter.earlier()))
        .complete(new DraftState(draft, Facts.NONE, context));
  }

  /// A plan that asks about the first column of a table, `text`.
  public RunPlan made(String id, TableRef source) throws Exception {
    TableInfo info = cloud.catalog().table(source).orElseThrow();
    TableRef requests = mine(id + "_requests");
    Query query =
        RequestSql.of(
                source,
                info.schema(),
                RequestSpec.of("Which subject is this? {{text}}", ""),
                TestKeys.MARKS,
                RowChoice.ALL,
                requests,
                info.location())
            .query();
    return plan(id, source, new RequestSource.Made(requests, query), info.rows());
  }

  RunPlan own(String id, TableRef source) throws Exception {
    long rows = cloud.catalog().table(source).orElseThrow().rows();
    return plan(id, source, new RequestSource.OwnColumn(source), rows);
  }

  private static RunPlan plan(String id, TableRef source, RequestSource requests, long rows) {
    return new RunPlan(
        new RunId(id),
        id,
        Sandbox.PROJECT,
        Location.US_CENTRAL1,
        MODEL,
        source,
        requests,
        mine(id + "_answers"),
        rows,
        Optional.of(new UsdRange(1, 2)),
        Optional.empty());
  }

  public Run submit(RunPlan plan) throws Exception {
    Run run = submitter.submit(plan, _ -> {});
    untilEnded(run);
    return run;
  }

  public void untilEnded(Run run) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int tries = 0; tries < 1_000; tries++) {
      if (cloud.jobs().get(run.job().orElseThrow()).state().isFinal()) {
        return;
      }
      never.await(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the job of " + run.plan().title() + " did not end");
  }

  public List<Run> retry(Retry.Ready ready) throws Exception {
    List<Run> sent = retries.send(ready, _ -> {});
    for (Run run : sent) {
      untilEnded(run);
    }
    return sent;
  }

  public LedgerRun ledger(String id) {
    return journal.ledger(new RunId(id)).orElseThrow();
  }

  /// The jobs that the sandbox has of one submission.
  List<BatchJob> jobs(RunId id) throws Exception {
    return cloud.jobs().list(Sandbox.PROJECT, Location.US_CENTRAL1, RunLabels.filter(id));
  }

  long rows(TableRef table) throws Exception {
    return cloud.catalog().table(table).orElseThrow().rows();
  }

  /// All rows of a query, each value as text, NULL as `NULL`.
  List<List<String>> ask(String sql) throws Exception {
    return cloud
        .queries()
        .run(
            Query.of(sql, Location.US_CENTRAL1),
            "ask_" + Retries.plain(java.util.UUID.randomUUID()))
        .rows()
        .stream()
        .map(Row::values)
        .map(values ->
            values.stream()
                .map(value -> value instanceof Value.Scalar(String text) ? text : "NULL")
                .toList())
        .toList();
  }

  @Override
  public void close() {
    journal.close();
    cloud.close();
    sandbox.close();
  }
}
