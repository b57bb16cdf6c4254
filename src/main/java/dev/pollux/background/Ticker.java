package dev.pollux.background;

import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import javafx.util.Duration;

/// Does something about once a second on the FX thread, such as saying how long ago something was.
///
/// No animation: one that goes on has JavaFX lay out and draw sixty times a second, also where it
/// does something only once a second. FX thread only.
public final class Ticker {
  private final Seconds seconds;

  /// @param tick must be quick
  public Ticker(Runnable tick) {
    this.seconds = new Seconds(tick);
  }

  /// Ticks until it is stopped; the first time at once. May be started again.
  public void start() {
    seconds.restart();
  }

  public void stop() {
    seconds.cancel();
  }

  private static final class Seconds extends ScheduledService<Boolean> {
    private final Runnable tick;

    Seconds(Runnable tick) {
      this.tick = tick;
      setPeriod(Duration.seconds(1));
    }

    @Override
    protected Task<Boolean> createTask() {
      return new Task<>() {
        @Override
        protected Boolean call() {
          return true;
        }
      };
    }

    @Override
    protected void succeeded() {
      super.succeeded();
      tick.run();
    }
  }
}
