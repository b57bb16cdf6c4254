package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.AnswersCopy.Stage;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.run.submit.AnswersCopies.Prepared;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are brought to where their data is, in memory.
class AnswersCopiesTest {
  private static final TableRef THERE = table("samples_us", "answers_r1");
  private final CloudException hiccup = new CloudException.Unavailable("no answer", "", null);
  private final FakeCloud cloud = new FakeCloud();
  private final FakeJournal journal = new FakeJournal();
  private final AnswersCopies copies = service();
  private final LedgerRun run = ledger(Plans.SPEECHES);

  private static LedgerRun ledger(TableRef source) {
    RunPlan copied = Plans.copied("r1");
    RunPlan plan =
        new RunPlan(
            copied.id(),
            copied.title(),
            copied.project(),
            copied.location(),
            copied.model(),
            source,
            copied.requests(),
            copied.destination(),
            copied.rows(),
            copied.estimate(),
            copied.draft());
    return new LedgerRun(List.of(Run.decided(plan, RunFixture.NOON)));
  }

  private AnswersCopies service() {
    return new AnswersCopies(cloud, journal, new RunClaims(), () -> RunFixture.NOON);
  }

  private static TableRef table(String dataset, String name) {
    return new TableRef(Plans.PROJECT, dataset, name);
  }

  @BeforeEach
  void answers() {
    cloud
        .catalog
        .dataset("mine", Location.US_CENTRAL1)
        .dataset("samples_us", Plans.US)
        .table("mine", "answers_r1", 7);
  }

  private TableInfo written() {
    return cloud.catalog.tables.get(table("mine", "answers_r1"));
  }

  private Prepared.Ready ready(TableRef to) throws Exception {
    return (Prepared.Ready) copies.prepare(run, written(), to);
  }

  private AnswersCopy start() throws Exception {
    return copies.start(ready(THERE));
  }

  private AnswersCopy last() {
    return copies.last(run.id()).orElseThrow();
  }

  private void nothingIsThere() {
    assertThat(cloud.catalog.tables).containsOnlyKeys(table("mine", "answers_r1"));
  }

  @Test
  void theyGoBesideTheSourceUnderANameThatIsFree() throws Exception {
    assertThat(copies.proposed(run, written())).isEqualTo(THERE);
    cloud.catalog.table("samples_us", "answers_r1", 1);
    assertThat(copies.proposed(run, written())).isEqualTo(table("samples_us", "answers_r1_2"));

    TableRef others = new TableRef("bigquery-public-data", "speeches", "all");
    assertThat(copies.proposed(ledger(others), written()))
        .as("nobody writes beside public data")
        .isEqualTo(table("pollux_answers_us", "answers_r1"));
  }

  @Test
  void aCopyIsInTheJournalBeforeItsJobIsThere() throws Exception {
    journal.dieAtWrite = 1;
    assertThatThrownBy(this::start).isInstanceOf(FakeJournal.Killed.class);
    assertThat(cloud.copies.calls).isZero();

    AnswersCopy done = start();

    assertThat(done.stage()).isEqualTo(Stage.DONE);
    assertThat(done.bytes()).isEqualTo(700);
    assertThat(cloud.copies.made).containsOnlyKeys("pollux_r1_back_1");
    assertThat(cloud.catalog.tables.get(THERE).rows()).isEqualTo(7);
    assertThat(cloud.catalog.tables).as("what the job wrote stays").hasSize(2);
  }

  @Test
  void aDatasetThatIsNotThereIsMadeWhereTheDataIs() throws Exception {
    TableRef named = table("home", "answers");
    assertThat(ready(named).makesDataset()).isTrue();
    copies.start(ready(named));
    assertThat(cloud.catalog.datasets.get(named.datasetRef()).location()).isEqualTo(Plans.US);
  }

  @ParameterizedTest
  @CsvSource({
    "pollux-sandbox.mine.answers,     bring-back.elsewhere",
    "pollux-sandbox.samples_us.taken, bring-back.taken",
    "other-project.theirs.answers,    bring-back.no-dataset",
  })
  void whatCanOnlyBeRefusedIsRefusedBeforeAnythingIsMade(String to, String code) throws Exception {
    cloud.catalog.table("samples_us", "taken", 1);
    assertThat(copies.prepare(run, written(), TableRef.parse(to).orElseThrow()))
        .isInstanceOfSatisfying(
            Prepared.Refused.class, refused -> assertThat(refused.why().code()).isEqualTo(code));
    assertThat(journal.writes + cloud.copies.calls).isZero();
  }

