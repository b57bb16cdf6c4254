package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.settings.UserSettings;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignIn;
import dev.pollux.domain.Location;
import dev.pollux.draft.Draft;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.recipe.ShippedRecipes;
import dev.pollux.run.state.RunClaims;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobNews;
import dev.pollux.ui.shell.Banner;
import dev.pollux.ui.shell.ShellNavigation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class WorkspaceTest extends ApplicationTest {
  private final ManualBackground background = new ManualBackground();
  private final FakeCloud cloud = new FakeCloud();
  private final List<String> said = new ArrayList<>();
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
                    Clock.systemUTC(),
                    new Workspace.SignInNews() {
                      @Override
                      public void tell(JobNews.Line job) {
                        said.add(job.title());
                      }

                      @Override
                      public void say(Optional<Banner> banner) {
                        said.add(banner.map(Banner::text).orElse(""));
                      }

                      @Override
                      public void signedIn() {
                        said.add("signed in");
                      }
                    },
                    () -> true,
                    _ -> {},
                    _ -> {
                      throw new IllegalStateException("nobody asks the doctor");
                    })));
  }

  @Test
  void aSessionThatEndsIsSaidOnceAndAllGoesOnWhenItHoldsAgain(@TempDir Path folder)
      throws Exception {
    try (UserSettings memory = settings(folder)) {
      open(memory);
      interact(background::settle);
      assertThat(said).isEmpty();
      CloudException expired = new CloudException.NotSignedIn("invalid_rapt", "", null);
      cloud.jobs.failingLists.put(Location.US_CENTRAL1, expired);
      cloud.jobs.failingLists.put(Location.GLOBAL, expired);
      cloud.catalog.failure = Optional.of(expired);
      cloud.identity.failure = Optional.of(expired);
      cloud.identity.who =
          new SignIn(SignIn.Kind.SERVICE_ACCOUNT, "robot@p.iam.gserviceaccount.com", "/key.json");
      interact(() -> {
        workspace.features().refresh().accept(workspace.screens().get(1));
        background.settle();
        for (int i = 0; i < 3; i++) {
          background.workAll();
          background.settle();
        }
      });
      assertThat(said)
          .singleElement()
          .asString()
          .contains("/key.json", "gcloud iam service-accounts keys create /key.json");
      cloud.jobs.failingLists.clear();
      cloud.catalog.failure = Optional.empty();
      cloud.identity.failure = Optional.empty();
      int before = cloud.jobs.lists;
      interact(() -> {
        background.workAll();
        background.settle();
      });
      assertThat(said).as("it is not asked at each look").hasSize(1);
      cloud.identity.written = Optional.of(Instant.ofEpochSecond(1));
      interact(() -> {
        background.workAll();
        background.settle();
      });
      assertThat(said.subList(1, said.size())).containsExactly("", "signed in");
      assertThat(cloud.jobs.lists).as("jobs are followed again").isGreaterThan(before);
      interact(workspace::close);
    }
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
