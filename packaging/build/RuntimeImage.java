import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Java that goes with the application: the modules it needs, and `java`, by which the sandbox is started.
final class RuntimeImage {
  /// What jdeps finds in the jars, and below it what nothing names: found by service or by name at run time.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.xml",
          "jdk.httpserver",
          "jdk.jfr",
          "jdk.unsupported",
          // screen readers on Windows
          "jdk.accessibility",
          // credentials of machines, TLS with elliptic curves
          "jdk.crypto.ec",
          "java.security.jgss",
          // names of months and numbers in French
          "jdk.localedata",
          // gRPC's names, keep-alive of sockets
          "jdk.naming.dns",
          "jdk.net",
          // exported files
          "jdk.zipfs");

  /// Libraries of AWT's windows, fonts and sounds; of AWT only pictures that are written into a file are used.
  private static final List<String> LIBRARIES_LEFT_OUT =
      List.of("awt_xawt", "splashscreen", "jsound", "fontmanager", "freetype", "mlib_image");

  private RuntimeImage() {}

  /// Encodings of files that are imported: on Linux those that Pollux offers stand in java.base.
  private static final String ENCODINGS = "jdk.charsets";

  static void make(Path to) throws IOException, InterruptedException {
    boolean linux = System.getProperty("os.name").equals("Linux");
    List<String> command =
        new ArrayList<>(
            List.of(
            Commands.jdk("jlink"),
            "--add-modules",
            String.join(",", MODULES) + (linux ? "" : "," + ENCODINGS),
            "--include-locales",
            "en,fr",
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--vm",
            "server",
            "--compress",
            "zip-9",
            "--output",
            to.toString()));
    if (linux) { // on Windows screen readers hear Swing's bridge; and nowhere else was it tried
      Path leftOut = Files.createTempFile("pollux-left-out", ".txt");
      UnusedPackages.list(leftOut);
      command.add("--exclude-resources=@" + leftOut); // one word: alone, jlink would read the file as its own arguments
    }
    Commands.run(command);
    withoutCommands(to);
    if (linux) {
      for (String name : LIBRARIES_LEFT_OUT) {
        Files.deleteIfExists(libraries(to).resolve(System.mapLibraryName(name)));
      }
    }
  }

  /// Of its commands only `java` stays.
  private static void withoutCommands(Path to) throws IOException {
    for (String command : List.of("keytool", "jwebserver", "jfr")) {
      Files.deleteIfExists(to.resolve("bin").resolve(command));
    }
  }

  /// Where this Java looks for native libraries first.
  static Path libraries(Path runtime) {
    return runtime.resolve(System.getProperty("os.name").startsWith("Windows") ? "bin" : "lib");
  }
}
