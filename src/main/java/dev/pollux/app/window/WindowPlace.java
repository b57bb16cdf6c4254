package dev.pollux.app.window;

import dev.pollux.settings.WindowBounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window is, and was. FX thread only, but for [#within].
public final class WindowPlace {
  private final Stage stage;
  private Optional<WindowBounds> normal;

  private WindowPlace(Stage stage, Optional<WindowBounds> normal) {
    this.stage = stage;
    this.normal = normal;
  }

  /// Where a window goes that was at `wanted`: onto the screen that shows most of it, moved and
  /// made smaller until all of it is seen; into the middle of the first one if none shows any.
  ///
  /// @param screens what is free of bars and docks on each; the main screen first
  static WindowBounds within(WindowBounds wanted, List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .max(Comparator.comparingDouble(s -> shown(wanted, s)))
            .filter(s -> shown(wanted, s) > 0)
            .orElse(screens.getFirst());
    double width = Math.min(wanted.width(), screen.getWidth());
    double height = Math.min(wanted.height(), screen.getHeight());
    boolean seen = shown(wanted, screen) > 0;
    return new WindowBounds(
        seen
            ? Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width)
            : screen.getMinX() + (screen.getWidth() - width) / 2,
        seen
            ? Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height)
            : screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height,
        wanted.maximized());
  }

  private static double shown(WindowBounds window, Rectangle2D screen) {
    double width =
        Math.min(window.x() + window.width(), screen.getMaxX())
            - Math.max(window.x(), screen.getMinX());
    double height =
        Math.min(window.y() + window.height(), screen.getMaxY())
            - Math.max(window.y(), screen.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }

  /// The least size of a window that must fit on each of these screens: less than is wanted where
  /// one is small, as at a scale of 200 %.
  static Dimension2D least(double width, double height, List<Rectangle2D> screens) {
    return new Dimension2D(
        screens.stream().mapToDouble(Rectangle2D::getWidth).reduce(width, Math::min),
        screens.stream().mapToDouble(Rectangle2D::getHeight).reduce(height, Math::min));
  }

  /// Puts the window where it was, as far as there are screens, and shows it. From then on `keep`
  /// hears where it is whenever that changes.
  public static void show(Stage stage, Optional<WindowBounds> last, Consumer<WindowBounds> keep) {
    Optional<WindowBounds> fitting = last.map(window -> within(window, screens()));
    WindowPlace place = new WindowPlace(stage, fitting);
    Dimension2D least = least(stage.getMinWidth(), stage.getMinHeight(), screens());
    stage.setMinWidth(least.getWidth());
    stage.setMinHeight(least.getHeight());
    fitting.ifPresent(window -> {
      place.put(window);
      stage.setMaximized(window.maximized());
    });
    stage.show();
    if (fitting.isEmpty()) {
      place.put(within(place.now(), screens())); // the first window may be larger than the screen
    }
    // Later: when a window is maximized, its new size may be heard of before that it is.
    InvalidationListener moved = _ -> Platform.runLater(() -> place.moved(keep));
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.maximizedProperty().addListener(moved);
  }

  private void put(WindowBounds window) {
    stage.setX(window.x());
    stage.setY(window.y());
    stage.setWidth(window.width());
    stage.setHeight(window.height());
  }

  private WindowBounds now() {
    return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  private void moved(Consumer<WindowBounds> keep) {
    if (!stage.isShowing() || stage.isIconified()) {
      return;
    }
    boolean maximized = stage.isMaximized();
    if (!maximized && stage.getWidth() > 0 && stage.getHeight() > 0) {
      normal = Optional.of(now());
    }
    normal.ifPresent(
        w -> keep.accept(new WindowBounds(w.x(), w.y(), w.width(), w.height(), maximized)));
  }

  private static List<Rectangle2D> screens() {
    Screen main = Screen.getPrimary();
    return Stream.concat(
            Stream.of(main), Screen.getScreens().stream().filter(screen -> !screen.equals(main)))
        .map(Screen::getVisualBounds)
        .toList();
  }
}
