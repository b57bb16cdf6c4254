package dev.pollux.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cost.Budget;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that ask the same are sent once, and what is too much for one job is sent as several: one
/// table has an answer for each row. Against the sandbox, which counts what it was sent.
class SharedRunTest {
  private static final int ROWS = 200;

  /// 200 rows with 150 different texts.
  private static final String REPEATED =
      "SELECT n AS id, CONCAT('Tariffs and trade, part ', CAST(MOD(n, 150) AS STRING)) AS text"
          + " FROM UNNEST(GENERATE_ARRAY(1, "
          + ROWS
          + ")) AS n";

  @TempDir private static Path folder;
  private static LedgerFixture all;
  private static TableRef repeated;

  /// Dies as a killed process does: nothing after it happens.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void open() throws Exception {
    all = new LedgerFixture(folder);
    repeated = all.table("repeated", REPEATED);
  }

  @AfterAll
  static void close() {
    all.close();
  }

  private FateCounts account(String run) throws Exception {
    return all.answers.account(all.ledger(run), _ -> {}).rows();
  }

  private static String n(long number) {
    return Long.toString(number);
  }

  @Test
  void rowsThatAskTheSameArePaidOnceAndEachHasItsAnswer() throws Exception {
    DraftState state = all.drafted("shared", repeated);
    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .as("said before it is sent")
        .anyMatch(found ->
            found.code().startsWith("shared.on")
                && found.args().subList(0, 2).equals(List.of((long) ROWS, 150L)));
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    all.failing(20);
    all.submit(plan);
    BatchJob job = all.jobs(new RunId("shared")).getFirst();
    assertThat(job.counts().orElseThrow().done()).as("counted by the sandbox").isEqualTo(150);

    FateCounts first = account("shared");
    assertThat(first.input()).isEqualTo(ROWS);
    long failed = first.of(OutcomeKind.FAILED);
    assertThat(failed).isPositive();
    assertThat(first.of(OutcomeKind.ANSWERED)).isEqualTo(ROWS - failed);

    all.failing(0);
    Retry.Ready retry =
        (Retry.Ready) all.retries.prepare(new RunId("shared"), Retries.USUAL, Budget.DEFAULT);
    assertThat(retry.chosen()).isEqualTo(failed);
    assertThat(retry.requests())
        .as("each request once")
        .isEqualTo(job.counts().orElseThrow().failed());
    all.retry(retry);
    assertThat(account("shared").of(RowFate.ANSWERED)).isEqualTo(ROWS);
    TableRef answers = state.destination().orElseThrow();
    assertThat(all.ledger("shared").answers()).contains(answers);
    assertThat(
            all.ask(
                "SELECT COUNT(*), COUNT(DISTINCT pollux_row_key), COUNT(DISTINCT request) FROM "
                    + answers.sql()))
        .containsExactly(List.of(n(ROWS), n(ROWS), "150"));
  }

  /// Of 220 rows 40 have a new text, and 20 of those are the same as another new one.
  @Test
  void onlyNewRowsAreSentAndTheOthersHaveTheAnswersPaidBefore() throws Exception {
    TableRef before =
        all.table(
            "before",
            "SELECT n AS id, CONCAT('Of peace, part ', CAST(n AS STRING)) AS text FROM"
                + " UNNEST(GENERATE_ARRAY(1, 180)) AS n");
    all.failing(10);
    all.submit(RunPlanner.plan(all.drafted("before", before)).orElseThrow());
    long failed = account("before").of(OutcomeKind.FAILED);
    assertThat(failed).isPositive();
    TableRef now =
        all.table(
            "now",
            "SELECT n AS id, CONCAT('Of peace, part ', CAST(IF(n > 200, n - 20, n) AS STRING)) AS"
                + " text FROM UNNEST(GENERATE_ARRAY(1, 220)) AS n");

    assertThat(codes(all.drafted("offered", now))).contains("new.off").doesNotContain("new.on");
    DraftState state = all.drafted("now", now, true);
    assertThat(DraftChecks.of(state).byStep().values().stream().flatMap(List::stream))
        .anyMatch(found ->
            found.code().equals("new.on") && found.args().equals(List.of(40 + failed, 220L)));
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    assertThat(plan.rows()).isEqualTo(20 + failed);
    all.failing(0);
    all.submit(plan);

    BatchJob job = all.jobs(new RunId("now")).getFirst();
    assertThat(job.counts().orElseThrow().done())
        .as("counted by the sandbox")
        .isEqualTo(20 + failed);
    FateCounts after = account("now");
    assertThat(after.of(RowFate.ANSWERED)).isEqualTo(220).isEqualTo(after.input());
    assertThat(
            all.ask(
                "SELECT pollux_attempt, COUNT(*) FROM "
                    + state.destination().orElseThrow().sql()
                    + " GROUP BY pollux_attempt ORDER BY pollux_attempt"))
        .as("attempt 0 is what was paid before")
        .containsExactly(List.of("0", n(180 - failed)), List.of("1", n(40 + failed)));
    assertThat(codes(all.drafted("again", now, true))).contains("new.none");
  }

  private static List<String> codes(DraftState state) {
    return DraftChecks.of(state).byStep().values().stream()
        .flatMap(List::stream)
        .map(dev.pollux.domain.Finding::code)
        .toList();
  }

  /// Three parts of a table, as of 450,000 rows.
  private static RunPlan parts(String id) throws Exception {
    RunPlan whole = all.made(id, repeated);
    RequestSource.Made rows = (RequestSource.Made) whole.requests();
    TableRef into = LedgerFixture.mine(id + "_sent");
    LedgerTables tables =
        new LedgerTables(
            all.cloud.catalog().table(repeated).orElseThrow(),
            Optional.empty(),
            true,
            List.of(),
            RowKey.ROW,
            LedgerFixture.MODEL.name());
    String sql =
        new LedgerSql(tables)
            .choose(Set.of(RowFate.MISSING), into, 1, 3)
            .sql()
            .replace(repeated.sql(), rows.requestTable().sql());
    var chosen = new LedgerSql(tables).choose(Set.of(RowFate.MISSING), into, 1, 3);
    return new RunPlan(
        whole.id(),
        whole.title(),
        whole.project(),
        whole.location(),
        whole.model(),
        whole.source(),
        new RequestSource.Chosen(
            rows,
            into,
            new dev.pollux.cloud.Query(
                sql, chosen.parameters(), chosen.location(), Optional.empty())),
        LedgerFixture.mine(id + "_output"),
        whole.rows(),
        whole.estimate(),
        whole.draft(),
        new Place(
            whole.id(),
            1,
            1,
            3,
            RowKey.ROW,
            Optional.of(LedgerFixture.mine(id + "_answers")),
            List.of()));
  }

  @Test
  void partsAreOneRunWithOneTableOfAnswers() throws Exception {
    RunPlan plan = parts("parts");
    all.failing(10);
    all.submit(plan);
    List<Run> jobs = all.ledger("parts").jobs();
    assertThat(jobs).hasSize(3);
    long sent = 0;
    long failed = 0;
    for (Run run : jobs) {
      all.untilEnded(run);
      BatchJob job = all.jobs(run.plan().id()).getFirst();
      assertThat(job.counts().orElseThrow().done()).isEqualTo(run.plan().rows());
      sent += job.counts().orElseThrow().done();
      failed += job.counts().orElseThrow().failed();
    }
    assertThat(sent).isEqualTo(ROWS);
    FateCounts first = account("parts");
    assertThat(first.input()).isEqualTo(ROWS);
    assertThat(first.of(OutcomeKind.FAILED)).isEqualTo(failed).isPositive();

    all.failing(0);
    Retry.Ready retry =
        (Retry.Ready) all.retries.prepare(new RunId("parts-p2"), Retries.USUAL, Budget.DEFAULT);
    assertThat(retry.requests()).isEqualTo(failed);
    all.retry(retry);
    assertThat(account("parts").of(RowFate.ANSWERED)).isEqualTo(ROWS);
  }

  /// No part may have more than its plan says: it would not be sent.
  @Test
  void aRetryThatDoesNotDivideIsSentInAllItsParts() throws Exception {
    all.failing(40);
    all.submit(parts("uneven"));
    for (Run run : all.ledger("uneven").jobs()) {
      all.untilEnded(run);
    }
    long failed = account("uneven").of(OutcomeKind.FAILED);
    int parts = IntStream.rangeClosed(2, 7).filter(n -> failed % n != 0).findFirst().orElseThrow();
    all.failing(0);
    LedgerRun run = all.ledger("uneven");
    Ledgers ledgers = new Ledgers(all.cloud.catalog());
    List<RunPlan> plans =
        new AttemptPlanner(run, ledgers.read(run).orElseThrow(), ledgers)
            .plans(Retries.USUAL, failed, parts, Optional.empty());

    assertThat(plans.stream().mapToLong(RunPlan::rows).sum()).isEqualTo(failed);
    for (RunPlan plan : plans) {
      assertThat(all.submitter.submit(plan, _ -> {}).stage()).isEqualTo(RunStage.SUBMITTED);
    }
  }

  /// Killed while the second part is sent: nothing that was sent is sent again.
  @Test
  void partsThatWereCutShortAreSentOnce() throws Exception {
    RunPlan plan = parts("cut");
    all.failing(0);
    RunId second = new RunId("cut-p2");
    assertThatThrownBy(() ->
            all.submitter.submit(
                plan,
                run -> {
                  if (run.plan().id().equals(second) && run.stage() == RunStage.PREPARING) {
                    throw new Killed();
                  }
                }))
        .isInstanceOf(Killed.class);
    all.nextProcess();
    assertThat(all.ledger("cut").jobs()).hasSize(2);
    assertThat(all.submitter.submit(plan, _ -> {}).plan().id())
        .as("the part that waits for the person")
        .isEqualTo(second);

    all.submitter.resubmit(second, _ -> {});
    assertThat(all.submitter.submit(plan, _ -> {}).stage()).isEqualTo(RunStage.SUBMITTED);
    for (Run run : all.ledger("cut").jobs()) {
      all.untilEnded(run);
      assertThat(all.jobs(run.plan().id())).hasSize(1);
    }
    assertThat(all.ledger("cut").jobs()).hasSize(3);
    assertThat(account("cut").of(RowFate.ANSWERED)).isEqualTo(ROWS);
  }
}
