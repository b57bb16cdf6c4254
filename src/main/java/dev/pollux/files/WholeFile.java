package dev.pollux.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that a person names and that is written in one go. Until all of it is on the disk it has
/// another name beside the one that was asked for: under that name there is the whole file, or what
/// was there before. Where that is a link, the file that it leads to is written, and the link
/// stays.
///
/// Blocks; to be closed, which leaves nothing of a file that was not put.
public final class WholeFile implements AutoCloseable {
  private static final int MOST_LINKS = 40;
  private final Path file;
  private final PartFile part;

  private WholeFile(Path file) {
    this.file = file;
    this.part = PartFile.beside(file);
  }

  /// Something is there that no file can take the place of: a folder, a pipe, a device.
  public static final class NotAFile extends IOException {
    private static final long serialVersionUID = 1;

    NotAFile(Path file) {
      super(file.toString());
    }
  }

  /// Takes away what killed processes left there.
  ///
  /// @throws NotAFile when something else is there, or links lead in a circle
  public static WholeFile begin(Path target) throws IOException {
    Path file = target.toAbsolutePath();
    if (file.getFileName() == null || (Files.exists(file) && !Files.isRegularFile(file))) {
      throw new NotAFile(target);
    }
    file = Files.exists(file) ? file.toRealPath() : ofLink(file);
    PartFile.sweep(file);
    return new WholeFile(file);
  }

  /// Where a link leads that leads to nothing so far.
  private static Path ofLink(Path file) throws IOException {
    Path end = file;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(end); i++) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    if (Files.isSymbolicLink(end)) {
      throw new NotAFile(file);
    }
    return end;
  }

  /// What is written, until it is put.
  public Path part() {
    return part.file();
  }

  /// Gives it its name, in place of what is there.
  public void put() throws IOException {
    try (FileChannel channel = FileChannel.open(part(), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Writes a text, as UTF-8.
  public static void write(Path target, String text) throws IOException {
    try (WholeFile whole = begin(target)) {
      Files.writeString(whole.part(), text);
      whole.put();
    }
  }

  @Override
  public void close() {
    part.delete();
  }
}
