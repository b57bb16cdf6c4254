package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobExplanation;
import dev.pollux.ui.jobs.state.JobWords;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the column Cost says: the estimate, how much of it is spent, or what it was.
class JobCostTest {
  private final JobWords words = new JobWords(new Words(Locale.ENGLISH), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          PENDING   |     0 | 1.9  | 2.4  | -    | est. $1.90 – 2.40
          RUNNING   |     0 | 1.9  | 2.4  | -    | est. $1.90 – 2.40
          RUNNING   |   500 | 0.65 | 0.72 | -    | $0.33 – 0.36 so far
          RUNNING   |     1 | 0.15 | 0.19 | -    | $0.01 so far
          RUNNING   |   500 | 0.01 | 0.02 | -    | $0.005 – 0.010 so far
          RUNNING   |   500 | 50   | 52   | -    | $25 – 26 so far
          RUNNING   |   500 | 7.23 | 98.92 | -   | $4 – 49 so far
          RUNNING   |   500 | .003 | .004 | -    | est. $0.0030 – 0.0040
          SUCCEEDED | 1000  | 0.65 | 0.72 | -    | est. $0.65 – 0.72
          SUCCEEDED | 1000  | 0.65 | 0.72 | 0.69 | $0.69
          SUCCEEDED | 1000  | -    | -    | 0.69 | $0.69
          SUCCEEDED | 1000  | -    | -    | -    | not counted
          """)
  void saysWhatIsKnown(
      JobState state, long done, Double low, Double high, Double billed, String said) {
    Optional<UsdRange> told =
        Optional.ofNullable(low).map(least -> new UsdRange(least, high.doubleValue()));
    JobLine line =
        new JobLine(
            Optional.of(JobsScreens.job(state, done)),
            Optional.of(run(RunStage.SUBMITTED, told)),
            Optional.ofNullable(billed));

    assertThat(words.cost(line)).isEqualTo(said);
  }

  /// The upper end alone would be several times what is spent.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 500 | $3.62 – 49.46 so far of $7.23 – 98.92 estimated | $4 – 49 so far
          en | 0   | $7.23 – 98.92 estimated                         | est. $7 – 99
          fr | 500 | 3,62 – 49,46 $ jusqu’ici, sur 7,23 – 98,92 $ estimés | déjà 4 – 49 $
          """)
  void whatIsSpentHasTwoEndsAsTheEstimateHas(
      String language, long done, String money, String cost) {
    JobWords words = new JobWords(new Words(Locale.of(language)), ZoneOffset.UTC);
    JobLine line =
        new JobLine(
            Optional.of(JobsScreens.job(JobState.RUNNING, done)),
            Optional.of(run(RunStage.SUBMITTED, Optional.of(new UsdRange(7.23, 98.92)))),
            Optional.empty());

    assertThat(words.money(line).replace('\u00a0', ' ')).isEqualTo(money);
    assertThat(words.cost(line).replace('\u00a0', ' ')).isEqualTo(cost);
  }

  /// A limit a day ahead is not 23 hours away.
  @ParameterizedTest
  @CsvSource({"86399, 24 h", "84000, 23 h", "36000, 10 h", "5400, 1 h 30 min"})
  void hoursAreRounded(long seconds, String said) {
    assertThat(words.span(Duration.ofSeconds(seconds))).isEqualTo(said);
  }

  /// Of 80 rows 71 requests are made where the others ask the same.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | All 71 requests were answered; rows that ask the same share an answer.
          fr | Les 71 requêtes ont une réponse ; les lignes qui demandent la même chose la partagent.
          """)
  void whereRequestsAreSharedTheyAreCountedAndNotRows(String language, String said) {
    Run run = run(RunStage.SUBMITTED, Optional.empty());
    RunPlan plan = run.plan();
    RunPlan shared =
        new RunPlan(
            plan.id(),
            plan.title(),
            plan.project(),
            plan.location(),
            plan.model(),
            plan.source(),
            plan.requests(),
            plan.destination(),
            71,
            plan.estimate(),
            plan.draft(),
            new Place(plan.id(), 1, 1, 1, RowKey.REQUEST, Optional.empty(), List.of()));
    JobLine line =
        new JobLine(
            Optional.of(JobsScreens.job(JobState.SUCCEEDED, 71)),
            Optional.of(
                new Run(
                    shared,
                    RunStage.SUBMITTED,
                    Optional.empty(),
                    Optional.empty(),
                    JobsScreens.NOW,
                    JobsScreens.NOW)),
            Optional.empty());
    String happened = JobExplanation.of(line, new Words(Locale.of(language))).happened();
    assertThat(happened.replace('\u00a0', ' ')).isEqualTo(said);
  }

  static Run run(RunStage stage, Optional<UsdRange> told) {
    TableRef table = new TableRef("p", "d", "t");
    RunPlan plan =
        new RunPlan(
            new RunId("r1"),
            "t",
            "p",
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            table,
            new RequestSource.OwnColumn(table),
            table,
            1_000,
            told,
            Optional.empty());
    return new Run(
        plan, stage, Optional.empty(), Optional.empty(), JobsScreens.NOW, JobsScreens.NOW);
  }
}
