import java.io.IOException;
import java.nio.file.Path;
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

  private RuntimeImage() {}

  static void make(Path to) throws IOException, InterruptedException {
    Commands.run(
        List.of(
            Commands.jdk("jlink"),
            "--add-modules",
            String.join(",", MODULES),
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
    withoutCommands(to);
  }

  /// Of its commands only `java` stays.
  private static void withoutCommands(Path to) throws IOException {
    for (String command : List.of("keytool", "jwebserver", "jfr")) {
      java.nio.file.Files.deleteIfExists(to.resolve("bin").resolve(command));
    }
  }

  /// Where this Java looks for native libraries first.
  static Path libraries(Path runtime) {
    return runtime.resolve(System.getProperty("os.name").startsWith("Windows") ? "bin" : "lib");
  }
}
