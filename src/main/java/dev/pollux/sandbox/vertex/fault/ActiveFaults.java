package dev.pollux.sandbox.vertex.fault;

import com.google.rpc.Code;
import dev.pollux.sandbox.vertex.wire.Refusal;

/// The faults that are switched on now, and the counting that makes them deterministic: of 100
/// calls at 5 % every twentieth fails.
public final class ActiveFaults {
  private Faults faults = Faults.NONE;
  private long calls;

  public synchronized Faults get() {
    return faults;
  }

  public synchronized void set(Faults next) {
    faults = next;
    calls = 0;
  }

  /// Turns the call down when its time has come.
  public synchronized void beforeCall() {
    calls++;
    if (due(faults.quotaPercent())) {
      throw new Refusal(
          Code.RESOURCE_EXHAUSTED,
          "Resource exhausted. Please try again later. Please refer to https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429 for more details.");
    }
    if (due(faults.unavailablePercent())) {
      throw new Refusal(Code.UNAVAILABLE, "The service is currently unavailable.");
    }
  }

  private boolean due(double percent) {
    return Math.floor(calls * percent / 100) > Math.floor((calls - 1) * percent / 100);
  }

  /// After a job was made: the reply may get lost.
  public synchronized void afterCreate() {
    if (faults.loseCreateReplies() > 0) {
      faults =
          new Faults(
              faults.slowFactor(),
              faults.rowFailurePercent(),
              faults.quotaPercent(),
              faults.unavailablePercent(),
              faults.loseCreateReplies() - 1,
              faults.pendingSeconds());
      throw new Refusal(Code.UNAVAILABLE, "io exception: connection reset by peer");
    }
  }
}
