package dev.pollux.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What comes and goes with recipes, trials and jobs that were sent.
class WizardModelTest {
  private final WizardModel model = new WizardModel();
  private final RecipeActions recipes =
      new RecipeActions(model, new SameThreadBackground(), new Words(Locale.ENGLISH), () -> {});
  private final Recipe classify = ShippedRecipes.all().getFirst();

  @Test
  void aRecipeCanBeTakenBack() {
    model.prompt.set("Mine: {{text}}");
    model.model.set("gemini-2.5-flash");
    model.labels.set("team=search");

    recipes.take(classify);
    assertThat(model.prompt.get()).isEqualTo(classify.spec().template().text());
    assertThat(model.replaced.get()).isPresent();

    recipes.undo();
    assertThat(model.prompt.get()).isEqualTo("Mine: {{text}}");
    assertThat(model.model.get()).isEqualTo("gemini-2.5-flash");
    assertThat(model.labels.get()).isEqualTo("team=search");
    assertThat(model.replaced.get()).isEmpty();
  }

  @Test
  void answersOfATrialAreToWhatWasAskedThen() {
    recipes.take(classify);
    model.tried.set(Optional.of(model.spec()));
    model.trialModel.set(model.model.get());
    assertThat(model.triedThis()).isTrue();

    model.prompt.set("Else: {{text}}");
    assertThat(model.triedThis()).isFalse();
  }

  @Test
  void afterAJobNothingOfItIsLeftButTheModel() {
    recipes.take(classify);
    model.tableName.set("answers");
    model.title.set("Answers");
    model.tried.set(Optional.of(model.spec()));

    model.forget();

    WizardModel fresh = new WizardModel();
    fresh.model.set(classify.model());
    assertThat(model.spec()).isEqualTo(fresh.spec());
    assertThat(model.recipe()).isEqualTo(fresh.recipe());
    assertThat(model.tableName.get() + model.title.get()).isEmpty();
    assertThat(model.tried.get()).isEmpty();
  }
}
