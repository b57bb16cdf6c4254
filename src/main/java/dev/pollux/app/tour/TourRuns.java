package dev.pollux.app.tour;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cost.Budget;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.Retry;
import dev.pollux.prompt.MarkKey;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.run.RunServices;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Jobs of the days before the tour, as a person has them who did not begin today: one that found
/// no capacity, one that was stopped, one that asked what the tour asks, with answers missing, one
/// of which a part failed and was asked again, and one that waits. They are sent by the services of
/// the window to a sandbox whose clock is moved on.
final class TourRuns implements AutoCloseable {
  static final String WAITING = "Places in each passage";
  static final String EXPIRED = "Tone of each passage";
  static final String STOPPED = "Names in each passage";
  static final String RETRIED = "Topic of each passage";
  static final String COMPARED = "Subject, asked before";
  private static final OptionalLong SOME = OptionalLong.of(400);
  private static final OptionalLong ALL = OptionalLong.empty();

  /// Those of `samples.sotu_passages`.
  private static final long PASSAGES = 13_866;

  private static final UsdRange SOME_USD = new UsdRange(0.021, 0.027);
  private static final UsdRange ALL_USD = new UsdRange(0.18, 0.35);
  private static final Duration SHORT = Duration.ofSeconds(20);
  private static final Duration QUEUE = Duration.ofDays(3);
  private static final int PATIENCE_S = 60;

  private final TourClock clock;
  private final Sandbox sandbox;
  private final Cloud cloud;
  private final Journal journal;
  private final RunServices runs;

  private TourRuns(DataDirectory directory, TourClock clock) throws IOException, CloudException {
    this.clock = clock;
    sandbox = Sandbox.start(SandboxOptions.at(directory.sandbox(), clock));
    cloud =
        GoogleCloud.open(
            new Connection.Sandbox(Sandbox.PROJECT, Location.US_CENTRAL1),
            new Endpoints.Sandbox(
                URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token()));
    journal = SqliteJournal.open(directory.journal(), clock);
    runs = RunServices.of(cloud, journal, new RunClaims(), clock);
  }

  /// Puts them into a data directory that nobody holds.
  static void make(DataDirectory directory) throws Exception {
    try (TourRuns past = new TourRuns(directory, new TourClock(Duration.ofDays(5)))) {
      past.expired();
      past.stopped();
      past.compared();
      past.retried();
      past.waiting();
    }
  }

  private void expired() throws Exception {
    sandbox.setFaults(new Faults(1, 0, 0, 0, 0, QUEUE.plusHours(1).toSeconds()));
    JobName job = submit(EXPIRED, RequestSpec.of("What is the tone? {{text}}", ""), SOME);
    clock.advance(QUEUE.plusMinutes(1));
    await(job, JobState::isFinal);
  }

  private void stopped() throws Exception {
    sandbox.setFaults(new Faults(100, 0, 0, 0, 0, 2));
    JobName job = submit(STOPPED, RequestSpec.of("Who is named? {{text}}", ""), SOME);
    clock.advance(SHORT);
    await(job, JobState.RUNNING::equals);
    clock.advance(Duration.ofMinutes(2));
    await(job, one -> one.counts().filter(counts -> counts.done() > 0).isPresent(), "rows");
    cloud.jobs().cancel(job);
    await(job, JobState::isFinal);
  }

  /// The subjects that the tour asks for, of all passages; one answer in twenty is missing.
  private void compared() throws Exception {
    sandbox.setFaults(new Faults(1, 5, 0, 0, 0, 2));
    AnswerSchema answer =
        new AnswerSchema(
            List.of(
                new AnswerSchema.Member(
                    "subject", new AnswerSchema.Type.Choice(TourScript.SUBJECTS), "", true),
                new AnswerSchema.Member("confidence", new AnswerSchema.Type.Decimal(), "", true)));
    JobName job =
        submit(
            COMPARED,
            RequestSpec.of("Choose the subject of this passage: {{text}}", "")
                .withAnswer(Optional.of(answer)),
            ALL);
    runToItsEnd(job, Duration.ofMinutes(20));
  }

  private void retried() throws Exception {
    clock.advance(Duration.ofHours(20));
    sandbox.setFaults(new Faults(1, 20, 0, 0, 0, 2));
    JobName job = submit(RETRIED, RequestSpec.of("Which topic? {{text}}", ""), SOME);
    runToItsEnd(job, SHORT);
    if (new Retries(cloud, journal, runs.submitter())
            .prepare(id(RETRIED), Retries.USUAL, Budget.DEFAULT)
        instanceof Retry.Ready ready) {
      for (Run run : new Retries(cloud, journal, runs.submitter()).send(ready, _ -> {})) {
        runToItsEnd(run.job().orElseThrow(), SHORT);
      }
    } else {
      throw new IllegalStateException("what failed cannot be asked again");
    }
  }

  /// It waits for as long as any tour lasts.
  private void waiting() throws Exception {
    clock.catchUp();
    sandbox.setFaults(new Faults(1, 0, 0, 0, 0, Duration.ofHours(10).toSeconds()));
    submit(WAITING, RequestSpec.of("Where is it? {{text}}", ""), SOME);
  }

  private void runToItsEnd(JobName job, Duration work) throws Exception {
    clock.advance(SHORT);
    await(job, state -> state != JobState.PENDING);
    clock.advance(work);
    await(job, JobState::isFinal);
  }

  private static RunId id(String title) {
    return new RunId("tour-" + title.substring(0, 4).strip().toLowerCase(java.util.Locale.ROOT));
  }

  private JobName submit(String title, RequestSpec spec, OptionalLong limit) throws Exception {
    TableRef source = new TableRef(Sandbox.PROJECT, "samples", "sotu_passages");
    RunId id = id(title);
    TableRef requests = new TableRef(Sandbox.PROJECT, "mine", id.id().replace('-', '_'));
    TableInfo info = cloud.catalog().table(source).orElseThrow();
    Query query =
        RequestSql.of(
                source,
                info.schema(),
                spec,
                MarkKey.random(),
                new RowChoice(List.of(), limit, false, ""),
                requests,
                info.location())
            .query();
    Run run =
        runs.submitter()
            .submit(
                new RunPlan(
                    id,
                    title,
                    Sandbox.PROJECT,
                    info.location(),
                    GeminiModel.of("gemini-2.5-flash-lite"),
                    source,
                    new RequestSource.Made(requests, query),
                    requests.datasetRef().table(requests.table() + "_answers"),
                    limit.orElse(PASSAGES),
                    Optional.of(limit.isPresent() ? SOME_USD : ALL_USD),
                    Optional.empty()),
                _ -> {});
    return run.job().orElseThrow();
  }

  private void await(JobName job, Predicate<JobState> fits) throws Exception {
    await(job, one -> fits.test(one.state()), "another state");
  }

  private void await(JobName name, Predicate<BatchJob> fits, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!fits.test(cloud.jobs().get(name))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(name + " did not come to " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() {
    journal.close();
    cloud.close();
    sandbox.close();
  }
}
