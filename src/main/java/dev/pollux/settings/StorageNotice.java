package dev.pollux.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Something about the files that last which the person should know: what was found when they were
/// opened, and what became of it.
public sealed interface StorageNotice {
  /// The journal was damaged or gone, and was made anew.
  ///
  /// @param why what was wrong with it, in SQLite's words
  /// @param setAside where the damaged file is now, if there was one
  /// @param entries how many runs and bills it has again
  /// @param doubtful the names, as far as they can be read, of those that are lost, or known only
  ///   as they were up to a day before
  /// @param complete whether it is certain that nothing beyond those is lost
  record JournalRestored(
      String why, Optional<Path> setAside, int entries, List<String> doubtful, boolean complete)
      implements StorageNotice {
    public JournalRestored {
      doubtful = List.copyOf(doubtful);
    }
  }

  /// The last writes of the journal were gone, and came back from its copy.
  record JournalCompleted(int entries) implements StorageNotice {}

  /// Entries of the journal that this version cannot read, by name. They were left as they are.
  record EntriesSkipped(List<String> names, Path file) implements StorageNotice {}

  /// A newer Pollux wrote the journal. It is neither read nor written.
  record JournalNewer(Path file, int version) implements StorageNotice {}

  /// The journal can be read and not be written, so that nothing can be submitted.
  ///
  /// @param obstacle what kind of reason that is
  /// @param why in short
  record JournalUnwritable(Path file, Unwritable obstacle, String why) implements StorageNotice {}

  /// Why a file cannot be written.
  enum Unwritable {
    /// Another process has it.
    IN_USE,
    DISK_FULL,
    OTHER
  }

  /// The settings could not be read.
  ///
  /// @param setAside where the broken file is now
  /// @param restored whether the copy of the settings was used; else they are as at the first start
  record SettingsBroken(Optional<Path> setAside, boolean restored) implements StorageNotice {}

  /// Members of the settings that make no sense here. They were left as they are, and count as not
  /// chosen.
  record SettingsSkipped(List<String> members, Path file) implements StorageNotice {}

  /// A file could not be written, so that what it keeps is kept only until the window is closed.
  record NotKept(Path file, String why) implements StorageNotice {}

  /// The settings held another spending cap than the one that was set, or none: the one that was
  /// set holds.
  ///
  /// @param cap in USD
  record SpendingCapRestored(double cap, OptionalDouble found) implements StorageNotice {}

  /// The settings are lost, and nobody can say whether a spending cap was set.
  record SpendingCapUnknown() implements StorageNotice {}

  /// A text that was kept, by its name, cannot be read.
  record TextBroken(String name, Path setAside) implements StorageNotice {}

  /// The folder of the data could not be held for this window alone.
  record FolderNotHeld(Path folder, String why) implements StorageNotice {}
}
