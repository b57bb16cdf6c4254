package dev.pollux.ui.wizard.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.prompt.Template;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.testing.DraftFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every edit can be taken back, and what is shown follows from the draft.
class DraftModelTest {
  private final DraftFixture fixture = new DraftFixture();
  private final DraftModel model = new DraftModel(fixture.context, fixture.lookups());

  @BeforeEach
  void draft() {
    model.restore(fixture.draft);
    model.learn(fixture::known);
  }

  private static Draft prompt(Draft draft, String text) {
    return draft.withSpec(spec -> spec.withTemplate(Template.parse(text)));
  }

  @Test
  void aRecipeCanBeTakenBack() {
    Recipe classify = ShippedRecipes.all().getFirst();
    model.edit("", draft -> draft.withLabels("team=search"));
    Draft mine = model.draft();
    model.edit("", draft -> draft.taking(classify));
    assertThat(model.draft().spec()).isEqualTo(classify.spec());
    model.undo();
    assertThat(model.draft()).isEqualTo(mine);
    model.redo();
    assertThat(model.draft().spec()).isEqualTo(classify.spec());
  }

  @Test
  void typingIsOneStepUntilTheFieldIsLeft() {
    for (String text : List.of("a", "ab", "abc")) {
      model.edit("prompt", draft -> prompt(draft, text));
    }
    model.endEdit();
    model.edit("prompt", draft -> prompt(draft, "abcd"));
    model.undo();
    assertThat(model.draft().spec().template().text()).isEqualTo("abc");
    model.undo();
    assertThat(model.draft()).isEqualTo(fixture.draft);
    assertThat(model.canUndo().get()).isFalse();
    assertThat(model.canRedo().get()).isTrue();
  }

  @Test
  void undoForgetsWhatWasLookedUpAboutWhatItTakesBack() {
    DraftState before = model.now();
    model.edit("", draft -> draft.withModel("gemini-2.5-flash"));
    model.learn(fixture::known);
    model.undo();
    assertThat(model.now().facts().tokens()).isNotEqualTo(before.facts().tokens());
    assertThat(fixture.known(model.now())).isEqualTo(before);
  }

  @Test
  void checksAreThoseOfWhatIsShown() {
    List<Boolean> stops = new ArrayList<>();
    model.state().addListener((_, _, _) -> stops.add(model.checks().stops(Step.REQUESTS)));
    model.edit("", draft -> prompt(draft, "{{nothing}}"));
    model.undo();
    assertThat(stops).containsExactly(true, false);
  }

  @Test
  void whatCanBeAskedFollowsTheDraft() {
    assertThat(model.canAsk(Facts.Topic.TOKENS)).isTrue();
    model.edit("", draft -> prompt(draft, "{{nothing}}"));
    assertThat(model.canAsk(Facts.Topic.TOKENS)).isFalse();
    model.restore(Draft.EMPTY);
    assertThat(model.now().facts().source()).isEqualTo(Facts.NONE.source());
  }
}
