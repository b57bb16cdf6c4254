package dev.pollux.run.journal;

import dev.pollux.settings.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/// Where a file of entries lies. SQLite keeps more files beside it, which go where it goes.
record JournalFile(Path path) {
  private static final List<String> SIDES = List.of("-wal", "-shm", "-journal");

  /// Whether it is there, of whatever kind.
  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// @throws IOException when nothing can be written to it, or beside it: the disk is full, or only
  ///   for reading
  void requireWritable() throws IOException {
    Path trial = path.resolveSibling(path.getFileName() + ".trial");
    try {
      OwnerOnlyFiles.create(trial);
      Files.write(trial, new byte[8192], StandardOpenOption.SYNC);
    } finally {
      Files.deleteIfExists(trial);
    }
    if (Files.isRegularFile(path)) {
      FileChannel.open(path, StandardOpenOption.WRITE).close();
    }
  }

  /// Puts a file with these entries in its place, in one step.
  void replace(Collection<JournalEntry> entries) throws SQLException, IOException {
    JournalFile fresh = new JournalFile(path.resolveSibling(path.getFileName() + ".new"));
    fresh.delete();
    OwnerOnlyFiles.create(fresh.path);
    EntryDatabase.make(fresh.path, entries);
    // A log of the file that was here would be played into the one that comes.
    for (String side : SIDES) {
      Files.deleteIfExists(beside(side));
    }
    Files.move(
        fresh.path, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnlyFiles.syncFolder(path);
  }

  /// Renames it and what lies beside it, so that nothing that may be of use is lost.
  ///
  /// @param why part of the new name
  /// @return the new name
  Path setAside(String why, Instant now) throws IOException {
    String dated =
        path.getFileName() + "." + why + "-" + now.truncatedTo(ChronoUnit.SECONDS).toString();
    Path aside = path.resolveSibling(dated.replace(':', '-'));
    for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
      aside = path.resolveSibling(dated.replace(':', '-') + "-" + i);
    }
    for (String side : SIDES) {
      if (Files.exists(beside(side), LinkOption.NOFOLLOW_LINKS)) {
        Files.move(beside(side), aside.resolveSibling(aside.getFileName() + side));
      }
    }
    if (exists()) {
      Files.move(path, aside);
    }
    return aside;
  }

  /// Copies it and what lies beside it into a folder where SQLite may write.
  JournalFile copyInto(Path folder) throws IOException {
    JournalFile copy = new JournalFile(folder.resolve(path.getFileName()));
    Files.copy(path, copy.path);
    if (Files.isRegularFile(beside("-wal"))) {
      Files.copy(beside("-wal"), copy.beside("-wal"));
    }
    return copy;
  }

  void delete() throws IOException {
    for (String side : SIDES) {
      Files.deleteIfExists(beside(side));
    }
    Files.deleteIfExists(path);
  }

  private Path beside(String side) {
    return path.resolveSibling(path.getFileName() + side);
  }
}
