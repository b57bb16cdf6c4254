package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.models.PriceList;
import dev.pollux.results.Accounting;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
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

  private Accounting answered(BatchJob job, long prompt, long answer, int rows) {
    Accounting.Tally tally = new Accounting.Tally(bills.longPrompts(job));
    for (int i = 0; i < rows; i++) {
      tally.add(new RowOutcome.Answered("x", "STOP", new TokenUsage(prompt, 0, answer, 0), ""));
    }
    return tally.against(Optional.of((long) rows));
  }

  @Test
  void allTokensAreBilledAtHalfPriceAndKeptForTheListOfJobs() {
    BatchJob job = job("gemini-2.5-flash", JobState.SUCCEEDED);

    double usd = bills.of(job, answered(job, 1_000, 100, 1_000)).orElseThrow().usd();

    assertThat(usd).isCloseTo((0.30 + 0.1 * 2.50) / 2, within(1e-9));
    assertThat(journal.bills()).containsEntry(job.name(), usd);
  }

  @Test
  void longPromptsHaveTheirOwnPrice() {
    BatchJob job = job("gemini-2.5-pro", JobState.SUCCEEDED);

    double usual = bills.of(job, answered(job, 100_000, 0, 10)).orElseThrow().usd();
    double longer = bills.of(job, answered(job, 250_000, 0, 4)).orElseThrow().usd();

    assertThat(usual).isCloseTo(1.25 / 2, within(1e-9));
    assertThat(longer).isCloseTo(2.50 / 2, within(1e-9));
  }

  /// The file says from where on prompts are long, for each model; a person may say otherwise.
  @Test
  void theLimitOfLongPromptsIsThatOfThePriceList() throws Exception {
    Path own =
        Files.writeString(
            folder.resolve("prices.json"),
            """
            {"models": [{"id": "gemini-2.5-flash", "lines": [{"input": 1, "output": 0,
              "long": {"above": 1000, "input": 10, "output": 0}}]}]}
            """);
    Bills mine = new Bills(PriceList.load(Optional.of(own)), journal);
    BatchJob job = job("gemini-2.5-flash", JobState.SUCCEEDED);
    Accounting.Tally tally = new Accounting.Tally(mine.longPrompts(job));
    for (long prompt : new long[] {1_000, 1_001}) {
      tally.add(new RowOutcome.Answered("x", "STOP", new TokenUsage(prompt, 0, 0, 0), ""));
    }

    double usd = mine.of(job, tally.against(Optional.of(2L))).orElseThrow().usd();

    assertThat(usd).isCloseTo((1_000 * 1 + 1_001 * 10) / 2e6, within(1e-9));
  }

  @Test
  void aJobThatStillRunsIsBilledButNotKept() {
    BatchJob job = job("gemini-2.5-flash", JobState.RUNNING);

    assertThat(bills.of(job, answered(job, 1_000, 0, 10))).isPresent();
    assertThat(journal.bills()).isEmpty();
  }

  @Test
  void aModelWithoutAPriceHasNoBill() {
    BatchJob job = job("gemini-0.1-none", JobState.SUCCEEDED);

    assertThat(bills.of(job, answered(job, 1, 1, 1))).isEmpty();
  }

  @Test
  void whatThePersonWasToldStandsBesideIt() throws Exception {
    FakeBatchJobs jobs = new FakeBatchJobs();
    Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), () -> NOON);
    BatchJob sent =
        jobs.get(
            new Submitter(
                    new RequestTables(new FakeCloud(), InstantSource.system()),
                    jobs,
                    journal,
                    reconciler,
                    () -> NOON)
                .submit(Plans.own("r1"), _ -> {})
                .job()
                .orElseThrow());

    assertThat(bills.of(sent, answered(sent, 1, 1, 1)).orElseThrow().estimate())
        .contains(new UsdRange(0.65, 0.71));
  }
}
