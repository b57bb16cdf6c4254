import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Figures, printed and kept in a file.
record Figures(Path file) {
  void start(Build build) throws IOException {
    String machine =
        "%s %s, %d processors"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    Files.writeString(
        file, "# Pollux " + build.version() + "\n\n" + machine + ", " + java.time.LocalDate.now() + "\n\n");
  }

  void say(String what, String value) throws IOException {
    tell(what + ": " + value);
    Files.writeString(
        file,
        "- " + what + ": " + value + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /// The bytes of a file, or of all files in a folder, in millions.
  void size(String what, Path path) throws IOException {
    long bytes = 0;
    for (Path each : Commands.tree(path)) {
      bytes += Files.isRegularFile(each, java.nio.file.LinkOption.NOFOLLOW_LINKS) ? Files.size(each) : 0;
    }
    say(what, "%.1f MB".formatted(bytes / 1e6));
  }

  static void tell(String line) {
    System.out.println(line);
  }
}
