import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs commands, and says what they said when they fail.
final class Commands {
  private Commands() {}

  /// Whether a command is on the PATH.
  static boolean present(String name) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /// A tool of the JDK that runs this.
  static String jdk(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    run(command, Map.of());
  }

  static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ":\n" + said);
    }
  }

  static void deleteAll(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    for (Path path : tree(root).reversed()) {
      Files.delete(path);
    }
  }

  /// A folder and all in it, folders first, always in the same order.
  static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.comparing(Path::toString)).toList();
    }
  }

  static void copyAll(Path from, Path to) throws IOException {
    for (Path path : tree(from)) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        copy(path, copy);
      }
    }
  }

  static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(
          from,
          to,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
          java.nio.file.LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
