package dev.pollux.run.journal;

import java.util.List;

/// What stands in a file of the journal, as [JournalInspection] found it.
sealed interface FileState {
  /// There is no such file.
  record Absent() implements FileState {}

  /// Everything in it is as it was written.
  record Sound(List<JournalEntry> entries) implements FileState {}

  /// Something in it is not as it was written.
  ///
  /// @param entries those that are
  /// @param broken the keys of entries that can be seen and not be used
  /// @param whole whether all else was seen
  /// @param why what SQLite or the checksum said
  record Damaged(List<JournalEntry> entries, List<String> broken, boolean whole, String why)
      implements FileState {}

  /// It is sound, and of an older Pollux.
  ///
  /// @param broken the keys of entries that are no run or no bill
  record Old(int version, List<JournalEntry> entries, List<String> broken) implements FileState {}

  /// A newer Pollux wrote it.
  record Newer(int version) implements FileState {}

  /// It cannot be read just now: another program has it open, or the disk does not answer.
  record Unreachable(Obstacle why) implements FileState {}

  /// What can be used of it.
  default List<JournalEntry> usable() {
    return switch (this) {
      case Sound sound -> sound.entries();
      case Damaged damaged -> damaged.entries();
      case Old old -> old.entries();
      case Absent _, Newer _, Unreachable _ -> List.of();
    };
  }
}
