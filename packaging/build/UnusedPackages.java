import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Comparator;
import java.util.stream.Stream;

/// What is left out of Java's modules that stay: Swing, AWT's windows, sound, and transformations of XML, which nothing of ours reaches
/// (decision 0086). A module promises its packages, so that the smallest class of each stays.
final class UnusedPackages {
  private static final List<String> ROOTS =
      List.of(
          "java.desktop/javax/swing",
          "java.desktop/com/sun/java/swing",
          "java.desktop/sun/swing",
          "java.desktop/sun/awt/X11",
          "java.desktop/javax/sound",
          "java.desktop/com/sun/media/sound",
          "java.desktop/java/awt/doc-files",
          "java.xml/com/sun/org/apache/xalan/internal/xsltc",
          "java.xml/com/sun/org/apache/bcel");

  private UnusedPackages() {}

  /// Writes their classes into a file, as jlink's `--exclude-resources` reads it.
  static void list(Path to) throws IOException {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    List<String> lines = new ArrayList<>();
    for (String root : ROOTS) {
      try (Stream<Path> all = Files.walk(modules.resolve(root))) {
        for (Path folder : all.filter(Files::isDirectory).toList()) {
          files(folder).stream().skip(1).forEach(file -> lines.add("/" + modules.relativize(file)));
        }
      }
    }
    Files.write(to, lines);
  }

  /// The smallest class first.
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path file) -> !file.toString().endsWith(".class"))
                  .thenComparing(UnusedPackages::size)
                  .thenComparing(Path::toString))
          .toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
