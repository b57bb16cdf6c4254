package dev.pollux.background;

import java.time.Duration;
import java.util.function.Consumer;

/// The only door between threads. Called on the FX thread; `work` runs elsewhere; the callbacks are
/// called on the FX thread again.
///
/// What is true of every task: it ends once, so at most one of its callbacks is called, and a task
/// that was cancelled never answers, also when its work was done already and only the answer was on
/// its way. An exception that a callback throws goes to the room of feedback.
public interface Background {
  /// Describes a task that nobody sees, and that only who starts it can cancel. Nothing runs before
  /// [Pending#start()].
  <T> Pending<T> task(Work<T> work);

  /// Describes a task whose name is shown to people while it runs, with a button that stops it. So
  /// it has to say first what becomes of the screen when it is stopped.
  <T> Named<T> named(String name, Work<T> work);

  /// Runs a small update of a screen on the FX thread, soon. May be called from any thread.
  void show(Runnable update);

  /// Has work done that leaves what it makes where `done` finds it.
  default Started aside(Runnable work, Runnable done, Consumer<Exception> failed) {
    return task(
            _ -> {
              work.run();
              return true;
            })
        .onSuccess(_ -> done.run())
        .onFailure(failed)
        .start();
  }

  /// A task with a name that has not said yet what becomes of it when it is stopped.
  interface Named<T> {
    /// What it makes or sends, a file, a table or a job, is not there or not whole where it is
    /// stopped: who closes the window, or leaves its screens for others, is asked first.
    Named<T> worthWaiting();

    /// `action` is called when somebody else than its owner ends the task: the person stopped it in
    /// the status bar, or the connection that it belongs to was left. It is not called by
    /// [Started#cancel()]: whoever calls that knows.
    Pending<T> onCancelled(Runnable action);
  }

  /// A task that has not started.
  interface Pending<T> {
    /// The work begins so much later. A cancel in between ends the task as at any other time.
    Pending<T> delayed(Duration pause);

    Pending<T> onSuccess(Consumer<T> action);

    /// Without it a failure goes to the room of feedback, never to silence.
    Pending<T> onFailure(Consumer<Exception> action);

    /// Called last and once, after success, failure, and any kind of cancellation.
    Pending<T> andFinally(Runnable action);

    Started start();
  }

  /// A task that was started.
  interface Started {
    /// Interrupts the work. Of all callbacks only `andFinally` is called, before this returns; none
    /// at all where the task has ended already.
    void cancel();
  }
}
