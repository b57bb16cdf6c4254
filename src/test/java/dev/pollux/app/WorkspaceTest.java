package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.draft.Draft;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.run.RunClaims;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.shell.ShellNavigation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class WorkspaceTest extends ApplicationTest {
  private final ManualBackground background = new ManualBackground();
  private final FakeCloud cloud = new FakeCloud();
  private Workspace workspace;

  private static UserSettings settings(Path folder) {
    return new UserSettings(
        SettingsStore.open(folder.resolve("s.json")), KeptTexts.open(folder.resolve("kept")));
  }

  private void open(UserSettings memory) {
    interact(() ->
        workspace =
            new Workspace(
                cloud,
                new Workspace.Common(
                    new FakeJournal(),
                    new RunClaims(),
                    background.runner(),
                    new Words(Locale.ENGLISH),
                    new ShellNavigation(),
                    new MessageLog(Clock.systemUTC()),
                    memory,
                    Clock.systemUTC())));
  }

  @Test
  void whatWasAskedIsKeptWhicheverScreenIsInFront(@TempDir Path folder) throws Exception {
    Path recipe = folder.resolve("asked.pollux.json");
    Files.writeString(recipe, RecipeJson.write(ShippedRecipes.all().getFirst()));
    try (UserSettings memory = settings(folder)) {
      open(memory);
      interact(() -> {
        workspace.openRecipe(recipe);
        background.settle();
        workspace.close();
      });
      Draft kept = memory.draft().orElseThrow();
      assertThat(kept.asked().name()).isEqualTo(ShippedRecipes.all().getFirst().name());
      open(memory);
      interact(workspace::close);
      assertThat(memory.draft().orElseThrow()).as("it came back").isEqualTo(kept);
    }
  }

  @Test
  void nothingRunsOnAfterTheClose(@TempDir Path folder) throws Exception {
    try (UserSettings memory = settings(folder)) {
      open(memory);
      interact(() -> {
        background.workAll();
        workspace.close();
        background.settle();
      });
      assertThat(background.waiting()).isEmpty();
      assertThat(background.running()).isEmpty();
      assertThat(background.unhandled()).isEmpty();
      assertThat(cloud.closed).isTrue();
    }
  }
}
