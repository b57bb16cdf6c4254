package dev.pollux.background;

import org.jspecify.annotations.Nullable;

/// Lets only the newest of several tasks reach the screen: starting one cancels the one before,
/// whose `andFinally` is called before the new one starts.
public final class LatestOnly {
  private Background.@Nullable Started current;

  public <T> void start(Background.Pending<T> task) {
    cancel();
    current = task.start();
  }

  public void cancel() {
    if (current != null) {
      current.cancel();
      current = null;
    }
  }
}
