package dev.pollux.background;

import java.util.function.Consumer;

/// The only door between threads. Called on the FX thread; `work` runs elsewhere; the callbacks are
/// called on the FX thread again.
public interface Background {
  /// Describes a task; nothing runs before [Pending#start()]. The name is shown to people while it
  /// runs; an empty name keeps it out of sight.
  <T> Pending<T> task(String name, Work<T> work);

  /// Runs a small update of a screen on the FX thread, soon. May be called from any thread.
  void show(Runnable update);

  /// A task that has not started.
  interface Pending<T> {
    Pending<T> onSuccess(Consumer<T> action);

    /// Without it a failure goes to the room of feedback, never to silence.
    Pending<T> onFailure(Consumer<Exception> action);

    /// Called last, after success, failure and cancellation.
    Pending<T> andFinally(Runnable action);

    Started start();
  }

  /// A task that was started.
  interface Started {
    /// Interrupts the work; neither onSuccess nor onFailure will be called.
    void cancel();
  }
}
