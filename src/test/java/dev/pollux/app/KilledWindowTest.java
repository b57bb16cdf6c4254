package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.child.SandboxLaunch;
import dev.pollux.app.sandbox.WindowSandbox;
import dev.pollux.settings.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a window: its sandbox ends too, and the next window has the data at once.
class KilledWindowTest {
  private static final int MINUTES = 2;
  @TempDir private Path folder;

  @Test
  void takesItsSandboxWithIt() throws Exception {
    DataDirectory data = DataDirectory.of(Optional.of(folder.resolve("data")));
    Process window = start(data.root());
    ProcessHandle sandbox;
    try {
      sandbox = serving(window, data);
    } finally {
      window.destroyForcibly().waitFor();
    }
    try (WindowSandbox next =
        WindowSandbox.beside(SandboxLaunch.likeThis(data.root()), Clock.systemUTC())) {
      next.prepare();
      sandbox.onExit().get(5, TimeUnit.SECONDS);
      assertThat(next.address().token()).isNotEmpty();
    } finally {
      sandbox.destroyForcibly();
    }
  }

  /// The tour, which does what a window does and needs no display.
  private Process start(Path data) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "dev.pollux.Main",
            "tour",
            folder.resolve("tour").toString(),
            "--data",
            data.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile())
        .start();
  }

  /// The window's only child, once it holds its data and has made its file.
  private ProcessHandle serving(Process window, DataDirectory data) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (System.nanoTime() < end && window.isAlive()) {
      List<ProcessHandle> children = window.children().toList();
      if (!children.isEmpty() && Files.exists(data.sandbox().resolve("sandbox.duckdb"))) {
        return children.getFirst();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError(
        "no sandbox came up: " + Files.readString(folder.resolve("output.txt")));
  }
}
