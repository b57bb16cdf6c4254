package dev.pollux.app.child;

import dev.pollux.cli.sandbox.SandboxAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One process of the sandbox.
interface ChildProcess extends AutoCloseable {
  /// Where it serves, as soon as it says so.
  ///
  /// @throws SandboxNotStarted when it ends before, or is not ready within `patience`
  SandboxAddress address(Duration patience) throws SandboxNotStarted, InterruptedException;

  /// Its exit code, once it has one. 128 and more tell the signal: 137 is a `kill -9`, 134 and 139
  /// are crashes of native code.
  CompletableFuture<Integer> ended();

  /// What it wrote last to standard error.
  String said();

  long pid();

  /// Ends it: first in peace, then by force. Returns when it is gone.
  @Override
  void close();
}