  @Test
  void twoWhoAgreedAtOnceMakeOneCopy() throws Exception {
    Prepared.Ready first = ready(THERE);
    Prepared.Ready second = ready(table("samples_us", "other"));
    copies.start(first);
    assertThat(copies.start(second).copy().to()).isEqualTo(THERE);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void whileOneIsUnderWayNoOtherIsPrepared() throws Exception {
    cloud.copies.interrupted = true;
    assertThatThrownBy(this::start).isInstanceOf(InterruptedException.class);
    assertThat(copies.prepare(run, written(), table("samples_us", "other")))
        .isEqualTo(new Prepared.Refused(Finding.stop("bring-back.open", THERE)));
  }

  @Test
  void aRefusalIsTheEndAndTheNextTryHasAnIdOfItsOwn() throws Exception {
    cloud.copies.failure = Optional.of(new CloudException.NotAllowed("no right", "", null));
    AnswersCopy failed = start();
    assertThat(failed.stage()).isEqualTo(Stage.FAILED);
    assertThat(failed.problem()).get().asString().contains("no right");
    nothingIsThere();

    cloud.copies.failure = Optional.empty();
    assertThat(start().stage()).isEqualTo(Stage.DONE);
    assertThat(cloud.copies.made).containsOnlyKeys("pollux_r1_back_2");
  }

  @Test
  void aReplyThatIsLostCostsNoSecondCopy() throws Exception {
    cloud.copies.loseNextAnswer = Optional.of(hiccup);
    assertThat(start().stage()).isEqualTo(Stage.DONE);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void whereNobodyCanTellItStaysOpenAndAnotherProcessAdoptsIt() throws Exception {
    cloud.copies.loseNextAnswer = Optional.of(hiccup);
    cloud.copies.untold = Optional.of(hiccup);
    assertThatThrownBy(this::start).isSameAs(hiccup);
    assertThat(last().stage()).isEqualTo(Stage.COPYING);

    cloud.copies.untold = Optional.empty();
    assertThat(service().goOn(last()).stage()).isEqualTo(Stage.DONE);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void whoGivesItUpLeavesNothing() throws Exception {
    cloud.copies.interrupted = true;
    assertThatThrownBy(this::start).isInstanceOf(InterruptedException.class);
    assertThat(copies.giveUp(last()).stage()).isEqualTo(Stage.GIVEN_UP);
    nothingIsThere();
    assertThat(copies.giveUp(last()).stage()).as("once more").isEqualTo(Stage.GIVEN_UP);
  }

  /// Its own copy made nothing, so that what has the name is somebody else's.
  @Test
  void givingUpDeletesNothingThatItsOwnCopyDidNotMake() throws Exception {
    Prepared.Ready ready = ready(THERE);
    cloud.catalog.table("samples_us", "answers_r1", 99);
    assertThat(copies.giveUp(ready.copy()).stage()).isEqualTo(Stage.GIVEN_UP);
    assertThat(cloud.catalog.tables.get(THERE).rows()).isEqualTo(99);
  }

  /// The person was quicker than the thread that was to begin.
  @Test
  void whoGivesItUpBeforeItBeganLeavesNothingThatComesLater() throws Exception {
    Prepared.Ready ready = ready(THERE);
    assertThat(copies.giveUp(ready.copy()).stage()).isEqualTo(Stage.GIVEN_UP);
    assertThat(copies.start(ready).stage()).isEqualTo(Stage.GIVEN_UP);
    nothingIsThere();
    assertThat(cloud.copies.calls).isZero();
  }

  @Test
  void givingUpStaysOpenUntilTheEndOfTheCopyIsKnown() throws Exception {
    cloud.copies.interrupted = true;
    assertThatThrownBy(this::start).isInstanceOf(InterruptedException.class);
    cloud.copies.untold = Optional.of(hiccup);
    assertThatThrownBy(() -> copies.giveUp(last())).isSameAs(hiccup);
    assertThat(last().stage()).isEqualTo(Stage.GIVING_UP);

    cloud.copies.untold = Optional.empty();
    assertThat(service().goOn(last()).stage()).isEqualTo(Stage.GIVEN_UP);
    nothingIsThere();
  }

  @Test
  void aTableThatCameInTheWayMeanwhileIsSomebodyElses() throws Exception {
    Prepared.Ready ready = ready(THERE);
    cloud.catalog.table("samples_us", "answers_r1", 99);
    assertThat(copies.start(ready).stage()).isEqualTo(Stage.FAILED);
    copies.giveUp(last());
    assertThat(cloud.catalog.tables.get(THERE).rows())
        .as("not written over, not deleted")
        .isEqualTo(99);
  }

  /// At each write but the first: what is in the journal then is gone on with.
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aProcessThatIsKilledAtAWriteIsFollowedByOneThatGoesOn(int write) throws Exception {
    journal.dieAtWrite = write;
    cloud.copies.interrupted = write == 3;
    assertThatThrownBy(
            () -> {
              try {
                start();
              } catch (InterruptedException _) {
                copies.giveUp(last());
              }
            })
        .isInstanceOf(FakeJournal.Killed.class);
    cloud.copies.interrupted = false;
    AnswersCopy now = service().goOn(last());
    assertThat(now.stage()).isEqualTo(write == 2 ? Stage.DONE : Stage.GIVEN_UP);
    assertThat(cloud.copies.made).hasSize(1);
  }

  @Test
  void aRunWhoseAnswersAreWhereItsDataIsHasNoWayHome() {
    LedgerRun here = new LedgerRun(List.of(Run.decided(Plans.made("r2"), RunFixture.NOON)));
    assertThat(AnswersCopies.home(here)).isEmpty();
    assertThat(AnswersCopies.home(run)).contains(Plans.US);
  }
}
