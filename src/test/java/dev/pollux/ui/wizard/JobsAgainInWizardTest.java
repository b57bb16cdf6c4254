package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobName;
import dev.pollux.draft.Draft;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.Template;
import dev.pollux.run.state.Run;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// A job that is run again comes back with all that was decided, a free name, and one step of undo.
class JobsAgainInWizardTest extends ApplicationTest {
  private final ManualBackground background = new ManualBackground();
  private final WizardScreen screen = new WizardScreen(Locale.ENGLISH, background);
  private WizardController wizard;
  private Scene scene;
  private RunPlan plan;

  @Override
  public void start(Stage stage) {
    DraftFixture fixture = screen.fixture;
    DraftState sent = fixture.edit(draft -> draft.withTitle("Mine").withLabels("team=x")).known();
    plan = RunPlanner.plan(sent).orElseThrow();
    fixture.cloud.catalog.table("mine", "answers", 2, DraftFixture.TEXT);
    fixture.cloud.catalog.table("mine", "letters", 9, DraftFixture.TEXT);
    wizard = screen.wizard();
    scene = WizardScreen.scene(wizard, false, false);
    stage.setScene(scene);
    stage.show();
    wizard.activate();
    interact(() -> {
      wizard.restore(Draft.EMPTY.withSource("mine.letters"));
      settle();
    });
  }

  private void settle() {
    do {
      background.workAll();
      background.deliver();
    } while (!background.waiting().isEmpty());
  }

  private Draft draft() {
    return screen.kept.getLast();
  }

  @Test
  void itIsReviewedWithAFreeName() {
    interact(() -> {
      wizard.again(plan, true);
      settle();
    });
    assertThat(scene.lookup("#wizard-review-checks")).as("the review is in front").isNotNull();
    assertThat(draft().title()).isEqualTo("Mine");
    assertThat(draft().labels()).isEqualTo("team=x");
    assertThat(draft().spec()).isEqualTo(plan.draft().orElseThrow().spec());
    assertThat(WizardScreen.text(scene, "wizard-summary")).contains("mine.answers_2");
    interact(() -> wizard.onUndo());
    assertThat(draft().source()).isEqualTo("mine.letters");
  }

  /// Not any more once something else is asked.
  @Test
  void itSaysWhatItCostBefore() {
    JobName job = new JobName(FakeCloud.PROJECT, Location.US_CENTRAL1, "7");
    Run run =
        Run.decided(plan, Instant.parse("2026-11-21T12:00:00Z"))
            .became(job, Instant.parse("2026-11-21T12:00:05Z"));
    screen.journal.begin(run);
    screen.journal.bill(job, 0.69);
    interact(() -> {
      wizard.again(plan, true);
      settle();
    });
    assertThat(WizardScreen.text(scene, "wizard-review-before")).isEqualTo("$0.69, Nov 21, 2026");
    interact(() -> {
      wizard.restore(
          draft().withSpec(spec -> spec.withTemplate(Template.parse("Is {{text}} long?"))));
      settle();
    });
    assertThat(scene.lookup("#wizard-review-before")).isNull();
  }

  @Test
  void aDuplicateBeginsAtItsSource() {
    interact(() -> {
      wizard.again(plan, false);
      settle();
    });
    assertThat(scene.lookup("#wizard-source")).isNotNull();
    assertThat(draft().source()).isEqualTo(DraftFixture.TABLE.toString());
  }

  @Test
  void whatStopsItIsShownInstead() {
    screen.fixture.cloud.catalog.tables.remove(DraftFixture.TABLE);
    interact(() -> {
      wizard.again(plan, true);
      settle();
    });
    assertThat(scene.lookup("#wizard-source")).isNotNull();
    assertThat(WizardScreen.text(scene, "wizard-error")).contains("no table");
  }

  /// The person went elsewhere before all was known: nobody is taken to the review then.
  @Test
  void anAnswerThatComesLateLeadsNowhere() {
    interact(() -> {
      wizard.again(plan, true);
      wizard.restore(Draft.EMPTY.withSource("mine.letters"));
      settle();
    });
    assertThat(scene.lookup("#wizard-source")).isNotNull();
    assertThat(draft().source()).isEqualTo("mine.letters");
  }
}
