package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cost.Bill;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.Estimator;
import dev.pollux.cost.Interval;
import dev.pollux.cost.PlannedJob;
import dev.pollux.cost.TokenCounter;
import dev.pollux.cost.TokenSample;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.Price;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.AskedRows;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.FakeRows;
import dev.pollux.testing.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Estimates held against what the jobs then used: ten templates over the passages, each a real job
/// in the sandbox over some of the rows.
class EstimateTest {
  private static final DatasetRef MINE = new DatasetRef("pollux-sandbox", "mine");
  private static final int ROWS = 300;
  private static final int TRIED = 10;
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final GeminiModel MODEL = GeminiModel.of("gemini-2.5-flash");
  private static final RowChoice SOME =
      new RowChoice(List.of(), OptionalLong.of(ROWS), true, "estimate");
  private static final AnswerSchema SCHEMA =
      new AnswerSchema(
          List.of(
              new AnswerSchema.Member(
                  "subject",
                  new AnswerSchema.Type.Choice(List.of("war", "economy", "law", "other")),
                  "what the passage deals with",
                  true),
              new AnswerSchema.Member("year", new AnswerSchema.Type.Whole(), "", false)));
  private static final List<RequestSpec> SPECS =
      List.of(
          RequestSpec.of("Which subject does this passage deal with? {{text}}", ""),
          RequestSpec.of("Summarise in one sentence: {{text}}", "You are a historian. Be brief."),
          RequestSpec.of("{{text}}", ""),
          RequestSpec.of("{{president}} in {{year}} ({{party}}): {{text}}\nName the places.", ""),
          RequestSpec.of("Is this about war? {{text}}\n\nOnce more: {{text}}", ""),
          RequestSpec.of("Who was president in {{year}}?", ""),
          RequestSpec.of("Translate to French. {{text}}", "Answer in French.").withGuard(true),
          RequestSpec.of("Classify. {{text}}", "").withAnswer(Optional.of(SCHEMA)),
          RequestSpec.of("Classify for a long list of reasons. {{text}}", "Think well.")
              .withAnswer(Optional.of(SCHEMA))
              .withGuard(true),
          RequestSpec.of("What did {{president}} want? {{text}}", "One word.").withGuard(true));

  @TempDir Path data;

  private record Outcome(Estimate estimate, TokenUsage used, double usd) {
    boolean tokensHold() {
      return estimate.input().contains((double) used.prompt());
    }

    boolean costHolds() {
      return estimate.cost().orElseThrow().batch().contains(usd);
    }

    @Override
    public String toString() {
      Estimate.Cost cost = estimate.cost().orElseThrow();
      return String.format(
          Locale.ROOT,
          "input %.0f - %.0f: %d; USD %.4f - %.4f: %.4f",
          estimate.input().low(),
          estimate.input().high(),
          used.prompt(),
          cost.batch().low(),
          cost.batch().high(),
          usd);
    }
  }

  @Test
  void nineOfTenEstimatesHold() throws Exception {
    try (Sandbox sandbox =
            Sandbox.start(
                new SandboxOptions(data, 0, 0, Optional.empty(), 200, Clock.systemUTC()));
        Cloud cloud =
            GoogleCloud.open(
                new Connection.Sandbox(sandbox.project(), Location.US_CENTRAL1),
                new Endpoints.Sandbox(
                    URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token()))) {
      TableInfo table =
          cloud
              .catalog()
              .table(TableRef.parse("pollux-sandbox.samples.sotu_passages").orElseThrow())
              .orElseThrow();
      FakeRows rows = new FakeRows();
      rows.tables.put(
          table.ref(),
          cloud.rows().page(table.ref(), table.schema(), 0, (int) table.rows()).rows());
      TableInfo some = some(cloud, table);
      List<BatchJob> jobs = new ArrayList<>();
      for (int i = 0; i < SPECS.size(); i++) {
        jobs.add(submit(cloud, some, SPECS.get(i), i));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < SPECS.size(); i++) {
        Estimate estimate = estimate(cloud, rows, table, SPECS.get(i), i);
        outcomes.add(outcome(cloud, estimate, untilFinal(cloud, jobs.get(i))));
      }
      String seen = outcomes.toString().replace(", input", "\ninput");
      assertThat(outcomes.stream().filter(Outcome::tokensHold).count())
          .as("of ten ranges of input tokens, those that hold:\n" + seen)
          .isGreaterThanOrEqualTo(9);
      assertThat(outcomes.stream().filter(Outcome::costHolds).count())
          .as("of ten ranges of cost, those that hold:\n" + seen)
          .isGreaterThanOrEqualTo(9);
    }
  }

