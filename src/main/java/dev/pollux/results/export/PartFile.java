package dev.pollux.results.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file that is written before it gets the name that was asked for. It lies beside that name,
/// hidden, and says by its own name which process writes it, so that what a process left that was
/// killed is known for what it is.
record PartFile(Path file) {
  private static final String ENDING = ".part";

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
    return "." + target.getFileName() + ".";
  }

  /// Deletes what processes left that are gone, and what their writers had put beside it. What
  /// cannot be deleted stays: it is in nobody's way.
  static void sweep(Path target) throws IOException {
    Pattern left =
        Pattern.compile(
            Pattern.quote(prefix(target)) + "(\\d{1,18})-[0-9a-f]{32}" + Pattern.quote(ENDING) + ".*");
    try (DirectoryStream<Path> beside =
        Files.newDirectoryStream(
            target.toAbsolutePath().getParent(), file -> left.matcher(name(file)).matches())) {
      for (Path file : beside) {
        Matcher name = left.matcher(name(file));
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          file.toFile().delete();
        }
      }
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
