package dev.pollux.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;

/// A text in a file, and the same in a copy beside it. Each is written next to its place and then
/// into it, one after the other, so that at every moment one of them is whole. Where a link stands
/// in the place, the file that it leads to is written, and the link stays.
final class SafeFile {
  private static final long LARGEST = 16 << 20;
  private static final int MOST_LINKS = 40;
  private final Path file;
  private final Path copy;

  SafeFile(Path file) {
    this.file = file;
    this.copy = file.resolveSibling(file.getFileName() + ".copy");
  }

  Path path() {
    return file;
  }

  /// What was read.
  sealed interface Content<T> {
    /// The file was as it should be.
    record Whole<T>(T value) implements Content<T> {}

    /// The file was gone or damaged, and its copy was as it should be.
    ///
    /// @param setAside where the damaged file is now, if there was one
    record FromCopy<T>(T value, Optional<Path> setAside) implements Content<T> {}

    /// Neither could be used.
    record Broken<T>(Path setAside) implements Content<T> {}

    /// There was nothing to read.
    record None<T>() implements Content<T> {}

    default Optional<T> usable() {
      return switch (this) {
        case Whole<T>(T value) -> Optional.of(value);
        case FromCopy<T>(T value, Optional<Path> _) -> Optional.of(value);
        case Broken<T> _, None<T> _ -> Optional.empty();
      };
    }
  }

  /// @param reader empty for a text that is damaged
  <T> Content<T> read(Function<String, Optional<T>> reader) {
    if (!exists(file) && !exists(copy)) {
      return new Content.None<>();
    }
    Optional<T> first = read(file, reader);
    if (first.isPresent()) {
      return new Content.Whole<>(first.get());
    }
    Optional<T> second = read(copy, reader);
    Optional<Path> aside = exists(file) ? Optional.of(setAside(file)) : Optional.empty();
    if (second.isPresent()) {
      return new Content.FromCopy<>(second.get(), aside);
    }
    Optional<Path> other = exists(copy) ? Optional.of(setAside(copy)) : Optional.empty();
    return new Content.Broken<>(aside.or(() -> other).orElse(file));
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static <T> Optional<T> read(Path from, Function<String, Optional<T>> reader) {
    try {
      return Files.isRegularFile(from) && Files.size(from) <= LARGEST
          ? reader.apply(Files.readString(from))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Whether it was damaged at some time, and is kept under another name.
  boolean wasSetAside() {
    return exists(aside(file, 1)) || exists(aside(copy, 1));
  }

  private static Path aside(Path broken, int number) {
    return broken.resolveSibling(broken.getFileName() + ".broken-" + number);
  }

  /// @return its new name; the old one where it cannot be renamed
  private static Path setAside(Path broken) {
    for (int i = 1; ; i++) {
      Path aside = aside(broken, i);
      if (!exists(aside)) {
        try {
          return Files.move(broken, aside);
        } catch (IOException e) {
          return broken;
        }
      }
    }
  }

  /// @throws IOException when the file or its copy could not be written; each holds what it held
  ///   before, or all of the new text
  void write(String text) throws IOException {
    write(file, text);
    write(copy, text);
    OwnerOnlyFiles.syncFolder(file);
  }

  private static void write(Path place, String text) throws IOException {
    Path to = behindLinks(place);
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    OwnerOnlyFiles.create(fresh);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path behindLinks(Path place) throws IOException {
    Path end = place;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(end); i++) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    if (Files.isSymbolicLink(end)) {
      throw new FileSystemLoopException(place.toString());
    }
    return end;
  }

  /// Removes both.
  void delete() throws IOException {
    Files.deleteIfExists(copy);
    Files.deleteIfExists(file);
  }
}
