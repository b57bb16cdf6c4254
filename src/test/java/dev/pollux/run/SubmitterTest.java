package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.draft.RunPlan;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitterTest {
  private final FakeQueries queries = new FakeQueries();
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final FakeJournal journal = new FakeJournal();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final Reconciler reconciler = new Reconciler(jobs, journal, () -> now);
  private final Submitter submitter = new Submitter(queries, jobs, journal, reconciler, () -> now);
  private final List<RunStage> heard = new ArrayList<>();

  private Run submit(RunPlan plan) throws Exception {
    return submitter.submit(plan, run -> heard.add(run.stage()));
  }

  @Test
  void aPlanBecomesOneJobWithOurLabels() throws Exception {
    Run run = submit(Plans.made("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.job()).isPresent();
    assertThat(heard)
        .containsExactly(
            RunStage.INTENT, RunStage.PREPARING, RunStage.SUBMITTING, RunStage.SUBMITTED);
    assertThat(queries.ran).containsOnlyKeys("pollux_r1_requests");
    assertThat(jobs.creates).hasSize(1);
    assertThat(jobs.creates.getFirst().labels())
        .containsEntry("pollux-run", "r1")
        .containsEntry("pollux-part", "1");
    assertThat(journal.find(run.plan().id())).contains(run);
  }

  @Test
  void aTableWithItsOwnRequestsNeedsNoQuery() throws Exception {
    submit(Plans.own("r1"));

    assertThat(queries.calls).isZero();
    assertThat(heard).containsExactly(RunStage.INTENT, RunStage.SUBMITTING, RunStage.SUBMITTED);
  }

  @Test
  void theSamePlanTwiceIsSentOnce() throws Exception {
    Run first = submit(Plans.made("r1"));
    Run second = submit(Plans.made("r1"));

    assertThat(second).isEqualTo(first);
    assertThat(jobs.creates).hasSize(1);
  }

  @Test
  void aLostReplyAdoptsTheJob() throws Exception {
    jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());

    Run run = submit(Plans.made("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.job()).isPresent();
    assertThat(jobs.creates).hasSize(1);
    assertThat(heard).endsWith(RunStage.UNKNOWN, RunStage.SUBMITTED);
  }

  @Test
  void aCreateThatMayBeLostStaysUnknownAndIsNeverSentAgain() throws Exception {
    jobs.refuseNext = Optional.of(FakeBatchJobs.unavailable());

    Run run = submit(Plans.made("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.UNKNOWN);
    assertThat(run.problem()).contains("no answer");
    assertThat(jobs.creates).isEmpty();

    now = now.plus(Reconciler.PATIENCE);
    assertThat(reconciler.resume(Plans.PROJECT))
        .extracting(Run::stage)
        .containsExactly(RunStage.ABSENT);
    assertThat(jobs.creates).isEmpty();

    Run again = submitter.resubmit(run.plan().id(), r -> {});
    assertThat(again.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(jobs.creates).hasSize(1);
  }

  @Test
  void aPersonMayGiveUpWhatIsAbsent() throws Exception {
    jobs.refuseNext = Optional.of(FakeBatchJobs.unavailable());
    Run run = submit(Plans.made("r1"));
    assertThatThrownBy(() -> submitter.giveUp(run.plan().id()))
        .isInstanceOf(IllegalStateException.class);

    now = now.plus(Reconciler.PATIENCE);
    reconciler.resume(Plans.PROJECT);

    assertThat(submitter.giveUp(run.plan().id()).stage()).isEqualTo(RunStage.REFUSED);
  }

  @Test
  void aJobThatTurnsUpLateIsAdoptedAndNotSentAgain() throws Exception {
    jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());
    jobs.failingLists.put(Plans.made("r1").location(), FakeBatchJobs.unavailable());
    Run run = submit(Plans.made("r1"));
    assertThat(run.stage()).isEqualTo(RunStage.UNKNOWN);

    jobs.failingLists.clear();
    assertThat(reconciler.resume(Plans.PROJECT)).isEmpty();
    assertThat(journal.find(run.plan().id()).orElseThrow().stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(jobs.creates).hasSize(1);
  }

  @Test
  void aRefusalIsClear() {
    jobs.refuseNext =
        Optional.of(
            new CloudException.Invalid("Do not support publisher model x", "INVALID", null));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    Run run = journal.runs().getFirst();
    assertThat(run.stage()).isEqualTo(RunStage.REFUSED);
    assertThat(run.problem()).contains("Do not support publisher model x");
  }

  @Test
  void nothingIsSentWhenTheRequestTableCannotBeMade() {
    queries.failure = Optional.of(new CloudException.Invalid("Unrecognized name", "q", null));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(heard).endsWith(RunStage.REFUSED);
  }

  @Test
  void stoppingBeforeTheCreateSendsNothing() {
    queries.interrupted = true;

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(InterruptedException.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(heard).endsWith(RunStage.REFUSED);
  }

  /// A made plan writes INTENT, PREPARING, SUBMITTING, SUBMITTED. Killed at write n, the next
  /// process resumes; whoever is asked says yes. However it goes, one job, one query.
  @ParameterizedTest
  @CsvSource({
    "1, nothing was decided, 0",
    "2, it waits for the person, 0",
    "3, it waits for the person, 0",
    "4, the job is found by its label, 1",
  })
  void killedAtAnyWriteNothingIsLostOrDoubled(int write, String story, int jobsBefore)
      throws Exception {
    journal.dieAtWrite = write;
    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(FakeJournal.Killed.class);
    assertThat(jobs.creates).as(story).hasSize(jobsBefore);

    for (Run run : reconciler.resume(Plans.PROJECT)) {
      assertThat(run.stage().awaitsPerson()).as(story).isTrue();
      submitter.resubmit(run.plan().id(), r -> {});
    }

    assertThat(jobs.creates).as(story).hasSize(write == 1 ? 0 : 1);
    assertThat(queries.ran).as(story).hasSize(write == 1 ? 0 : 1);
    assertThat(journal.runs())
        .as(story)
        .allSatisfy(run -> assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED));
  }

  @Test
  void killedBetweenTheWriteAndTheCreateIsUnknownThenAbsent() {
    journal.begin(
        new Run(
            Plans.own("r1"), RunStage.SUBMITTING, Optional.empty(), Optional.empty(), now, now));

    assertThat(reconciler.resume(Plans.PROJECT))
        .extracting(Run::stage)
        .containsExactly(RunStage.UNKNOWN);
    now = now.plus(Reconciler.PATIENCE);
    assertThat(reconciler.resume(Plans.PROJECT))
        .extracting(Run::stage)
        .containsExactly(RunStage.ABSENT);
  }

  @Test
  void theSameAgainWithinADayAsks() throws Exception {
    Run first = submit(Plans.made("r1"));

    assertThat(submitter.similar(Plans.own("r2"))).isEmpty();
    assertThat(submitter.similar(Plans.made("r2"))).contains(first);
    now = now.plus(Duration.ofHours(25));
    assertThat(submitter.similar(Plans.made("r2"))).isEmpty();
  }

  @Test
  void otherProjectsAreLeftAlone() {
    journal.begin(
        new Run(
            Plans.own("r1"), RunStage.SUBMITTING, Optional.empty(), Optional.empty(), now, now));

    assertThat(reconciler.resume("another")).isEmpty();
    assertThat(journal.runs().getFirst().stage()).isEqualTo(RunStage.SUBMITTING);
  }
}
