package dev.pollux.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FindingWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What failed is asked again, and nothing else, against the sandbox through Google's adapter.
class RetriesTest {
  private static final int ROWS = 300;
  private static final String PASSAGES =
      "SELECT id, text FROM `pollux-sandbox.samples.sotu_passages` ORDER BY id LIMIT " + ROWS;
  private static final String OWN =
      "SELECT id, CONCAT('{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":',"
          + " TO_JSON_STRING(LEFT(text, 60)), '}]}]}') AS request FROM ("
          + PASSAGES
          + ")";

  @TempDir private static Path folder;
  private static LedgerFixture all;
  private static TableRef passages;

  /// Dies as a killed process does: nothing after it happens.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void open() throws Exception {
    all = new LedgerFixture(folder);
    passages = all.table("passages", PASSAGES);
  }

  @AfterAll
  static void close() {
    all.close();
  }

  private Retry.Ready ready(String run, Set<RowFate> fates) throws Exception {
    Retry retry = all.retries.prepare(new RunId(run), fates, Budget.DEFAULT);
    assertThat(retry).isInstanceOf(Retry.Ready.class);
    return (Retry.Ready) retry;
  }

  private Finding refused(String run, Set<RowFate> fates, Budget budget) throws Exception {
    Retry retry = all.retries.prepare(new RunId(run), fates, budget);
    assertThat(retry).isInstanceOf(Retry.Refused.class);
    Finding why = ((Retry.Refused) retry).why();
    FindingWords.hasWords(why);
    return why;
  }

  private RunAccount account(String run) throws Exception {
    return all.answers.account(all.ledger(run), _ -> {});
  }

  private static void addsUp(FateCounts rows, long input) {
    assertThat(
            rows.of(OutcomeKind.ANSWERED)
                + rows.of(OutcomeKind.FAILED)
                + rows.of(OutcomeKind.BLOCKED)
                + rows.of(OutcomeKind.MISSING))
        .isEqualTo(input)
        .isEqualTo(rows.input());
  }

  /// Whichever job somebody deletes, its answers stay among those of the run.
  @ParameterizedTest
  @ValueSource(strings = {"first", "second", "both"})
  void aDeletedJobTakesNoAnswerWithIt(String which) throws Exception {
    String run = "gone" + which;
    all.failing(20);
    all.submit(all.made(run, passages));
    all.failing(0);
    all.retry(ready(run, Retries.USUAL));
    if (!which.equals("second")) {
      all.cloud.jobs().delete(all.jobs(new RunId(run)).getFirst().name());
    }
    if (!which.equals("first")) {
      all.cloud.jobs().delete(all.jobs(new RunId(run + "-a2")).getFirst().name());
    }
    assertThat(all.answers.find(all.ledger(run))).isInstanceOf(RunAnswers.Place.ToMake.class);
    assertThat(account(run).rows().of(OutcomeKind.ANSWERED)).isEqualTo(ROWS);
    assertThat(all.answers.find(all.ledger(run))).isInstanceOf(RunAnswers.Place.Joined.class);
  }

  /// Two retries, then one table: each row once, with the attempt that answered it.
  @Test
  void exactlyWhatFailedIsAskedAgainUntilAllIsAnswered() throws Exception {
    all.failing(20);
    all.submit(all.made("until", passages));
    FateCounts first = account("until").rows();
    addsUp(first, ROWS);
    long failed = first.of(OutcomeKind.FAILED);
    assertThat(failed).isBetween(30L, 90L);

    all.failing(30);
    Retry.Ready second = ready("until", Retries.USUAL);
    assertThat(second.rows()).isEqualTo(first);
    assertThat(second.chosen()).isEqualTo(failed).isEqualTo(second.requests());
    assertThat(second.price().orElseThrow().high()).isEqualTo(2.0 * failed / ROWS);
    assertThat(second.bytes()).isPositive();
    List<Run> sent = all.retry(second);
    assertThat(sent).hasSize(1);
    assertThat(all.rows(sent.getFirst().plan().requests().table())).isEqualTo(failed);
    BatchJob job = all.jobs(new RunId("until-a2")).getFirst();
    assertThat(job.counts().orElseThrow().done()).as("counted by the sandbox").isEqualTo(failed);
    FateCounts after = account("until").rows();
    addsUp(after, ROWS);
    long left = after.of(OutcomeKind.FAILED);
    assertThat(left).isBetween(1L, failed - 1);

    all.failing(0);
    Retry.Ready third = ready("until-a2", Retries.USUAL);
    assertThat(third.requests()).isEqualTo(left);
    all.retry(third);
    RunAccount last = account("until");
    assertThat(last.rows().of(RowFate.ANSWERED)).isEqualTo(ROWS);
    assertThat(last.attempts()).isEqualTo(3);
    assertThat(all.journal.accounts()).containsEntry(new RunId("until"), last);
    assertThat(all.ledger("until").jobs()).hasSize(3);
    TableRef answers = all.ledger("until").answers().orElseThrow();
    assertThat(answers).isEqualTo(LedgerFixture.mine("until_answers_complete"));
    assertThat(
            all.ask(
                "SELECT pollux_attempt, COUNT(*), COUNT(DISTINCT pollux_row_key),"
                    + " COUNTIF(pollux_model LIKE 'sandbox-%'), COUNTIF(answer != '') FROM "
                    + answers.sql()
                    + " GROUP BY pollux_attempt ORDER BY pollux_attempt"))
        .containsExactly(
            List.of("1", n(ROWS - failed), n(ROWS - failed), n(ROWS - failed), n(ROWS - failed)),
            List.of("2", n(failed - left), n(failed - left), n(failed - left), n(failed - left)),
            List.of("3", n(left), n(left), n(left), n(left)));
    assertThat(
            all.ask(
                "SELECT COUNT(*) FROM %s AS a INNER JOIN %s AS p ON a.id = p.id AND a.text = p.text"
                    .formatted(answers.sql(), passages.sql())))
        .as("each answer beside its row")
        .containsExactly(List.of(n(ROWS)));
    assertThat(refused("until", Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.nothing");
  }

  private static String n(long number) {
    return Long.toString(number);
  }

  @Test
  void oneKindAloneIsAskedAgain() throws Exception {
    all.failing(30);
    all.submit(all.made("kind", passages));
    FateCounts first = account("kind").rows();
    assertThat(first.of(RowFate.CAPACITY)).isPositive();
    assertThat(first.of(RowFate.TIMEOUT)).isPositive();

    all.failing(0);
    Retry.Ready retry = ready("kind", Set.of(RowFate.CAPACITY, RowFate.ANSWERED));
    assertThat(retry.requests()).isEqualTo(first.of(RowFate.CAPACITY));
    all.retry(retry);

    FateCounts after = account("kind").rows();
    assertThat(after.of(RowFate.CAPACITY)).isZero();
    assertThat(after.of(RowFate.TIMEOUT)).isEqualTo(first.of(RowFate.TIMEOUT));
  }

  /// Rows that are equal in all are told apart by counting: two of three failed, two are sent.
  @Test
  void ownRequestsHaveNoKeyAndAreFoundAllTheSame() throws Exception {
    all.failing(25);
    TableRef source =
        all.table("own", OWN + " UNION ALL SELECT * FROM (" + OWN + ") WHERE MOD(id, 3) = 0");
    long rows = all.rows(source);
    all.submit(all.own("own", source));
    long failed = account("own").rows().of(OutcomeKind.FAILED);

    all.failing(0);
    Retry.Ready retry = ready("own", Retries.USUAL);
    assertThat(retry.requests()).isEqualTo(failed);
    all.retry(retry);

    RunAccount last = account("own");
    assertThat(last.rows().of(RowFate.ANSWERED)).isEqualTo(rows);
    TableRef answers = all.ledger("own").answers().orElseThrow();
    assertThat(
            all.ask(
                "SELECT COUNT(*), COUNT(DISTINCT id), COUNTIF(pollux_attempt = 2) FROM "
                    + answers.sql()))
        .containsExactly(List.of(n(rows), n(ROWS), n(failed)));
  }

  /// A job that was stopped wrote some rows; the others never came out.
  @Test
  void rowsThatNeverCameOutAreMissingAndAskedAgain() throws Exception {
    all.failing(0);
    Run run = all.submit(all.made("missing", passages));
    TableRef output = run.plan().destination();
    all.table(
        "kept",
        "SELECT * FROM "
            + output.sql()
            + " QUALIFY ROW_NUMBER() OVER (ORDER BY pollux_row_key) > "
            + ROWS / 4);
    all.cloud.catalog().deleteTable(output);
    all.table("missing_answers", "SELECT * FROM " + LedgerFixture.mine("kept").sql());

    Retry.Ready retry = ready("missing", Set.of(RowFate.MISSING));
    assertThat(retry.requests()).isEqualTo(ROWS / 4);
    all.retry(retry);
    assertThat(account("missing").rows().of(RowFate.ANSWERED)).isEqualTo(ROWS);
  }

  @Test
  void aTableThatChangedSinceIsNotGuessedAt() throws Exception {
    TableRef source = all.table("own_changed", OWN);
    all.failing(10);
    all.submit(all.own("changed", source));
    all.ask(
        "CREATE OR REPLACE TABLE "
            + source.sql()
            + " AS SELECT id + 1 AS id, request FROM "
            + source.sql());
    assertThat(refused("changed", Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.unclear");
  }

  @Test
  void whatCannotBeSentSaysWhy() throws Exception {
    all.failing(30);
    RunPlan plan = all.made("refused", passages);
    assertThat(refused("refused", Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.unknown");
    all.sandbox.setFaults(new dev.pollux.sandbox.vertex.fault.Faults(1, 0, 0, 0, 0, 1e6));
    Run waiting = all.submitter.submit(plan, _ -> {});
    assertThat(refused("refused", Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.running");
    all.cloud.jobs().cancel(waiting.job().orElseThrow());
    all.untilEnded(waiting);

    assertThat(refused("refused", Retries.USUAL, new Budget(10, OptionalDouble.of(0.01))).code())
        .isEqualTo("budget.cap");
    assertThat(
            refused("refused", Retries.USUAL, new Budget(10, OptionalDouble.empty(), 1e-9)).code())
        .isEqualTo("retry.large");
    assertThat(ready("refused", Retries.USUAL).requests()).isEqualTo(ROWS);
    all.cloud.catalog().deleteTable(plan.requests().table());
    assertThat(refused("refused", Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.no-rows");
  }

  /// Killed at each step: the next process meets the attempt, and sends it once.
  @ParameterizedTest
  @EnumSource(
      value = RunStage.class,
      names = {"INTENT", "PREPARING", "SUBMITTING"})
  void aRetryThatWasCutShortIsSentOnce(RunStage stage) throws Exception {
    String id = "killed-" + stage.name().toLowerCase(Locale.ROOT);
    all.failing(20);
    all.submit(all.made(id, passages));
    all.failing(0);
    Retry.Ready retry = ready(id, Retries.USUAL);
    assertThatThrownBy(() ->
            all.retries.send(
                retry,
                run -> {
                  if (run.stage() == stage) {
                    throw new Killed();
                  }
                }))
        .isInstanceOf(Killed.class);
    all.nextProcess();

    assertThat(refused(id, Retries.USUAL, Budget.DEFAULT).code()).isEqualTo("retry.open");
    RunId second = new RunId(id + "-a2");
    assertThat(all.journal.find(second).orElseThrow().stage()).isEqualTo(stage);
    if (stage == RunStage.SUBMITTING) {
      return; // whether the create arrived is the reconciler's to find out
    }
    all.untilEnded(all.submitter.resubmit(second, _ -> {}));
    all.retries.send(retry, _ -> {});

    assertThat(all.jobs(second)).hasSize(1);
    assertThat(account(id).rows().of(RowFate.ANSWERED)).isEqualTo(ROWS);
  }
}
