package dev.pollux.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.check.RequestLabels;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.testing.DraftFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What comes and goes with tables, recipes, trials and jobs that were sent.
class DraftTest {
  private final DraftFixture fixture = new DraftFixture();
  private final Recipe classify = ShippedRecipes.all().getFirst();

  @Test
  void aRecipeComesInThePlaceOfWhatWasAsked() {
    Draft mine = fixture.draft.withLabels("team=search").withOwnRequests(Optional.of(true));
    Draft taken = mine.taking(classify);
    assertThat(taken.spec()).isEqualTo(classify.spec());
    assertThat(taken.labels()).isEqualTo(RequestLabels.text(classify.spec().labels()));
    assertThat(taken.ownRequests()).contains(false);
    assertThat(taken.target()).as("where answers go is not the recipe's").isEqualTo(mine.target());
    Recipe anyModel = Recipe.of(classify.spec(), "", classify.rows());
    assertThat(mine.taking(anyModel).model()).isEqualTo(mine.model());
  }

  @Test
  void anotherTableKeepsWhatIsAskedAndNothingOfWhereItWent() {
    Draft draft =
        fixture
            .draft
            .withTitle("Subjects")
            .withOwnRequests(Optional.of(true))
            .withConsent(Consent::withPaidLookups);
    Draft other = draft.about(new TableRef("p", "d", "t"));
    assertThat(other.spec()).isEqualTo(draft.spec());
    assertThat(other.target().table() + other.title()).isEmpty();
    assertThat(other.target().dataset()).isEqualTo(draft.target().dataset());
    assertThat(other.ownRequests()).isEmpty();
    assertThat(other.consent().paidLookups()).isFalse();
    assertThat(draft.about(DraftFixture.TABLE)).isSameAs(draft);
  }

  @Test
  void afterAJobNothingOfItIsLeftButTableModelAndDataset() {
    Draft after =
        fixture
            .draft
            .taking(classify)
            .withLabels("a=1")
            .withTitle("Subjects")
            .withTarget(to -> to.withLocation(Optional.of(Location.GLOBAL)))
            .afterwards();
    assertThat(after)
        .isEqualTo(
            Draft.EMPTY
                .withSource(fixture.draft.source())
                .withModel(classify.model())
                .withTarget(to -> to.withDataset(fixture.draft.target().dataset())));
  }

  @Test
  void answersOfATrialAreToWhatWasAskedThen() {
    DraftState state = fixture.known();
    Trial trial = fixture.drawn(state, 2);
    DraftState tried = state.with(state.facts().withTrial(Optional.of(trial)));
    assertThat(tried.triedThis()).isTrue();
    assertThat(
            tried
                .with(tried.draft().withSpec(spec -> spec.withTemplate(Template.parse("{{text}}"))))
                .triedThis())
        .isFalse();
    assertThat(tried.with(tried.draft().withModel("gemini-2.5-flash")).triedThis()).isFalse();
  }

  @Test
  void whatIsLeftOpenIsProposed() {
    fixture.edit(draft -> draft.withModel("").withTarget(_ -> Target.PROPOSED));
    DraftState state = fixture.known();
    assertThat(state.modelName()).isEqualTo("gemini-3.8-flash");
    assertThat(state.dataset().orElseThrow().ref().dataset())
        .as("not the one that holds the data")
        .isEqualTo("mine");
    assertThat(state.target().tableName()).isEqualTo("passages_answers");
    assertThat(state.title()).isEqualTo("passages_answers");
    assertThat(state.jobLocation()).as("3.8 is not served in the region").contains(Location.GLOBAL);
  }

  @Test
  void aLongTableNameIsNoReasonNotToSend() {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("é".repeat(127) + "🦊rest")));
    assertThat(fixture.known().title()).isEqualTo("é".repeat(127));
    assertThat(DraftChecks.of(fixture.known()).clear()).as("a fox is no letter").isFalse();
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("é".repeat(300))));
    DraftState state = fixture.known();
    assertThat(state.title()).hasSize(128);
    assertThat(DraftChecks.of(state).clear()).isTrue();
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    assertThat(plan.request().displayName()).hasSize(128);
    assertThat(TableRef.isTableName(plan.requests().table().table())).isTrue();
  }

  @Test
  void aTableThatIsMarkedAsTooLongByItsBytesMakesNoPlan() {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("語".repeat(342))));
    assertThat(RunPlanner.plan(fixture.known())).isEmpty();
  }
}
