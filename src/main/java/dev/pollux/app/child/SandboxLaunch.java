package dev.pollux.app.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the sandbox's process is started: with the Java, the class path and the flags of this one.
///
/// @param java the command
/// @param classPath as the JVM takes it
/// @param cache of loaded classes, as `pollux-train` makes it
/// @param data the data directory
public record SandboxLaunch(Path java, String classPath, Optional<Path> cache, Path data) {
  /// Set by the launcher script where there is a cache.
  private static final String CACHE = "pollux.aot";

  /// The variable by which the token travels: everybody on a machine can read arguments.
  static final String TOKEN = "POLLUX_SANDBOX_TOKEN";

  /// As this process runs.
  public static SandboxLaunch likeThis(Path data) {
    return new SandboxLaunch(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        Optional.ofNullable(System.getProperty(CACHE)).map(Path::of),
        data);
  }

  ProcessBuilder at(SandboxPlace place) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-XX:+UseSerialGC",
            // It comes up while the window does, on as many processors: the second compiler would
            // take its third of them, and what takes long here is the engine, which is compiled.
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=96m",
            // What its engine holds is bounded elsewhere: 2 GiB, outside of the heap.
            "-Xms32m",
            "-Xmx1g"));
    // At the address it was made for: moved elsewhere, each of its pages would be this process's
    // own.
    cache.ifPresent(file ->
        command.addAll(
            List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:AOTCache=" + file)));
    command.addAll(List.of("dev.pollux.Main", "sandbox", "--with-window"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of("--port", Integer.toString(place.restPort())));
    command.addAll(List.of("--grpc-port", Integer.toString(place.grpcPort())));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Not an argument: it is long, and hides in a list of processes what this one is.
    builder.environment().put("CLASSPATH", classPath);
    builder.environment().put(TOKEN, place.token());
    return builder;
  }
}
