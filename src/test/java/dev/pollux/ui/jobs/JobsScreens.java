package dev.pollux.ui.jobs;

import dev.pollux.background.Background;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobState;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.action.JobActionsController;
import dev.pollux.ui.jobs.action.JobDrafts;
import dev.pollux.ui.jobs.action.SupportFacts;
import dev.pollux.ui.jobs.action.WebBrowser;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.retry.RetryFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The Jobs screen over jobs in memory, one of each kind.
public final class JobsScreens {
  public static final Instant NOW = Instant.parse("2026-11-22T14:15:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private static final OtherConnections NO_OTHERS =
      new OtherConnections() {
        @Override
        public Optional<String> name(String project) {
          return Optional.empty();
        }

        @Override
        public void open(String project) {}
      };

  private JobsScreens() {}

  public static FakeBatchJobs someOfEachKind() {
    FakeBatchJobs jobs = new FakeBatchJobs();
    jobs.now = NOW;
    jobs.put(job(8, JobState.RUNNING, 4, new JobCounts(8104, 0, 5762), ""));
    jobs.put(job(7, JobState.PENDING, 180, new JobCounts(0, 0, 52_000), ""));
    jobs.put(job(6, JobState.SUCCEEDED, 190, new JobCounts(13_814, 52, 0), ""));
    jobs.put(job(5, JobState.SUCCEEDED, 200, new JobCounts(20, 0, 0), ""));
    jobs.put(
        job(
            4,
            JobState.FAILED,
            220,
            new JobCounts(0, 0, 8200),
            "Failed to import data. Not found: Dataset t:llm_bp_tenant_dataset_7 was not found in location US at [2:1]"));
    jobs.put(job(3, JobState.CANCELLED, 300, new JobCounts(4020, 0, 8980), ""));
    jobs.put(job(2, JobState.EXPIRED, 6000, new JobCounts(0, 0, 900), ""));
    return jobs;
  }

  /// A job of a thousand rows.
  public static BatchJob job(JobState state, long done) {
    return job(1, state, 4, new JobCounts(done, 0, 1_000 - done), "");
  }

  private static BatchJob job(
      int id, JobState state, int minutesAgo, JobCounts counts, String error) {
    Instant created = NOW.minus(Duration.ofMinutes(minutesAgo));
    boolean ran = state != JobState.PENDING && state != JobState.EXPIRED;
    BatchJob plain = FakeBatchJobs.job(Integer.toString(id), Location.US_CENTRAL1, state, created);
    return new BatchJob(
        plain.name(),
        "Subjects of the passages " + id,
        plain.model(),
        plain.source(),
        plain.destination(),
        state,
        plain.rawState(),
        Optional.of(counts),
        error.isEmpty() ? Optional.empty() : Optional.of(new JobError(3, error)),
        created,
        ran ? Optional.of(created.plusSeconds(30)) : Optional.empty(),
        state.isFinal() ? Optional.of(created.plusSeconds(150)) : Optional.empty(),
        created.plusSeconds(150),
        plain.labels());
  }

  private static final Connection CONNECTION =
      new Connection.Sandbox("pollux-sandbox", Location.US_CENTRAL1);

  public static JobsController over(
      FakeBatchJobs jobs, Background background, Words words, Navigation navigation) {
    return over(jobs, new FakeJournal(), background, words, navigation, (_, _) -> {});
  }

  /// @param opened hears of the plans whose drafts are opened again
  static JobsController over(
      FakeBatchJobs jobs,
      FakeJournal journal,
      Background background,
      Words words,
      Navigation navigation,
      JobDrafts opened) {
    return over(CONNECTION, jobs, journal, background, words, navigation, opened, _ -> {});
  }

  static JobsController over(
      Connection connection,
      FakeBatchJobs jobs,
      FakeJournal journal,
      Background background,
      Words words,
      Navigation navigation,
      JobDrafts opened,
      WebBrowser browser) {
    return over(
        connection, jobs, journal, background, words, navigation, opened, browser, NO_OTHERS);
  }

  /// @param others the connections that are kept beside this one
  static JobsController over(
      Connection connection,
      FakeBatchJobs jobs,
      FakeJournal journal,
      Background background,
      Words words,
      Navigation navigation,
      JobDrafts opened,
      WebBrowser browser,
      OtherConnections others) {
    MessageLog log = new MessageLog(CLOCK);
    return new JobsController(
        work(connection, jobs, journal, background, words, log, opened, browser, others),
        background,
        words,
        navigation,
        log,
        CLOCK);
  }

  /// What the actions of the screen need.
  public static JobActionsController.Work actions(
      FakeBatchJobs jobs, Background background, MessageLog log) {
    return work(
            CONNECTION,
            jobs,
            new FakeJournal(),
            background,
            new Words(Locale.ENGLISH),
            log,
            (_, _) -> {},
            _ -> {},
            NO_OTHERS)
        .actions();
  }

  private static JobsController.Work work(
      Connection connection,
      FakeBatchJobs jobs,
      FakeJournal journal,
      Background background,
      Words words,
      MessageLog log,
      JobDrafts opened,
      WebBrowser browser,
      OtherConnections others) {
    Reconciler reconciler = new Reconciler(jobs, journal, new RunClaims(), CLOCK);
    Submitter submitter =
        new Submitter(
            new RequestTables(new FakeCloud(), InstantSource.system()),
            jobs,
            journal,
            reconciler,
            CLOCK);
    return new JobsController.Work(
        new JobFollower(connection, jobs, journal, reconciler, CLOCK),
        new JobActionsController.Work(
            connection,
            jobs,
            submitter,
            browser,
            opened,
            new RetryFlow(
                new Retries(new FakeCloud(), journal, submitter),
                () -> Budget.DEFAULT,
                background,
                words,
                log),
            new RunRemoval(new FakeCloud().catalog, jobs),
            new SupportFacts(journal, Map::of, () -> "", () -> "", Map.of())),
        new HeardNews(),
        others);
  }
}
