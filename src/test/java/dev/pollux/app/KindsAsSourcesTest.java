package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.lookup.DraftResearch;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.draft.state.PreviewRows;
import dev.pollux.draft.state.RowTotal;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.TestKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A job over each kind of table, from its name to accounted answers, through the cloud's own wire;
/// and every query that was sent on the way has a ceiling, an end and a label.
class KindsAsSourcesTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final double SPEED = 50;
  private static final String JOBS =
      "/bigquery/v2/projects/pollux-sandbox/jobs?projection=full&maxResults=1000";
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), SPEED, CLOCK));
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  private static DraftState state(String table, Budget budget) {
    String name = table.replaceAll("\\W", "").toLowerCase(Locale.ROOT);
    Draft draft =
        Draft.EMPTY
            .withSource("pollux-sandbox.sample_kinds." + table)
            .withSpec(spec -> spec.withTemplate(Template.parse("Who was {{president}}?")))
            .withModel("gemini-3.8-flash")
            // Few presidents and many rows: each is asked for all the same.
            .withShared(false)
            .withTarget(to -> to.withDataset("pollux-sandbox.mine").withTable(name + "_answers"));
    JobContext context =
        new JobContext(
            cloud.connection(),
            ModelCatalog.load(),
            PriceList.load(),
            budget,
            LocalDate.parse("2026-11-26"),
            TestKeys.MARKS,
            new RunId("run-" + name.replace('_', '-') + "0"),
            Optional.empty());
    return new DraftState(draft, Facts.NONE, context);
  }

  private static DraftState known(DraftState state) throws InterruptedException {
    return new DraftResearch(Lookups.of(cloud)).complete(state);
  }

  private static RowChoice where(String column, Operator operator, String value) {
    return new RowChoice(
        List.of(new Condition(column, operator, value)), OptionalLong.empty(), false, "");
  }

  @ParameterizedTest
  @CsvSource({
    "passages_view,         , 400",
    "passages_by_president, , 43",
    "passages_snapshot,     , 300",
    "passages_external,     , 200",
    "passages_by_region,    , 100",
    "passages_with_secret,  , 200",
    "passages_live,         , 60",
    "passages_by_day,       day=2026-01-05, 30",
    "events_*,              , 120",
    "events_2026*,          _TABLE_SUFFIX=0102, 30",
  })
  void everyRowIsAccountedFor(String table, String condition, long rows) throws Exception {
    DraftState asked = state(table, Budget.DEFAULT);
    if (condition != null) {
      String[] parts = condition.split("=", 2);
      asked = asked.with(asked.draft().withRows(where(parts[0], Operator.EQUALS, parts[1])));
    }
    DraftState state = known(asked);

    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .noneMatch(Finding::stops);
    assertThat(state.sample()).as("rows to look at, whatever the table is").isNotEmpty();
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    assertThat(plan.rows()).isEqualTo(rows);
    assertThat(plan.estimate()).as("a price, from rows that are here").isPresent();
    BatchJob job = untilFinal(submit(plan));
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    TableInfo answers = cloud.catalog().table(plan.destination()).orElseThrow();
    assertThat(answers.rows()).isEqualTo(rows);
    Accounting account =
        new Accountant(cloud.rows()).account(answers, Optional.of(rows), _ -> false, _ -> {});
    assertThat(account.answered() + account.failed() + account.blocked() + account.missing())
        .isEqualTo(rows);
    everyQueryHasLimits();
  }

  @Test
  void aSheetSaysWhatIsMissingAndIsNoPlan() throws Exception {
    DraftState state = known(state("passages_sheet", Budget.DEFAULT));

    assertThat(RunPlanner.plan(state)).isEmpty();
    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .filteredOn(Finding::stops)
        .extracting(finding -> finding.args().toString())
        .anyMatch(args -> args.contains("Permission denied while getting Drive credentials"));
  }

  @Test
  void aTableThatWantsAFilterSaysSoBeforeAnyQuery() throws Exception {
    DraftState state = known(state("passages_by_day", Budget.DEFAULT));

    assertThat(RunPlanner.plan(state)).isEmpty();
    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .contains(Finding.stop("rows.partition-filter", "day"));
    assertThat(state.sample()).as("listing needs no filter").hasSize(200);
  }

  @Test
  void nothingIsReadForMoneyUnasked() throws Exception {
    int before = jobs().size();
    Budget none = new Budget(10, OptionalDouble.empty(), 0);
    DraftState state = known(state("passages_view", none));

    assertThat(state.facts().preview().value().orElseThrow())
        .isInstanceOf(PreviewRows.TooDear.class);
    assertThat(state.facts().total().value().orElseThrow()).isInstanceOf(RowTotal.TooDear.class);
    assertThat(jobs()).as("dry runs leave no job").hasSize(before);
    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .extracting(Finding::code)
        .contains("source.preview-too-dear", "rows.count-too-dear");
    DraftState paid = known(state.with(state.draft().withConsent(yes -> yes.withPaidLookups())));
    assertThat(paid.sample()).hasSize(200);
    assertThat(paid.rows()).hasValue(400);
    everyQueryHasLimits();
  }

  @Test
  void aDrawFromATableWithATagReadsNoTaggedColumn() throws Exception {
    DraftState named = state("passages_with_secret", Budget.DEFAULT);
    DraftState asked =
        named.with(named.context().next(new RunId("run-seven0"), named.context().today()));
    RowChoice drawn = new RowChoice(List.of(), OptionalLong.of(7), true, "seed");
    RunPlan plan =
        RunPlanner.plan(
                known(
                    asked.with(
                        asked.draft().withRows(drawn).withTarget(to -> to.withTable("seven")))))
            .orElseThrow();

    Run run = submit(plan);

    assertThat(cloud.catalog().table(plan.requests().table()).orElseThrow().rows()).isEqualTo(7);
    assertThat(untilFinal(run).state()).isEqualTo(JobState.SUCCEEDED);
  }

  private static JsonNode jobs() throws Exception {
    return new JsonMapper()
        .readTree(Clients.send(Clients.request(sandbox, JOBS).GET().build()).body())
        .path("jobs");
  }

  private static void everyQueryHasLimits() throws Exception {
    List<JsonNode> queries =
        jobs()
            .valueStream()
            .map(job -> job.path("configuration"))
            .filter(configuration -> configuration.has("query"))
            .toList();
    assertThat(queries).isNotEmpty();
    assertThat(queries)
        .allSatisfy(sent -> {
          assertThat(sent.path("query").path("maximumBytesBilled").asLong(0))
              .as("ceiling of %s", sent)
              .isGreaterThanOrEqualTo(10L << 20);
          assertThat(sent.path("jobTimeoutMs").asLong(0)).as("%s", sent).isPositive();
          assertThat(sent.path("labels").path("app").asString("")).isEqualTo("pollux");
        });
  }

  private static Run submit(RunPlan plan) throws Exception {
    FakeJournal journal = new FakeJournal();
    Reconciler reconciler = new Reconciler(cloud.jobs(), journal, new RunClaims(), CLOCK);
    RequestTables tables = new RequestTables(cloud, CLOCK);
    return new Submitter(tables, cloud.jobs(), journal, reconciler, CLOCK).submit(plan, _ -> {});
  }

  private static BatchJob untilFinal(Run run) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int tries = 0; tries < 300; tries++) {
      BatchJob job = cloud.jobs().get(run.job().orElseThrow());
      if (job.state().isFinal()) {
        return job;
      }
      never.await(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the job of " + run.plan().title() + " did not end in time");
  }
}
