package dev.pollux.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.settings.StorageNotice;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that can be found in the files has words, in both languages.
class NoticeWordsTest {
  private static final Path FILE = Path.of("/data/journal.sqlite");

  static Stream<StorageNotice> notices() {
    return Stream.of(
        new StorageNotice.JournalRestored("it is empty", Optional.of(FILE), 12, List.of(), true),
        new StorageNotice.JournalRestored(
            "malformed", Optional.empty(), 1, List.of("run/r1", "run/r2"), false),
        new StorageNotice.JournalCompleted(3),
        new StorageNotice.EntriesSkipped(List.of("run/r1"), FILE),
        new StorageNotice.JournalNewer(FILE, 2),
        new StorageNotice.JournalUnwritable(
            FILE, StorageNotice.Unwritable.DISK_FULL, "the disk is full"),
        new StorageNotice.SettingsBroken(Optional.of(FILE), true),
        new StorageNotice.SettingsBroken(Optional.of(FILE), false),
        new StorageNotice.SettingsSkipped(List.of("theme"), FILE),
        new StorageNotice.NotKept(FILE, "no space left"),
        new StorageNotice.SpendingCapRestored(40, OptionalDouble.of(60)),
        new StorageNotice.SpendingCapRestored(40, OptionalDouble.empty()),
        new StorageNotice.SpendingCapUnknown(),
        new StorageNotice.TextBroken("draft", FILE),
        new StorageNotice.FolderNotHeld(FILE, "read-only file system"));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void eachHasWords(StorageNotice notice) {
    for (Locale locale : List.of(Locale.US, Locale.FRANCE)) {
      FailureText text = new NoticeWords(new Words(locale)).of(notice);

      assertThat(List.of(text.what(), text.why(), text.next()))
          .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{", "}"));
    }
  }

  @Test
  void allAreTried() {
    assertThat(notices().map(Object::getClass).distinct().toList())
        .containsExactlyInAnyOrder(StorageNotice.class.getPermittedSubclasses());
  }

  @Test
  void theWordsSayWhatIsLost() {
    NoticeWords words = new NoticeWords(new Words(Locale.US));

    assertThat(
            words
                .of(
                    new StorageNotice.JournalRestored(
                        "malformed", Optional.of(FILE), 1200, List.of("run/r1"), false))
                .sentence())
        .contains("1,200 entries", "may be lost", "run/r1", "/data/journal.sqlite", "malformed");
    assertThat(
            words.of(new StorageNotice.SpendingCapRestored(40, OptionalDouble.of(60))).sentence())
        .contains("$40.00", "$60.00");
  }
}
