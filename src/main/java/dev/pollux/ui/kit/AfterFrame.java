package dev.pollux.ui.kit;

import javafx.animation.AnimationTimer;

/// Does something once the next frame is painted, with all that was changed before it. FX thread
/// only.
public final class AfterFrame {
  private AfterFrame() {}

  /// The first call of the timer comes before the next frame, the second when that is painted.
  public static void run(Runnable action) {
    new AnimationTimer() {
      private boolean painted;

      @Override
      public void handle(long now) {
        if (painted) {
          stop();
          action.run();
        }
        painted = true;
      }
    }.start();
  }
}
