package dev.pollux.app;

import dev.pollux.sandbox.Sandbox;
import dev.pollux.ui.connection.SandboxControls;

/// The running sandbox, as the connection panel turns it.
record SandboxFaults(Sandbox sandbox) implements SandboxControls {
  @Override
  public String restUrl() {
    return sandbox.restUrl();
  }

  @Override
  public SandboxControls.Faults faults() {
    dev.pollux.sandbox.vertex.Faults now = sandbox.faults();
    return new SandboxControls.Faults(
        now.slowFactor(),
        now.rowFailurePercent(),
        now.quotaPercent(),
        now.unavailablePercent(),
        now.loseCreateReplies());
  }

  @Override
  public void setFaults(SandboxControls.Faults wanted) {
    sandbox.setFaults(
        new dev.pollux.sandbox.vertex.Faults(
            wanted.slowFactor(),
            wanted.rowPercent(),
            wanted.quotaPercent(),
            wanted.unavailablePercent(),
            wanted.lostReplies(),
            sandbox.faults().pendingSeconds()));
  }
}
