package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  private static final TableRef TABLE = new TableRef("pollux-sandbox", "samples", "sotu_passages");
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("settings.json");
  }

  @Test
  void aNewPersonGetsDefaultsAndNoFile() throws Exception {
    assertThat(SettingsStore.open(file).settings()).isEqualTo(Settings.DEFAULT);
    assertThat(file).doesNotExist();
  }

  @Test
  void everythingSurvivesARestart() throws Exception {
    Settings all =
        Settings.DEFAULT
            .withTheme(Settings.Theme.DARK)
            .withLanguage(Settings.Language.FR)
            .withWindow(new Settings.Window(10, 20, 1280, 800, true))
            .withSplit("browser", 0.25)
            .withSplit("jobs", 0.5)
            .onGoogle("my-project", new Location("europe-west1"))
            .withLastTable(TABLE)
            .withPinned(List.of(TABLE))
            .withWizardDraft(Optional.of("{\"step\":2}"))
            .withSpending(new Settings.Spending(2.5, OptionalDouble.of(40)));
    SettingsStore.open(file).update(_ -> all);

    assertThat(SettingsStore.open(file).settings()).isEqualTo(all);
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).containsExactly("settings.json");
  }

  @Test
  void whatWasClearedIsGone() throws Exception {
    SettingsStore store = SettingsStore.open(file);
    store.update(s -> s.withWizardDraft(Optional.of("{}")));
    store.update(s -> s.withWizardDraft(Optional.empty()));

    assertThat(SettingsStore.open(file).settings().wizardDraft()).isEmpty();
  }

  @Test
  void membersOfOtherVersionsSurvive() throws Exception {
    Files.writeString(file, "{\"theme\":\"dark\",\"later\":{\"a\":[1,2]}}");

    SettingsStore.open(file).update(s -> s.withTheme(Settings.Theme.LIGHT));

    assertThat(file).content().contains("\"later\"").contains("\"light\"");
  }

  @Test
  void aValueThatMakesNoSenseCostsOnlyItself() throws Exception {
    Files.writeString(
        file,
        """
        {"theme":"dark","language":7,"window":"big","googleLocation":"no such place!",
         "splits":{"a":"x","b":0.5,"c":9},"pinned":["x","pollux-sandbox.samples.sotu_passages"]}
        """);

    Settings settings = SettingsStore.open(file).settings();

    assertThat(settings.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(settings.language()).isEqualTo(Settings.Language.SYSTEM);
    assertThat(settings.window()).isEmpty();
    assertThat(settings.googleLocation()).isEqualTo(Location.US_CENTRAL1);
    assertThat(settings.splits()).containsOnlyKeys("b");
    assertThat(settings.pinned()).containsExactly(TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"theme\":", "[]", "7", "not json"})
  void aBrokenFileIsSetAside(String content) throws Exception {
    Files.writeString(file, content);

    SettingsStore store = SettingsStore.open(file);
    store.update(s -> s.withTheme(Settings.Theme.DARK));

    assertThat(store.setAside()).isPresent();
    assertThat(store.setAside().orElseThrow()).hasContent(content);
    assertThat(SettingsStore.open(file).settings().theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(SettingsStore.open(file).setAside()).isEmpty();
  }
}
