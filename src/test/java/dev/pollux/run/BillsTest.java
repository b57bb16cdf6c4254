package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.BatchJob;
import dev.pollux.domain.JobState;
import dev.pollux.domain.Location;
import dev.pollux.domain.UsdRange;
import dev.pollux.models.PriceList;
import dev.pollux.results.Accounting;
import dev.pollux.results.AnswerTokens;
import dev.pollux.results.RowOutcome;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeQueries;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private final FakeJournal journal = new FakeJournal();
  private final Bills bills = new Bills(PriceList.load(), journal);

  private static BatchJob job(String model, JobState state) {
    BatchJob plain = FakeBatchJobs.job("7", Location.US_CENTRAL1, state, NOON);
    return new BatchJob(
        plain.name(),
        plain.displayName(),
        "publishers/google/models/" + model,
        plain.source(),
        plain.destination(),
        state,
        plain.rawState(),
        plain.counts(),
        plain.error(),
        plain.created(),
        plain.started(),
        plain.ended(),
        plain.updated(),
        plain.labels());
  }

  private static Accounting answered(long prompt, long answer, int rows) {
    Accounting.Tally tally = new Accounting.Tally();
    for (int i = 0; i < rows; i++) {
      tally.add(new RowOutcome.Answered("x", "STOP", new AnswerTokens(prompt, 0, answer, 0), ""));
    }
    return tally.against(Optional.of((long) rows));
  }

  @Test
  void allTokensAreBilledAtHalfPriceAndKeptForTheListOfJobs() {
    BatchJob job = job("gemini-2.5-flash", JobState.SUCCEEDED);

    double usd = bills.of(job, answered(1_000, 100, 1_000)).orElseThrow().usd();

    assertThat(usd).isCloseTo((0.30 + 0.1 * 2.50) / 2, within(1e-9));
    assertThat(journal.bills()).containsEntry(job.name(), usd);
  }

  @Test
  void longPromptsHaveTheirOwnPrice() {
    BatchJob job = job("gemini-2.5-pro", JobState.SUCCEEDED);

    double usual = bills.of(job, answered(100_000, 0, 10)).orElseThrow().usd();
    double longer = bills.of(job, answered(250_000, 0, 4)).orElseThrow().usd();

    assertThat(usual).isCloseTo(1.25 / 2, within(1e-9));
    assertThat(longer).isCloseTo(2.50 / 2, within(1e-9));
  }

  @Test
  void aJobThatStillRunsIsBilledButNotKept() {
    BatchJob job = job("gemini-2.5-flash", JobState.RUNNING);

    assertThat(bills.of(job, answered(1_000, 0, 10))).isPresent();
    assertThat(journal.bills()).isEmpty();
  }

  @Test
  void aModelWithoutAPriceHasNoBill() {
    assertThat(bills.of(job("gemini-0.1-none", JobState.SUCCEEDED), answered(1, 1, 1))).isEmpty();
  }

  @Test
  void whatThePersonWasToldStandsBesideIt() throws Exception {
    FakeBatchJobs jobs = new FakeBatchJobs();
    Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), () -> NOON);
    BatchJob sent =
        jobs.get(
            new Submitter(
                    new RequestTables(new FakeCatalog(Plans.PROJECT), new FakeQueries()),
                    jobs,
                    journal,
                    reconciler,
                    () -> NOON)
                .submit(Plans.own("r1"), _ -> {})
                .job()
                .orElseThrow());

    assertThat(bills.of(sent, answered(1, 1, 1)).orElseThrow().estimate())
        .contains(new UsdRange(0.65, 0.71));
  }
}
