package dev.pollux.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How Pollux is started here: the packaged image where one is built, with its own Java and the
/// JVM's cache, else the classes as they are.
///
/// @param name how figures call it
/// @param command what comes before its arguments
/// @param java of the same kind, for what it is held against
/// @param jars the class path of the same kind
record PolluxProcess(String name, List<String> command, Path java, String jars) {
  private static final Path IMAGE = Path.of("target/package/image/pollux").toAbsolutePath();

  static PolluxProcess here() {
    Path launcher = IMAGE.resolve("bin/pollux");
    if (Files.isExecutable(launcher) && Files.exists(IMAGE.resolve("lib/app/pollux.aot"))) {
      return new PolluxProcess(
          "packaged",
          List.of(launcher.toString()),
          IMAGE.resolve("lib/runtime/bin/java"),
          IMAGE.resolve("lib/app") + "/*");
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    return new PolluxProcess(
        "from classes, no image is built",
        List.of(
            java.toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=192m",
            "-Xms64m",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000",
            "-cp",
            classes,
            "dev.pollux.Main"),
        java,
        classes);
  }

  List<String> with(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }

  /// A window with nothing in it but what JavaFX and the theme bring.
  List<String> bareShell() {
    return List.of(
        java.toString(),
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-cp",
        ownClasses() + ":" + jars,
        BareShell.Start.class.getName());
  }

  /// A folder of its own for a bench, which goes with the build's.
  static Path folder(String name) throws IOException {
    Path benches = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
    return Files.createTempDirectory(benches, name);
  }

  /// Where the classes of the benches are: not in the image.
  private static Path ownClasses() {
    return Path.of(
        URI.create(BareShell.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
