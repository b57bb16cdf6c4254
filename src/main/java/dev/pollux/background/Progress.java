package dev.pollux.background;

/// Where a task says how far it is. May be called from any thread, as often as one likes.
@FunctionalInterface
public interface Progress {
  /// `total` is 0 where it is not known.
  void update(long done, long total);
}
