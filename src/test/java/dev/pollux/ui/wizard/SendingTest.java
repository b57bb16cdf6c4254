package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.MarkKey;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.ManualBackground;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// What stands between a draft and a job: nothing is sent unseen, against a red cross, for a price
/// that nobody agreed to, or twice.
class SendingTest extends ApplicationTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
  private final DraftFixture fixture = new DraftFixture();
  private final FakeJournal journal = new FakeJournal();
  private final ManualBackground background = new ManualBackground();
  private final RecordedNavigation places = new RecordedNavigation();
  private final List<Draft> kept = new ArrayList<>();
  private Budget budget = Budget.DEFAULT;
  private WizardController wizard;
  private Scene scene;

  @Override
  public void start(Stage stage) {
    Reconciler reconciler = new Reconciler(fixture.cloud.jobs, journal, new RunClaims(), CLOCK);
    Submitter submitter =
        new Submitter(
            new RequestTables(fixture.cloud, InstantSource.system()),
            fixture.cloud.jobs,
            journal,
            reconciler,
            CLOCK);
    wizard =
        new WizardController(
            fixture.cloud,
            submitter,
            background,
            new Words(Locale.ENGLISH),
            places,
            CLOCK,
            new WizardSettings(
                ModelCatalog.load(),
                PriceList.load(),
                MarkKey.random(),
                new FakeTables(),
                () -> budget,
                now -> budget = now),
            kept::add);
    scene = new Scene(wizard.root(), 1280, 800);
    stage.setScene(scene);
    stage.show();
    wizard.restore(fixture.draft);
    wizard.activate();
    background.settle();
  }

  private Node node(String id) {
    return scene.lookup("#" + id);
  }

  private String text(String id) {
    return ((Labeled) node(id)).getText();
  }

  private Button submit() {
    return (Button) node("wizard-submit");
  }

  private void toReview() {
    interact(() -> {
      for (Step step : Step.values()) {
        if (step != Step.REVIEW) {
          background.settle();
          wizard.onNext();
        }
      }
    });
    assertThat(node("wizard-review-checks")).as("the review is in front").isNotNull();
  }

  /// All questions are answered, and the second of reading has passed.
  private void read() {
    interact(() -> {
      do {
        background.workAll();
        background.deliver();
      } while (!background.waiting().isEmpty());
    });
  }

  private void press() {
    interact(() -> submit().fire());
  }

  /// The button says what is sent and paid, which is not the rows where some of them ask the same.
  @Test
  void equalRowsAreCountedAsTheRequestsThatTheyMake() {
    fixture.cloud.queries.distinct =
        new QueryResult(
            new TableSchema(List.of()),
            List.of(
                new Row(
                    Stream.of("2", "1", "0")
                        .map(text -> (Value) new Value.Scalar(text))
                        .toList())));
    toReview();
    read();

    assertThat(submit().getText()).startsWith("Submit 1 request,");
    assertThat(text("wizard-review-rows")).isEqualTo("2, asked in 1 request");
  }

  @Test
  void aSecondClickOnNextSendsNothing() {
    toReview();
    interact(() -> {
      wizard.onNext();
      submit().fire();
      background.settle();
      submit().fire();
      background.settle();
    });
    assertThat(fixture.cloud.jobs.creates).isEmpty();
    assertThat(submit().isDisabled()).as("before it was read").isTrue();
    read();
    assertThat(submit().isDisabled()).as("read, and checked").isFalse();
    assertThat(text("wizard-submit")).contains("2 requests").contains("$");
  }

  @Test
  void aPressThatHadToWaitCountsOnceItsQuestionIsAnswered() {
    toReview();
    interact(() -> {
      background.settle();
      wizard.onBack();
      ((TextField) node("wizard-table-name")).setText("my_answers");
      wizard.onNext();
    });
    assertThat(wizard.step().getValue()).isEqualTo(Step.DESTINATION);
    assertThat(text("wizard-error")).isNotBlank();
    interact(background::settle);
    assertThat(wizard.step().getValue()).isEqualTo(Step.REVIEW);

    interact(() -> {
      wizard.onBack();
      ((TextField) node("wizard-table-name")).setText("other_answers");
      wizard.onNext();
      ((TextField) node("wizard-table-name")).setText("still_others");
    });
    interact(background::settle);
    assertThat(wizard.step().getValue()).as("who writes on stays").isEqualTo(Step.DESTINATION);
  }

  /// A press that had to wait may lead there while the person is at another screen.
  @Test
  void theReviewIsReadFromWhenThePersonIsBack() {
    toReview();
    interact(() -> {
      wizard.onBack();
      wizard.deactivate();
      wizard.onNext();
    });
    read();
    interact(() -> {
      wizard.activate();
      background.settle();
    });
    assertThat(submit().isDisabled()).isTrue();
    read();
    assertThat(submit().isDisabled()).isFalse();
  }

  @Test
  void whatWasReadIsSentOnce() {
    toReview();
    read();
    press();
    press();
    interact(() -> scene.getRoot().layout());
    Region wheel = (Region) node("wizard-wheel");
    assertThat(wheel.getLayoutY())
        .as("beside the first line")
        .isEqualTo(node("wizard-progress").getLayoutY());
    assertThat(wheel.getHeight()).as("of one line").isLessThan(20);
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
    assertThat(places.went).singleElement().asString().startsWith("showRun ");
    assertThat(kept.getLast().spec().template().text()).as("nothing is asked any more").isEmpty();
    assertThat(kept.getLast().source()).isEqualTo(DraftFixture.TABLE.toString());
  }

  /// Nobody knows whether it arrived: what is shown is that run, not the job that was chosen
  /// before.
  @Test
  void aRunWhoseReplyIsLostIsShownAmongTheJobs() {
    toReview();
    read();
    fixture.cloud.jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());
    for (Location place : List.of(Location.GLOBAL, Location.US_CENTRAL1)) {
      fixture.cloud.jobs.failingLists.put(place, FakeBatchJobs.unavailable());
    }
    press();
    read();
    assertThat(places.went).singleElement().asString().startsWith("showRun ");
    assertThat(kept.getLast().spec().template().text()).as("what was asked stays").isNotEmpty();
  }

  /// Sending takes minutes where data is large: who goes on meanwhile loses nothing of it.
  @Test
  void whatIsWrittenWhileAJobIsSentStays() {
    toReview();
    read();
    press();
    TableRef other = new TableRef(DraftFixture.TABLE.project(), "samples", "others");
    interact(() -> wizard.start(other, List.of()));
    Draft mine = kept.getLast();
    assertThat(mine.spec()).isEqualTo(fixture.draft.spec());
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
    assertThat(kept.getLast()).isEqualTo(mine);
    assertThat(wizard.step().getValue()).isEqualTo(Step.SOURCE);
    assertThat(text("wizard-error")).contains("was sent", "in Jobs");
    assertThat(places.went).isEmpty();
    interact(wizard::onUndo);
    assertThat(kept.getLast()).as("undo goes back beyond it").isEqualTo(fixture.draft);
  }

  /// Who browses, or looks into a file, stays there.
  @Test
  void nobodyIsTakenFromAnotherScreenWhenAJobWasSent() {
    toReview();
    read();
    press();
    interact(() -> scene.setRoot(new Pane()));
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
    assertThat(places.went).isEmpty();
    assertThat(kept.getLast().spec().template().text()).as("nothing is asked any more").isEmpty();
    interact(() -> scene.setRoot(wizard.root()));
    assertThat(text("wizard-error")).contains("was sent", "in Jobs");
  }

  @Test
  void nobodyIsTakenFromAnotherScreenWhereItIsNotKnownWhetherAJobArrived() {
    toReview();
    read();
    fixture.cloud.jobs.loseNextReply = Optional.of(FakeBatchJobs.unavailable());
    fixture.cloud.jobs.failingLists.put(Location.GLOBAL, FakeBatchJobs.unavailable());
    press();
    interact(() -> scene.setRoot(new Pane()));
    read();
    assertThat(places.went).isEmpty();
    interact(() -> scene.setRoot(wizard.root()));
    assertThat(text("wizard-error")).contains("may have been sent");
  }

  @Test
  void aRedCrossOfTheLastChecksStopsSubmit() {
    toReview();
    fixture.cloud.queries.failure =
        Optional.of(new CloudException.Invalid("Syntax error", "invalidQuery", null));
    read();
    press();
    read();
    assertThat(submit().isDisabled()).isTrue();
    assertThat(fixture.cloud.jobs.creates).isEmpty();
    fixture.cloud.queries.failure = Optional.empty();
    interact(() -> ((Button) node("wizard-fix-preflight-refused")).fire());
    read();
    assertThat(submit().isDisabled()).as("asked again, and fine").isFalse();
  }

  @Test
  void stoppedChecksStopSubmit() {
    toReview();
    interact(() -> {
      background.workAll(); // looks once more whether the destination is free
      background.deliver();
      background.stop("Checking before sending");
    });
    read();
    assertThat(submit().isDisabled()).isTrue();
  }

  @Test
  void aTitleThatIsTooLongStopsBeforeAnythingIsWritten() {
    toReview();
    interact(() -> ((TextField) node("wizard-job-title")).setText("t".repeat(129)));
    read();
    press();
    assertThat(submit().isDisabled()).isTrue();
    assertThat(journal.runs()).isEmpty();
  }

  @Test
  void aPriceAboveTheLimitIsAskedForAndAnewWhenItChanges() {
    toReview();
    interact(() -> wizard.onBudget(new Budget(0, OptionalDouble.empty())));
    read();
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).as("asked, not sent").isEmpty();
    assertThat(text("wizard-question")).contains("rehearsal");
    fixture.cloud.gemini.tokens = 5_000;
    interact(() -> wizard.onStep(Step.MODEL));
    interact(() -> ((Button) node("wizard-cost-count")).fire());
    read();
    toReview();
    read();
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).as("another price is another question").isEmpty();
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
  }

  @Test
  void allThatMustBeAgreedToIsOneQuestionAndTheButtonSaysSo() {
    toReview();
    read();
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
    interact(() -> wizard.restore(fixture.draft.withTarget(to -> to.withTable("again"))));
    read();
    toReview();
    interact(() -> wizard.onBudget(new Budget(0, OptionalDouble.empty())));
    read();
    journal.bill(journal.runs().getFirst().job().orElseThrow(), 9.26);
    assertThat(text("wizard-submit")).startsWith("Submit 2 requests, about $");
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).as("asked, not sent").hasSize(1);
    assertThat(text("wizard-question"))
        .contains(
            "more than",
            "the same was submitted".substring(4),
            "It cost $9.26",
            "rehearsal",
            "Press again")
        .doesNotContain("pay for it");
    assertThat(text("wizard-submit")).startsWith("Yes, submit 2 requests for about $");
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).as("one answer").hasSize(2);
  }

  @Test
  void whatIsStillLookedUpIsNoFault() {
    toReview();
    assertThat(text("wizard-waiting")).isEqualTo("Still checking…");
    assertThat(lookAtChecks()).doesNotContain("icon-danger");
    read();
    assertThat(text("wizard-waiting")).isEmpty();
  }

  private String lookAtChecks() {
    return node("wizard-review-checks").lookupAll(".ikonli-font-icon").stream()
        .map(icon -> String.join(" ", icon.getStyleClass()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aRefusalLeavesTheWayFreeForTheNextTry() {
    fixture.cloud.jobs.refuseNext =
        Optional.of(
            new CloudException.QuotaExceeded(
                "too many", "RESOURCE_EXHAUSTED", null, CloudException.Delivery.ANSWERED));
    toReview();
    read();
    press();
    read();
    assertThat(text("wizard-error")).contains("not sent");
    assertThat(submit().isDisabled()).isFalse();
    press();
    read();
    assertThat(fixture.cloud.jobs.creates).hasSize(1);
    assertThat(journal.runs()).hasSize(2);
  }

  @Test
  void aTableThatIsReadTooLateIsNotShown() {
    TableRef other = new TableRef(DraftFixture.TABLE.project(), "samples", "others");
    interact(() -> {
      wizard.start(DraftFixture.TABLE, List.of());
      background.workAll();
      wizard.start(other, List.of());
      background.deliver();
    });
    assertThat(text("wizard-source-rows")).isEmpty();
    interact(background::settle);
    assertThat(text("wizard-error")).contains("others");
  }

  @Test
  void everyEditIsKept() {
    interact(() ->
        wizard.start(new TableRef(DraftFixture.TABLE.project(), "samples", "others"), List.of()));
    assertThat(kept.getLast().source()).endsWith("others");
    interact(wizard::onUndo);
    assertThat(kept.getLast()).isEqualTo(fixture.draft);
  }
}
