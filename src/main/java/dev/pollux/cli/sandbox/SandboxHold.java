package dev.pollux.cli.sandbox;

import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryHold;
import dev.pollux.settings.DirectoryInUse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Takes hold of the sandbox's data for this process.
public final class SandboxHold {
  /// A sandbox whose window was killed ends within five seconds; it is waited for.
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int BETWEEN_LOOKS_MS = 50;

  private SandboxHold() {}

  /// @param what the program that holds them, for who asks next
  /// @param patience how long one that is about to end is waited for
  /// @throws DirectoryInUse when another process holds them even then
  /// @throws IOException when the lock cannot be written
  public static DirectoryHold take(DataDirectory directory, String what, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return directory.holdSandbox(what);
      } catch (DirectoryInUse e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
      }
    }
  }
}
