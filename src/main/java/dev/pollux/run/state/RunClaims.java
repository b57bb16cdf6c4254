package dev.pollux.run.state;

import dev.pollux.domain.job.RunId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Who moves which run on, in this process: one at a time for each run. Belongs to the open
/// journal, not to a connection, so that a connection that follows another does not settle what the
/// first is still sending. Thread-safe.
public final class RunClaims {
  private final Set<RunId> held = new HashSet<>();

  /// Lets the run go.
  public interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits until nobody else has the run.
  public synchronized Claim take(RunId run) throws InterruptedException {
    while (!held.add(run)) {
      wait();
    }
    return () -> release(run);
  }

  /// Empty when somebody has the run.
  public synchronized Optional<Claim> tryTake(RunId run) {
    return held.add(run) ? Optional.of(() -> release(run)) : Optional.empty();
  }

  /// Whether somebody has the run, most likely because it is being sent.
  public synchronized boolean isHeld(RunId run) {
    return held.contains(run);
  }

  private synchronized void release(RunId run) {
    held.remove(run);
    notifyAll();
  }
}
