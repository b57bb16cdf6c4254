package dev.pollux.app.child;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How often in a while something may be started again by itself: what ends at once each time would
/// else be started for ever. Not safe for several threads.
final class RestartLimit {
  private final int most;
  private final Duration within;
  private final Deque<Instant> taken = new ArrayDeque<>();

  RestartLimit(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  /// Takes one, if there is one left.
  boolean take(Instant now) {
    // A clock that was set back says nothing of how long ago that was.
    taken.removeIf(at -> at.isBefore(now.minus(within)) || at.isAfter(now));
    if (taken.size() == most) {
      return false;
    }
    taken.addLast(now);
    return true;
  }

  /// A person asked for it: all are there again.
  void reset() {
    taken.clear();
  }
}
