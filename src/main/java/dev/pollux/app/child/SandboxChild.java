package dev.pollux.app.child;

import dev.pollux.app.child.SandboxNotStarted.Reason;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cli.sandbox.SandboxCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One process of the sandbox. It ends when its standard input does, which this process holds: so
/// it ends with it, whatever ends this one.
final class SandboxChild implements ChildProcess {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxChild.class);
  private static final long TO_END_SECONDS = 5;
  private static final int LINES_KEPT = 20;
  private final Process process;
  private final Deque<String> said = new ArrayDeque<>();
  private final CompletableFuture<@Nullable String> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> heardAll = new CompletableFuture<>();

  private SandboxChild(Process process) {
    this.process = process;
  }

  static SandboxChild spawn(ProcessBuilder how) throws SandboxNotStarted {
    try {
      SandboxChild child = new SandboxChild(how.start());
      read(child.process.getErrorStream(), child::hear, () -> child.heardAll.complete(true));
      read(child.process.getInputStream(), child::read, () -> child.ready.complete(null));
      return child;
    } catch (IOException e) {
      throw new SandboxNotStarted(Reason.NO_PROCESS, String.valueOf(e.getMessage()), e);
    }
  }

  /// A thread of its own for each pipe: one that nobody empties holds up who writes.
  private static void read(InputStream from, Consumer<String> line, Runnable end) {
    Thread.ofPlatform()
        .daemon()
        .name("sandbox-output")
        .start(() -> {
          try (BufferedReader lines =
              new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line);
          } catch (IOException | UncheckedIOException e) {
            LOG.debug("The pipe broke: its process has ended", e);
          } finally {
            end.run();
          }
        });
  }

  /// Its one line of JSON; whatever else is printed there is for people.
  private void read(String line) {
    if (ready.isDone() || !line.startsWith("{")) {
      hear(line);
    } else {
      ready.complete(line);
    }
  }

  private void hear(String line) {
    LOG.warn("sandbox: {}", line);
    synchronized (said) {
      said.addLast(line);
      if (said.size() > LINES_KEPT) {
        said.removeFirst();
      }
    }
  }

  @Override
  public String said() {
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  @Override
  public SandboxAddress address(Duration patience) throws SandboxNotStarted, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      String line = ready.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (line != null) {
        return SandboxAddress.read(line);
      }
      // Without its line it is about to end, and what it says last may still be on its way.
      heardAll.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      int code = process.waitFor();
      throw new SandboxNotStarted(
          code == SandboxCommand.IN_USE ? Reason.IN_USE : Reason.ENDED,
          said().isEmpty() ? "exit code " + code : said(),
          null);
    } catch (TimeoutException e) {
      throw new SandboxNotStarted(Reason.SILENT, said(), e);
    } catch (ExecutionException | SandboxAddress.NotReady e) {
      throw new SandboxNotStarted(Reason.ENDED, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("It has ended already", e);
    }
    boolean interrupted = false;
    try {
      if (process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      interrupted = true;
    }
    process.destroyForcibly().onExit().join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
