package dev.pollux.background;

import java.time.Duration;

/// The threads that a [TaskRunner] puts its tasks on: those that may block, and the one that owns
/// the screens. A test has its own, and decides what runs when.
public interface Threads {
  /// Runs `work` where it may block, after a pause.
  void work(Runnable work, Duration pause);

  /// Runs `update` on the thread of the screens, in the order of the calls. May be called from any
  /// thread.
  void screen(Runnable update);

  /// Interrupts what works and takes no more.
  void close();
}
