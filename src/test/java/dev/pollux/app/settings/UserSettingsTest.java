package dev.pollux.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.domain.job.JobName;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.settings.Appearance;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryHold;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.Settings;
import dev.pollux.settings.SettingsStore;
import dev.pollux.settings.Spending;
import dev.pollux.settings.StorageNotice;
import dev.pollux.settings.WindowBounds;
import dev.pollux.ui.settings.KeptSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSettingsTest {
  private static final String DRAFT = "{\"prompt\":\"…\"}".repeat(5000);
  @TempDir private Path folder;

  private UserSettings open() throws IOException {
    DataDirectory data = DataDirectory.of(Optional.of(folder));
    return new UserSettings(SettingsStore.open(data.settings()), KeptTexts.open(data.kept()));
  }

  private static KeptSettings editing(UserSettings settings) {
    return new SettingsEditing(settings, () -> {}, () -> true, () -> {});
  }

  @Test
  void whatIsKeptIsThereAtOnceAndAfterARestart() throws IOException {
    try (UserSettings settings = open()) {
      settings.keep("draft", "first");
      settings.keep("draft", DRAFT);
      new SavedLayout(settings).keepSplit("jobs", 0.3);
      new SavedLayout(settings).keepColumnWidth("jobs.title", 240);
      new SavedLayout(settings).keepColumnShown("rows/1f/text", false);
      settings.update(s -> s.with(new WindowBounds(1, 2, 900, 600, true)));

      assertThat(settings.kept("draft")).contains(DRAFT);
    }
    try (UserSettings settings = open()) {
      assertThat(settings.notices()).isEmpty();
      assertThat(settings.kept("draft")).contains(DRAFT);
      assertThat(new SavedLayout(settings).split("jobs")).hasValue(0.3);
      assertThat(new SavedLayout(settings).split("other")).isEmpty();
      assertThat(new SavedLayout(settings).columnWidth("jobs.title")).hasValue(240);
      assertThat(new SavedLayout(settings).columnShown("rows/1f/text")).contains(false);
      assertThat(new SavedLayout(settings).columnShown("rows/1f/id")).isEmpty();
      assertThat(settings.settings().layout().window())
          .contains(new WindowBounds(1, 2, 900, 600, true));
      settings.forget("draft");
      assertThat(settings.kept("draft")).isEmpty();
    }
    try (UserSettings settings = open()) {
      assertThat(settings.kept("draft")).isEmpty();
    }
  }

  @Test
  void theDraftOfTheVersionBeforeIsTakenOver() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"wizardDraft\":\"{}\"}");
    try (UserSettings settings = open()) {
      assertThat(settings.kept("draft")).contains("{}");
    }
    assertThat(folder.resolve("settings.json")).content().doesNotContain("wizardDraft");
    try (UserSettings settings = open()) {
      assertThat(settings.kept("draft")).contains("{}");
    }
  }

  @Test
  void whatCannotBeKeptIsToldOnceUntilItCanBe() throws IOException {
    List<StorageNotice> told = new CopyOnWriteArrayList<>();
    Path obstacle = folder.resolve("kept");
    Files.createFile(obstacle);
    UserSettings settings = open();
    settings.onNotKept(told::add);
    settings.keep("draft", DRAFT);
    settings.close();
    settings.close();

    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            StorageNotice.NotKept.class, notice -> assertThat(notice.file()).isEqualTo(obstacle));
    Files.delete(obstacle);
    settings.close();
    assertThat(told).hasSize(1);
    try (UserSettings again = open()) {
      assertThat(again.kept("draft")).contains(DRAFT);
    }
  }

  /// Prompts, rows and SQL stand in these files.
  @Test
  void noOtherAccountCanReadWhatLasts() throws Exception {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no modes");
    DataDirectory data = DataDirectory.of(Optional.of(folder.resolve("data")));
    try (UserSettings settings =
        new UserSettings(SettingsStore.open(data.settings()), KeptTexts.open(data.kept()))) {
      settings.keep("draft", DRAFT);
      new SavedLayout(settings).keepSplit("jobs", 0.3);
    }
    try (DirectoryHold _ = data.hold("Pollux");
        Journal journal = SqliteJournal.open(data.journal())) {
      journal.bill(JobName.parse("projects/1/locations/global/batchPredictionJobs/7"), 1);
      try (Stream<Path> all = Files.walk(data.root())) {
        assertThat(all)
            .hasSizeGreaterThan(8)
            .allSatisfy(path ->
                assertThat(Files.getPosixFilePermissions(path))
                    .as(path.toString())
                    .isSubsetOf(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE));
      }
    }
  }

  @Test
  void aLimitThatTheWizardChangesCostsNoOther() throws IOException {
    try (UserSettings settings = open()) {
      settings.update(s -> s.with(new Spending(20, OptionalDouble.empty(), 0.25)));

      settings.wizard().keep().accept(new Budget(30, OptionalDouble.of(50), 0.25));

      assertThat(settings.settings().spending())
          .isEqualTo(new Spending(30, OptionalDouble.of(50), 0.25));
      assertThat(settings.wizard().budget().get().queryGigabytes()).isEqualTo(0.25);
    }
  }

  @Test
  void onlyChangedLooksOrAChangedLanguageAreDrawnAnew() throws IOException {
    List<String> drawn = new ArrayList<>();
    try (UserSettings settings = open()) {
      KeptSettings editing =
          new SettingsEditing(
              settings, () -> drawn.add("looks"), () -> true, () -> drawn.add("language"));
      editing.change(s -> s.withZoom(OptionalInt.of(150)));
      editing.change(s -> s.with(Appearance.Theme.DARK));
      editing.change(s -> s.with(Appearance.Theme.DARK));
      editing.change(s -> s.with(Appearance.Contrast.HIGH));
      editing.change(s -> s.with(Appearance.Motion.STILL));
      editing.change(s -> s.with(Appearance.Language.FR));
    }

    assertThat(drawn).containsExactly("looks", "looks", "looks", "language");
    try (UserSettings settings = open()) {
      assertThat(settings.settings().appearance())
          .isEqualTo(
              new Appearance(
                  Appearance.Theme.DARK,
                  Appearance.Language.FR,
                  OptionalInt.of(150),
                  Appearance.Motion.STILL,
                  Appearance.Contrast.HIGH));
    }
  }

  /// Something is being made, and the person would rather wait for it.
  @Test
  void aLanguageThatIsRefusedChangesNothing() throws IOException {
    List<String> drawn = new ArrayList<>();
    try (UserSettings settings = open()) {
      KeptSettings editing =
          new SettingsEditing(settings, () -> {}, () -> false, () -> drawn.add("language"));
      editing.change(s -> s.with(Appearance.Theme.DARK));
      editing.change(s -> s.with(Appearance.Language.FR));
      assertThat(editing.now().appearance().theme()).isEqualTo(Appearance.Theme.DARK);
      assertThat(editing.now().appearance().language())
          .isEqualTo(Settings.DEFAULT.appearance().language());
    }
    assertThat(drawn).isEmpty();
  }

  @Test
  void theSwitchOfTheSettingsIsThatOfTheJobs() throws IOException {
    try (UserSettings settings = open()) {
      KeptSettings editing = editing(settings);
      assertThat(editing.tells()).isTrue();
      editing.tell(false);
    }
    try (UserSettings settings = open()) {
      assertThat(editing(settings).tells()).isFalse();
      assertThat(new SavedJobNotices(settings, "project").isOn()).isFalse();
    }
  }
}
