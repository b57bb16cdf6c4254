package dev.pollux.app.window;

import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// What pop-overs and menus stand on where the desktop cannot show through windows: JavaFX paints
/// them on white there, which glares around dark ones. They take the ground of the window that they
/// belong to. FX thread.
public final class PopupGround {
  private PopupGround() {}

  /// For all that are shown from now on.
  public static void follow() {
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      Window.getWindows()
          .addListener(
              (ListChangeListener<Window>)
                  change -> {
                    while (change.next()) {
                      change.getAddedSubList().forEach(PopupGround::fill);
                    }
                  });
    }
  }

  static void fill(Window window) {
    if (window instanceof PopupWindow popup) {
      below(popup)
          .map(Window::getScene)
          .map(Scene::getRoot)
          .filter(Region.class::isInstance)
          .map(root -> ((Region) root).getBackground())
          .map(Background::getFills)
          .filter(fills -> !fills.isEmpty())
          .map(fills -> fills.getLast())
          .map(BackgroundFill::getFill)
          .ifPresent(popup.getScene()::setFill);
    }
  }

  /// The window that a pop-up belongs to, also where that is one of another pop-up.
  private static Optional<Window> below(PopupWindow popup) {
    Window owner = popup.getOwnerWindow();
    return owner instanceof PopupWindow other ? below(other) : Optional.ofNullable(owner);
  }
}
