package dev.pollux.app.window;

import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/// What moves by itself does so in every window, pop-over and menu of the program alike, or in
/// none. FX thread.
public final class WindowMotion {
  private boolean still;

  /// Those that are opened from now on, too.
  public void follow() {
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::tell);
                  }
                });
  }

  public void show(boolean now) {
    still = now;
    Window.getWindows().forEach(this::tell);
  }

  private void tell(Window window) {
    if (window.getScene() != null) {
      window.getScene().getPreferences().setReducedMotion(still);
    }
  }
}
