package dev.pollux.app.child;

import dev.pollux.cli.sandbox.SandboxAddress;
import java.io.IOException;

/// Who runs the sandbox that this process uses.
public interface SandboxHost extends AutoCloseable {
  /// Begins to start it, if it was not, and returns. A failure is told by the next [#address()].
  void prepare();

  /// Where it serves; starts it, if it was not, and waits.
  ///
  /// @throws IOException when it cannot be started; the next call tries again
  SandboxAddress address() throws IOException, InterruptedException;

  /// Ends it. Returns when its data are free.
  @Override
  void close();
}
