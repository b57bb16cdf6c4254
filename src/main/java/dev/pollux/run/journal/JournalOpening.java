package dev.pollux.run.journal;

import dev.pollux.settings.OwnerOnlyFiles;
import dev.pollux.settings.StorageNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the journal whatever became of its files, of which there are three: the journal, a copy
/// that gets every write a moment later, and an older one that is made at most once a day. What one
/// of them lost comes back from the others.
final class JournalOpening {
  private static final Logger LOG = LoggerFactory.getLogger(JournalOpening.class);
  private final JournalFiles files;
  private final InstantSource clock;

  JournalOpening(Path file, InstantSource clock) {
    this.files =
        new JournalFiles(
            new JournalFile(file),
            new JournalFile(beside(file, "copy")),
            new JournalFile(beside(file, "older")));
    this.clock = clock;
  }

  /// The three files.
  record JournalFiles(JournalFile main, JournalFile copy, JournalFile older) {}

  private static Path beside(Path file, String which) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(
        dot < 0 ? name + "." + which : name.substring(0, dot) + "." + which + name.substring(dot));
  }

  Path file() {
    return files.main().path();
  }

  /// What tells the file from any other that had or will have its name; empty where there is none,
  /// or the system has no such thing.
  Optional<Object> key() {
    try {
      return Optional.ofNullable(Files.readAttributes(file(), BasicFileAttributes.class).fileKey());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Makes the files anew that were deleted while they were open: what was written to them can be
  /// read as long as they are.
  ///
  /// @throws IOException when they cannot be made, or another process has made its own
  JournalWriter restore(JournalWriter open) throws SQLException, IOException {
    if (files.main().exists()) {
      throw new IOException("another file is in its place");
    }
    List<JournalEntry> entries = open.main().after(-1);
    OwnerOnlyFiles.createFolder(Objects.requireNonNull(file().toAbsolutePath().getParent()));
    files.main().replace(entries);
    files.copy().replace(entries);
    JournalWriter again = JournalWriter.open(files.main().path(), files.copy().path());
    open.close();
    return again;
  }

  /// @param files to write to; empty when that is not possible, and then the last of the notices
  ///   says why
  record Opened(
      List<JournalEntry> entries, Optional<JournalWriter> files, List<StorageNotice> notices) {
    Opened {
      entries = List.copyOf(entries);
      notices = List.copyOf(notices);
    }
  }

  /// Never throws for what stands in the files, nor for a disk that is full or can only be read.
  Opened open() {
    try {
      files.main().requireWritable();
    } catch (IOException e) {
      return unwritable(Obstacle.of(files.main().path(), e));
    }
    try {
      FileState journal = JournalInspection.of(files.main());
      FileState second = JournalInspection.of(files.copy());
      Optional<StorageNotice> newer = newer(journal, second);
      if (newer.isPresent()) {
        return new Opened(List.of(), Optional.empty(), List.of(newer.get()));
      }
      if (journal instanceof FileState.Unreachable(Obstacle why)) {
        return unwritable(why);
      }
      return new JournalSettling(files, journal, second, clock.instant()).open();
    } catch (IOException e) {
      return unwritable(Obstacle.of(files.main().path(), e));
    }
  }

  private Optional<StorageNotice> newer(FileState journal, FileState second) {
    if (journal instanceof FileState.Newer(int version)) {
      return Optional.of(new StorageNotice.JournalNewer(files.main().path(), version));
    }
    boolean readable = journal instanceof FileState.Sound || journal instanceof FileState.Old;
    return second instanceof FileState.Newer(int version) && !readable
        ? Optional.of(new StorageNotice.JournalNewer(files.copy().path(), version))
        : Optional.empty();
  }

  /// What can be read is read from copies in a folder where SQLite may write.
  private Opened unwritable(Obstacle why) {
    List<List<JournalEntry>> read = new ArrayList<>();
    for (JournalFile file : List.of(files.main(), files.copy(), files.older())) {
      read.add(readElsewhere(file).usable());
    }
    return new Opened(
        JournalEntry.newest(read),
        Optional.empty(),
        List.of(new StorageNotice.JournalUnwritable(files.main().path(), why.kind(), why.why())));
  }

  private static FileState readElsewhere(JournalFile file) {
    try {
      if (!file.exists()) {
        return new FileState.Absent();
      }
      Path folder = Files.createTempDirectory("pollux-journal");
      JournalFile other = file.copyInto(folder);
      try {
        return JournalInspection.of(other);
      } finally {
        other.delete();
        Files.delete(folder);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be read", file.path(), e);
      return new FileState.Unreachable(Obstacle.of(file.path(), e));
    }
  }
}
