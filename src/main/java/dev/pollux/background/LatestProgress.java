package dev.pollux.background;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings progress to the screens. It may be told thousands of times a second: one update is under
/// way at a time, and it shows the latest.
public final class LatestProgress implements Progress {
  private final Consumer<Runnable> screen;
  private final Progress shown;
  private final AtomicReference<@Nullable Told> latest = new AtomicReference<>();

  private record Told(long done, long total) {}

  /// @param screen runs an action on the thread of the screens
  /// @param shown is called on that thread
  public LatestProgress(Consumer<Runnable> screen, Progress shown) {
    this.screen = screen;
    this.shown = shown;
  }

  @Override
  public void update(long done, long total) {
    if (latest.getAndSet(new Told(done, total)) == null) {
      screen.accept(this::show);
    }
  }

  private void show() {
    Told told = latest.getAndSet(null);
    if (told != null) {
      shown.update(told.done(), told.total());
    }
  }
}