  /// A random choice of the rows, made once.
  private static TableInfo some(Cloud cloud, TableInfo table)
      throws CloudException, InterruptedException {
    TableRef base = MINE.table("some");
    make(cloud, table, SPECS.getFirst(), SOME, base);
    return cloud.catalog().table(base).orElseThrow();
  }

  private static void make(
      Cloud cloud, TableInfo from, RequestSpec spec, RowChoice choice, TableRef to)
      throws CloudException, InterruptedException {
    RequestSql sql =
        RequestSql.of(from.ref(), from.schema(), spec, TestKeys.MARKS, choice, to, from.location());
    cloud.queries().run(sql.query(), to.table());
  }

  private static BatchJob submit(Cloud cloud, TableInfo table, RequestSpec spec, int i)
      throws CloudException, InterruptedException {
    TableRef requests = MINE.table("requests" + i);
    make(cloud, table, spec, RowChoice.ALL, requests);
    return cloud
        .jobs()
        .create(
            new BatchRequest(
                "pollux-sandbox",
                Location.US_CENTRAL1,
                "estimate " + i,
                MODEL,
                requests,
                MINE.table("answers" + i),
                Map.of()));
  }

  /// As the window does it: counted on a sample of the whole table, with a trial of ten rows.
  private static Estimate estimate(
      Cloud cloud, Rows rows, TableInfo table, RequestSpec spec, int seed) throws CloudException {
    RowFilter chosen = AskedRows.of(table.ref(), table.schema(), spec, SOME);
    TokenCounter counter =
        new TokenCounter(
            rows,
            cloud.gemini(),
            table,
            MODEL,
            Location.US_CENTRAL1,
            chosen.matching(),
            row -> new RequestRenderer(spec, table.schema(), TestKeys.MARKS).json(row));
    TokenSample sample =
        counter.count(TokenCounter.draw(table.rows(), TokenCounter.ROWS, seed), chosen.all());
    List<TokenUsage> trial = new ArrayList<>();
    for (long place : TokenCounter.draw(table.rows(), TRIED, seed + 100)) {
      Row row = rows.page(table.ref(), table.schema(), place, 1).rows().getFirst();
      String request = new RequestRenderer(spec, table.schema(), TestKeys.MARKS).json(row);
      trial.add(used(cloud.gemini().generate(MODEL, Location.US_CENTRAL1, request)));
    }
    PlannedJob job =
        new PlannedJob(
            MODEL,
            MODEL.id(),
            Location.US_CENTRAL1,
            Interval.of((double) chosen.limited(table.rows())),
            spec.answer(),
            spec.settings());
    return new Estimator(ModelCatalog.load(), PriceList.load()).estimate(job, sample, trial, TODAY);
  }

  private static TokenUsage used(String response) {
    return switch (new Responses().decode(new Value.Scalar(response), Value.NULL)) {
      case RowOutcome.Answered answered -> answered.tokens();
      case RowOutcome.Failed _, RowOutcome.Blocked _, RowOutcome.Missing _ ->
          throw new AssertionError("not answered: " + response);
    };
  }

  private static Outcome outcome(Cloud cloud, Estimate estimate, BatchJob job)
      throws CloudException {
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    TableInfo answers = cloud.catalog().table(job.destinationTable().orElseThrow()).orElseThrow();
    int response = answers.schema().indexOf("response");
    List<TokenUsage> used =
        cloud.rows().page(answers.ref(), answers.schema(), 0, ROWS).rows().stream()
            .map(row -> row.values().get(response))
            .filter(Value.Scalar.class::isInstance)
            .map(value -> used(((Value.Scalar) value).text()))
            .toList();
    assertThat(used).hasSize(ROWS);
    Price price = PriceList.load().price(MODEL.id(), TODAY, Location.US_CENTRAL1);
    return new Outcome(
        estimate,
        used.stream().reduce(TokenUsage.NONE, TokenUsage::plus),
        Bill.rows(used, (Price.Known) price, Price.Mode.BATCH));
  }

  private static BatchJob untilFinal(Cloud cloud, BatchJob job) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (int tries = 0; tries < 600; tries++) {
      BatchJob now = cloud.jobs().get(job.name());
      if (now.state().isFinal()) {
        return now;
      }
      never.await(50, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the job " + job.displayName() + " did not end in 30 seconds");
  }
}
