package dev.pollux.app.child;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The sandbox's process did not come up. The message is what it said itself, for the details.
public final class SandboxNotStarted extends IOException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /// Why.
  public enum Reason {
    /// No process could be made.
    NO_PROCESS,
    /// It ended before it was ready.
    ENDED,
    /// Another sandbox has the data.
    IN_USE,
    /// It was not ready in time.
    SILENT
  }

  public SandboxNotStarted(Reason reason, String said, @Nullable Throwable cause) {
    super(said, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
