package dev.pollux.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A command of Pollux as a process of its own, as scripts start it.
public record CommandProcess(Process process, Path folder) {
  /// How it ended, and how many classes of JavaFX and of ours it loaded.
  public record Ended(int code, String out, String err, long fxClasses, long classes) {}

  /// @param folder where its output is put
  public static CommandProcess start(Path folder, List<String> args) throws IOException {
    return start(folder, Map.of(), args);
  }

  /// @param environment variables beside those of this process
  public static CommandProcess start(
      Path folder, Map<String, String> environment, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher does.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Duser.language=en", "-Dstdout.encoding=UTF-8"));
    command.add("-Xlog:class+load:file=" + folder.resolve("classes.txt"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pollux.Main"));
    command.addAll(args);
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    process.environment().putAll(environment);
    return new CommandProcess(process.start(), folder);
  }

  /// What it has printed so far.
  public String out() throws IOException {
    return Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
  }

  /// Waits until it has printed this, or has ended.
  public void awaitOut(String text) throws IOException, InterruptedException {
    while (process.isAlive() && !out().contains(text)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /// Waits for its end.
  public Ended end() throws IOException, InterruptedException {
    int code = process.waitFor();
    return new Ended(
        code,
        out(),
        Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8),
        loaded("javafx."),
        loaded("dev.pollux."));
  }

  private long loaded(String name) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("classes.txt"))) {
      return lines.filter(line -> line.contains("] " + name)).count();
    }
  }
}
