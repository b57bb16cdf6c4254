package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableStorage;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeQueries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitterTest {
  private final RunFixture all = new RunFixture();
  private final FakeQueries queries = all.queries;
  private final FakeBatchJobs jobs = all.jobs;
  private final FakeJournal journal = all.journal;
  private final FakeCatalog catalog = all.catalog;
  private final Reconciler reconciler = all.reconciler;
  private final Submitter submitter = all.submitter;
  private final List<RunStage> heard = all.heard;

  private Run submit(RunPlan plan) throws Exception {
    return all.submit(plan);
  }

  private static TableRef requests(String id) {
    return Plans.made(id).requests().table();
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
  void theFirstJobOfAProjectWaitsForGooglesAccounts() throws Exception {
    jobs.refuseTimes(3, FakeBatchJobs.refusal("Service agents are being provisioned. Try again."));
    Run run = submit(Plans.made("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(jobs.creates).hasSize(1);
    assertThat(heard)
        .containsExactly(
            RunStage.INTENT,
            RunStage.PREPARING,
            RunStage.SUBMITTING,
            RunStage.SUBMITTING,
            RunStage.SUBMITTING,
            RunStage.SUBMITTING,
            RunStage.SUBMITTED);
    assertThat(all.now).isEqualTo(RunFixture.NOON.plusSeconds(90));
  }

  @Test
  void accountsThatNeverComeEndInARefusal() {
    jobs.refuseTimes(99, FakeBatchJobs.refusal("Service agents are being provisioned. Try again."));
    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
    assertThat(all.now).isEqualTo(RunFixture.NOON.plusSeconds(300));
    assertThat(catalog.tables).doesNotContainKey(requests("r1"));
  }

  @Test
  void aRefusalThatMayHaveLeftSomethingIsNotSentAgain() throws Exception {
    jobs.refuseTimes(
        1,
        new CloudException.Invalid(
            "Service agents are being provisioned. Try again.",
            "FAILED_PRECONDITION",
            null,
            CloudException.Delivery.UNCERTAIN));
    assertThat(submit(Plans.made("r1")).stage()).isEqualTo(RunStage.UNKNOWN);
  }

  @Test
  void rowsThatCameAfterTheyWereCountedAreNotSent() {
    queries.made = 13_867;
    assertThatThrownBy(() -> submit(Plans.made("r1")))
        .isInstanceOfSatisfying(
            CloudException.class,
            e ->
                assertThat(Diagnosis.of(e))
                    .contains(
                        new Diagnosis(Diagnosis.Problem.MORE_REQUESTS, List.of(13_867L, 13_866L))));

    assertThat(jobs.creates).isEmpty();
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
    assertThat(catalog.tables).doesNotContainKey(requests("r1"));
  }

  @Test
  void rowsThatCameIntoATableWithItsOwnRequestsAreNotSent() {
    catalog.table("samples", "sotu_passages", 13_867);
    assertThatThrownBy(() -> submit(Plans.own("r1"))).hasMessage("13867 requests instead of 13866");

    assertThat(jobs.creates).isEmpty();
    assertThat(catalog.tables).containsKey(Plans.SOURCE);
  }

  /// How many are on their way nobody knows; those that are stored are there.
  @ParameterizedTest
  @CsvSource({"13867, 100, true", "13866, 100, false", "13000, 900, false"})
  void whereRowsAreStreamedThoseThatAreStoredAreCompared(
      long stored, long streamed, boolean refused) throws Exception {
    catalog.table("samples", "sotu_passages", stored + streamed);
    catalog.tables.compute(
        Plans.SOURCE,
        (_, table) ->
            new TableInfo(
                table.ref(),
                table.kind(),
                table.location(),
                table.schema(),
                table.rows(),
                table.bytes(),
                table.created(),
                table.modified(),
                table.expires(),
                table.description(),
                new TableStorage(Optional.empty(), streamed, Set.of(), Optional.empty())));
    if (refused) {
      assertThatThrownBy(() -> submit(Plans.own("r1")))
          .hasMessage("13867 requests instead of 13866");
    } else {
      assertThat(submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13_866, 13_000, -1})
  void asManyRowsAsWereCountedOrFewerAreSent(long rows) throws Exception {
    catalog.table("samples", "sotu_passages", rows);
    assertThat(submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);
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

    all.lookUntilAbsent();
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.ABSENT);
    assertThat(jobs.creates).isEmpty();

    Run again = submitter.resubmit(run.plan().id(), r -> {});
    assertThat(again.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(jobs.creates).hasSize(1);
  }

  @Test
  void aPersonMayGiveUpWhatIsAbsent() throws Exception {
    jobs.refuseNext = Optional.of(FakeBatchJobs.unavailable());
    Run run = submit(Plans.made("r1"));
    assertThat(submitter.giveUp(run.plan().id()))
        .as("not while it may still turn up")
        .isEqualTo(run);

    all.lookUntilAbsent();

    assertThat(submitter.giveUp(run.plan().id()).stage()).isEqualTo(RunStage.GIVEN_UP);
    assertThat(catalog.tables).doesNotContainKey(requests("r1"));
    assertThat(submitter.similar(Plans.made("r2"))).as("it may still turn up").isPresent();
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
  void aRefusalInTheServicesOwnWordsIsClear() {
    jobs.refuseNext = Optional.of(FakeBatchJobs.refusal("Do not support publisher model x"));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
    assertThat(all.run("r1").problem()).contains("Do not support publisher model x");
    assertThat(submitter.similar(Plans.made("r2"))).as("nothing is left of it").isEmpty();
  }

  /// Every family of failures, as something on the way could make it up: the job is there.
  @ParameterizedTest
  @MethodSource("madeUp")
  void aRefusalThatNobodyOfTheServiceSaidIsNone(CloudException refusal) throws Exception {
    jobs.loseNextReply = Optional.of(refusal);
    assertThat(submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);

    jobs.loseNextReply = Optional.of(refusal);
    jobs.failingLists.put(RunFixture.HERE, FakeBatchJobs.unavailable());
    assertThat(submit(Plans.own("r2")).stage()).isEqualTo(RunStage.UNKNOWN);
    assertThat(jobs.creates).hasSize(2);
  }

  static Stream<CloudException> madeUp() {
    return Stream.of(
        new CloudException.NotSignedIn("HTTP status code 401", "", null),
        new CloudException.NotAllowed("HTTP status code 403", "", null),
        new CloudException.NotFound("HTTP status code 404", "", null),
        new CloudException.Invalid("HTTP status code 400", "", null),
        new CloudException.QuotaExceeded("ENHANCE_YOUR_CALM", "", null),
        new CloudException.Unavailable("reset", "", null, CloudException.Delivery.ANSWERED),
        new CloudException.Broken("no sense", "", null, CloudException.Delivery.ANSWERED));
  }

  @Test
  void whatNeverLeftThisMachineIsRefused() {
    jobs.refuseNext =
        Optional.of(
            new CloudException.Unavailable(
                "connection refused", "", null, CloudException.Delivery.NOT_SENT));

    assertThatThrownBy(() -> submit(Plans.own("r1")))
        .isInstanceOf(CloudException.Unavailable.class);

    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
  }

  @Test
  void anAnswerThatBreaksTheAdapterIsNoRefusal() throws Exception {
    jobs.meanwhile =
        () -> {
          throw new java.time.DateTimeException("the time of an answer");
        };

    assertThat(submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);
  }

  @Test
  void aRefusedCreateLeavesNoTableBehindAndCanBeSentAgain() throws Exception {
    RunPlan again = Plans.made("r2", requests("r1"));
    jobs.refuseNext = Optional.of(FakeBatchJobs.refusal("Quota exceeded"));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(catalog.tables).isEmpty();
    assertThat(submit(again).stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(catalog.tables).containsKey(requests("r1"));
  }

  @Test
  void aTableOfSomebodyElseStays() {
    TableRef theirs = requests("r1");
    catalog.table(theirs.dataset(), theirs.table(), 5);

    assertThatThrownBy(() -> submit(Plans.made("r1")))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessageStartingWith("Already Exists");

    assertThat(catalog.tables).containsKey(theirs);
  }

  @Test
  void aTableWhoseQueryLostItsAnswerIsDeleted() {
    queries.loseNextAnswer = Optional.of(FakeBatchJobs.unavailable());

    assertThatThrownBy(() -> submit(Plans.made("r1")))
        .isInstanceOf(CloudException.Unavailable.class);

    assertThat(catalog.tables).isEmpty();
    assertThat(jobs.creates).isEmpty();
  }

  @Test
  void aTableThatCannotBeDeletedIsSaid() {
    jobs.refuseNext = Optional.of(FakeBatchJobs.refusal("Quota exceeded"));
    catalog.keeps =
        Optional.of(new CloudException.NotAllowed("Access Denied: Table r1", "accessDenied", null));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(all.run("r1").problem()).contains("Quota exceeded\nAccess Denied: Table r1");
  }

  @Test
  void aTitleThatTheServiceRefusesLeavesTheJournalUntouched() {
    RunPlan plan = Plans.titled("r1", "x".repeat(129));

    assertThatThrownBy(() -> submit(plan))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessageContaining("128");

    assertThat(journal.runs()).isEmpty();
    assertThat(queries.calls).isZero();
  }

  @Test
  void nothingIsSentWhenTheRequestTableCannotBeMade() {
    queries.failure = Optional.of(new CloudException.Invalid("Unrecognized name", "q", null));

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(CloudException.Invalid.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(heard).endsWith(RunStage.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stoppingBeforeTheCreateSendsNothingAndLeavesNothing(boolean late) {
    queries.interrupted = !late;
    queries.interruptedLate = late;

    assertThatThrownBy(() -> submit(Plans.made("r1"))).isInstanceOf(InterruptedException.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(catalog.tables).isEmpty();
    assertThat(heard).endsWith(RunStage.REFUSED);
  }

  @Test
  void anInterruptThatNobodyHeardStopsBeforeTheCreate() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> submit(Plans.own("r1"))).isInstanceOf(InterruptedException.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(all.run("r1").stage()).isEqualTo(RunStage.REFUSED);
  }

  @Test
  void aSecondJobIsStoppedAndSaid() throws Exception {
    jobs.doubleNext = true;

    Run run = submit(Plans.own("r1"));

    JobName kept = run.job().orElseThrow();
    assertThat(run.seconds()).hasSize(1).doesNotContain(kept);
    assertThat(jobs.get(kept).state()).isEqualTo(JobState.PENDING);
    assertThat(jobs.get(run.seconds().getFirst()).state()).isEqualTo(JobState.CANCELLING);
    assertThat(all.run("r1")).as("it is durable").isEqualTo(run);
    assertThat(all.follower.refresh().lines())
        .hasSize(2)
        .filteredOn(JobLine::isSecond)
        .extracting(line -> line.name().orElseThrow())
        .containsExactlyElementsOf(run.seconds());
  }

  @Test
  void theYoungerOfTwoIsStoppedWhicheverTheServiceNamed() throws Exception {
    jobs.doubleNext = true;
    jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());

    Run run = submit(Plans.own("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.seconds()).hasSize(1);
    assertThat(jobs.get(run.job().orElseThrow()).created())
        .isBefore(jobs.get(run.seconds().getFirst()).created());
  }

  @Test
  void aLookThatFailsChangesNothingOfASubmittedRun() throws Exception {
    jobs.failingLists.put(RunFixture.HERE, FakeBatchJobs.unavailable());

    assertThat(submit(Plans.own("r1")).stage()).isEqualTo(RunStage.SUBMITTED);
  }

  @Test
  void sendingAgainStopsWhereItCannotLook() throws Exception {
    jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());
    jobs.failingLists.put(RunFixture.HERE, FakeBatchJobs.unavailable());
    submit(Plans.own("r1"));
    Run absent = journal.move(all.run("r1"), all.run("r1").at(RunStage.ABSENT, all.now));

    assertThatThrownBy(() -> all.resubmit("r1")).isInstanceOf(CloudException.Unavailable.class);

    assertThat(jobs.creates).hasSize(1);
    assertThat(all.run("r1")).isEqualTo(absent);

    jobs.failingLists.clear();
    assertThat(all.resubmit("r1").stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(jobs.creates).as("it was there all the time").hasSize(1);
  }

  @Test
  void sendingAgainTwiceSendsOnce() throws Exception {
    all.left(Plans.made("r1"), RunStage.ABSENT);

    Run first = all.resubmit("r1");
    Run second = all.resubmit("r1");

    assertThat(second).isEqualTo(first);
    assertThat(jobs.creates).hasSize(1);
  }

  @Test
  void aFullDiskAfterTheCreateDoesNotHideTheJob() throws Exception {
    journal.fullFromWrite = 3;

    Run run = submit(Plans.own("r1"));

    assertThat(run.stage()).isEqualTo(RunStage.SUBMITTED);
    assertThat(run.job()).isPresent();
    journal.fullFromWrite = 0;
    reconciler.resume(Plans.PROJECT);
    assertThat(all.run("r1").job()).isEqualTo(run.job());
  }

  @Test
  void aFullDiskBeforeTheCreateSendsNothing() {
    journal.fullFromWrite = 2;

    assertThatThrownBy(() -> submit(Plans.own("r1")))
        .isInstanceOf(java.io.UncheckedIOException.class);

    assertThat(jobs.creates).isEmpty();
    assertThat(heard).containsExactly(RunStage.INTENT);
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
  void theSameAgainWithinADayAsks() throws Exception {
    Run first = submit(Plans.made("r1"));

    assertThat(submitter.similar(Plans.own("r2"))).isEmpty();
    assertThat(submitter.similar(Plans.made("r2"))).contains(first);
    all.now = all.now.plus(Duration.ofHours(25));
    assertThat(submitter.similar(Plans.made("r2"))).isEmpty();
  }

  @Test
  void otherProjectsAreLeftAlone() {
    all.left(Plans.own("r1"), RunStage.SUBMITTING);

    assertThat(reconciler.resume("another")).isEmpty();
    assertThat(journal.runs().getFirst().stage()).isEqualTo(RunStage.SUBMITTING);
  }
}
