package dev.pollux.app.window;

import dev.pollux.settings.Appearance;
import dev.pollux.ui.kit.AppTheme;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;

/// Theme, contrast and motion of all windows, as the person and the desktop have them. FX thread.
public final class WindowTheme {
  private final Supplier<Appearance> chosen;
  private final WindowMotion motion = new WindowMotion();
  private @Nullable WindowLook shown;

  /// @param chosen what the person chose, now
  public WindowTheme(Supplier<Appearance> chosen) {
    this.chosen = chosen;
  }

  /// Shows it from now on, in windows, pop-overs and menus that are opened later too. What the
  /// person changes in the desktop holds here at once.
  public void follow() {
    motion.follow();
    PopupGround.follow();
    Platform.getPreferences().addListener((InvalidationListener) _ -> show());
    show();
  }

  /// Shows what holds now, where that is anything new.
  public void show() {
    WindowLook look = WindowLook.of(chosen.get(), SystemLook.of(Platform.getPreferences()));
    if (look.equals(shown)) {
      return;
    }
    shown = look;
    AppTheme.theme(look.dark(), look.contrast());
    motion.show(look.still());
  }
}
