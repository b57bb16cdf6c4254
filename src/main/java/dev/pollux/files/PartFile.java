package dev.pollux.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The file that is written before it gets the name that was asked for. It lies beside that name,
/// hidden, and says by its own name which process writes it, so that what a process left that was
/// killed is known for what it is.
record PartFile(Path file) {
  private static final String ENDING = ".part";

  /// A name has 255 bytes at most, and ours is longer than the one that was asked for, as are those
  /// of what a writer puts beside it.
  private static final int MOST_BYTES = 160;

  static PartFile beside(Path target) {
    return new PartFile(
        target.resolveSibling(
            prefix(target)
                + ProcessHandle.current().pid()
                + "-"
                + UUID.randomUUID().toString().replace("-", "")
                + ENDING));
  }

  private static String prefix(Path target) {
    String name = name(target);
    if (bytes(name) <= MOST_BYTES) {
      return "." + name + ".";
    }
    int end = name.length();
    while (bytes(name.substring(0, end)) > MOST_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return "." + name.substring(0, end) + "~" + Integer.toHexString(name.hashCode()) + ".";
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Deletes what processes left that are gone, and what their writers had put beside it. What
  /// cannot be deleted stays: it is in nobody's way.
  static void sweep(Path target) {
    Pattern left =
        Pattern.compile(
            Pattern.quote(prefix(target))
                + "(\\d{1,18})-[0-9a-f]{32}"
                + Pattern.quote(ENDING)
                + ".*");
    for (Path file : hidden(target)) {
      Matcher name = left.matcher(name(file));
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        deleteFolder(file);
      }
    }
  }

  /// Deletes it, and what its writer has put beside it.
  void delete() {
    for (Path other : hidden(file)) {
      if (name(other).startsWith(name(file))) {
        deleteFolder(other);
      }
    }
    delete(file);
  }

  /// None where the folder cannot be listed, as one in which one may write only.
  private static List<Path> hidden(Path file) {
    try (Stream<Path> all = Files.list(file.toAbsolutePath().getParent())) {
      return all.filter(other -> name(other).startsWith(".")).toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  /// Deletes a folder in which a writer put what did not fit its memory, if there is one.
  private static void deleteFolder(Path folder) {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.toList().forEach(PartFile::delete);
      } catch (IOException | UncheckedIOException _) {
        return;
      }
    }
    delete(folder);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // Another process holds it, or it is a folder with something in it.
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
