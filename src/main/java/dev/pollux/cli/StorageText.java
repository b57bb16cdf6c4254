package dev.pollux.cli;

import dev.pollux.settings.StorageNotice;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was found in the files that last, in the person's words.
public final class StorageText {
  private final Words words;

  public StorageText(Words words) {
    this.words = words;
  }

  /// @param what it is
  /// @param why it is so, or what it means
  /// @param next what to do
  /// @param details names and files; may be empty
  public record Said(String what, String why, String next, String details) {}

  /// All of it, on lines of its own.
  String lines(StorageNotice notice) {
    Said said = of(notice);
    String sentence = said.what() + " " + said.why() + " " + said.next();
    return said.details().isEmpty() ? sentence : sentence + "\n" + said.details();
  }

  public Said of(StorageNotice notice) {
    return switch (notice) {
      case StorageNotice.JournalRestored restored -> restored(restored);
      case StorageNotice.JournalCompleted(int entries) ->
          new Said(
              words.get("storage.journal-completed.what", entries),
              words.get("storage.journal-completed.why", entries),
              words.get("storage.journal-completed.next"),
              "");
      case StorageNotice.EntriesSkipped(List<String> names, Path file) ->
          new Said(
              words.get("storage.entries-skipped.what", names.size()),
              words.get("storage.entries-skipped.why", names.size()),
              words.get("storage.entries-skipped.next", list(names)),
              words.get("storage.entries-skipped.kept", file));
      case StorageNotice.JournalNewer(Path file, int version) ->
          new Said(
              words.get("storage.journal-newer.what"),
              words.get("storage.journal-newer.why"),
              words.get("storage.journal-newer.next"),
              words.get("storage.journal-newer.details", file, version));
      case StorageNotice.JournalUnwritable(Path file, StorageNotice.Unwritable _, String why) ->
          new Said(
              words.get("storage.journal-unwritable.what"),
              words.get("storage.journal-unwritable.why"),
              words.get("storage.journal-unwritable.next"),
              words.get("storage.details", file, why));
      case StorageNotice.SettingsBroken(Optional<Path> aside, boolean restored) ->
          new Said(
              words.get("storage.settings-broken.what"),
              words.get(
                  restored ? "storage.settings-broken.restored" : "storage.settings-broken.lost"),
              words.get("storage.settings-broken.next"),
              aside.map(file -> words.get("storage.settings-broken.kept", file)).orElse(""));
      case StorageNotice.SettingsSkipped(List<String> members, Path file) ->
          new Said(
              words.get("storage.settings-skipped.what"),
              words.get("storage.settings-skipped.why"),
              words.get("storage.settings-skipped.next", file),
              list(members));
      case StorageNotice.NotKept(Path file, String why) ->
          new Said(
              words.get("storage.not-kept.what"),
              words.get("storage.not-kept.why"),
              words.get("storage.not-kept.next"),
              words.get("storage.details", file, why));
      case StorageNotice.SpendingCapRestored cap ->
          new Said(
              words.get("storage.cap-restored.what", Money.usd(words, cap.cap())),
              cap.found().isEmpty()
                  ? words.get("storage.cap-restored.none")
                  : words.get(
                      "storage.cap-restored.other", Money.usd(words, cap.found().getAsDouble())),
              words.get("storage.cap-restored.next"),
              "");
      case StorageNotice.SpendingCapUnknown _ ->
          new Said(
              words.get("storage.cap-unknown.what"),
              words.get("storage.cap-unknown.why"),
              words.get("storage.cap-unknown.next"),
              "");
      case StorageNotice.TextBroken(String name, Path aside) ->
          new Said(
              words.get("storage.text-broken.what"),
              words.get("storage.text-broken.why"),
              words.get("storage.text-broken.next"),
              words.get("storage.text-broken.kept", name, aside));
      case StorageNotice.FolderNotHeld(Path folder, String why) ->
          new Said(
              words.get("storage.folder-not-held.what"),
              words.get("storage.folder-not-held.why"),
              words.get("storage.folder-not-held.next"),
              words.get("storage.details", folder, why));
    };
  }

  private Said restored(StorageNotice.JournalRestored restored) {
    String found =
        words.get(
            restored.complete() && restored.doubtful().isEmpty()
                ? "storage.journal-restored.complete"
                : "storage.journal-restored.partial",
            restored.entries());
    return new Said(
        words.get("storage.journal-restored.what"),
        restored.doubtful().isEmpty()
            ? found
            : found
                + " "
                + words.get("storage.journal-restored.doubtful", list(restored.doubtful())),
        words.get("storage.journal-restored.next"),
        restored
                .setAside()
                .map(file -> words.get("storage.journal-restored.kept", file) + "\n")
                .orElse("")
            + restored.why());
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
