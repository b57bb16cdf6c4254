package dev.pollux.app.tour;

import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pollux tour-past --data DIR`: puts the jobs of earlier days where a tour begins. In a process
/// of its own, so that the tour's window starts as cold as any.
@Command(name = "tour-past", hidden = true, description = "Makes jobs of earlier days for a tour.")
public final class TourPast implements Callable<Integer> {
  private static final int PATIENCE_S = 120;

  private static final String SQLITE = "org.sqlite.lib.path";

  @Option(names = "--data", required = true, paramLabel = "DIR")
  private @Nullable Path data;

  /// What became of them.
  ///
  /// @param there whether a tour finds them
  /// @param took what making them took: no part of the start of the tour's window
  public record Made(boolean there, Duration took) {
    /// Nothing was asked for, and nothing waited for.
    public static final Made NONE = new Made(false, Duration.ZERO);
  }

  /// Has another process make them: the tour's window is to start as cold as any.
  public static Made make(Path data) throws IOException, InterruptedException {
    Instant begin = Instant.now();
    boolean there = run(data);
    return new Made(there, Duration.between(begin, Instant.now()));
  }

  private static boolean run(Path data) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    // Installed, SQLite's library lies outside of its jar.
    Optional.ofNullable(System.getProperty(SQLITE))
        .ifPresent(where -> command.add("-D" + SQLITE + "=" + where));
    command.addAll(List.of("dev.pollux.Main", "tour-past", "--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process past =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (past.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      return past.exitValue() == 0;
    }
    past.destroyForcibly();
    return false;
  }

  @Override
  public Integer call() throws Exception {
    // On one thread: where several log first at once, it prints that it had to replay them.
    var _ = LoggerFactory.getILoggerFactory();
    TourRuns.make(DataDirectory.of(Optional.of(Objects.requireNonNull(data))));
    return 0;
  }
}
