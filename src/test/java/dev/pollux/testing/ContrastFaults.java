package dev.pollux.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Words that stand out too little from what is behind them, as WCAG 2.2 measures it (1.4.3 and
/// 1.4.11): 4.5 to 1, and 3 to 1 for icons and for large words (24 px, or 18 px and bold). The
/// ground is the colour that most of the pixels around a word have in the picture of the scene; the
/// colour of the word is its own, since small letters are drawn too thin to show it.
///
/// Exempt is what is disabled, as it is in WCAG, and what something else covers.
public final class ContrastFaults {
  private static final double LEAST = 4.5;
  private static final double LEAST_LARGE = 3;
  private final List<String> found = new ArrayList<>();
  private final int[] pixels;
  private final int width;
  private final int height;

  private final double least;

  private ContrastFaults(WritableImage picture, double least) {
    this.least = least;
    width = (int) picture.getWidth();
    height = (int) picture.getHeight();
    pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
  }

  /// On the FX thread, after the layout.
  public static List<String> of(Scene scene) {
    return of(scene, LEAST);
  }

  /// @param least what small words are held to
  public static List<String> of(Scene scene, double least) {
    ContrastFaults faults = new ContrastFaults(scene.snapshot(null), least);
    Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    faults.walk(scene.getRoot(), window, 1, List.of());
    return List.copyOf(faults.found);
  }

  private void walk(Node node, Bounds clip, double opacity, List<Bounds> covers) {
    double own = opacity * node.getOpacity();
    if (!node.isVisible() || own == 0 || node.isDisabled()) {
      return;
    }
    Bounds inside = clip;
    if (node.getClip() != null || node instanceof TextInputControl) {
      Bounds shown = node.getClip() == null ? node.getLayoutBounds() : clip(node);
      inside = common(clip, node.localToScene(shown));
    }
    if (inside.isEmpty()) {
      return;
    }
    if (node instanceof Text text) {
      measure(text, common(inside, text.localToScene(text.getLayoutBounds())), own, covers);
    } else if (node instanceof Parent parent) {
      List<Node> children = parent.getChildrenUnmodifiable();
      for (int i = 0; i < children.size(); i++) {
        walk(children.get(i), inside, own, covers(parent, i, covers));
      }
    }
  }

  private static Bounds clip(Node node) {
    return node.getClip().getBoundsInParent();
  }

  /// The layers that lie above a child.
  private static List<Bounds> covers(Parent parent, int child, List<Bounds> covers) {
    if (!(parent instanceof StackPane)) {
      return covers;
    }
    List<Bounds> all = new ArrayList<>(covers);
    List<Node> children = parent.getChildrenUnmodifiable();
    for (Node above : children.subList(child + 1, children.size())) {
      if (above instanceof Region region
          && region.isVisible()
          && region.getBackground() != null
          && region.getBackground().getFills().stream()
              .anyMatch(fill -> fill.getFill().isOpaque())) {
        all.add(region.localToScene(region.getLayoutBounds()));
      }
    }
    return all;
  }

  private static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    double w = Math.min(a.getMaxX(), b.getMaxX()) - x;
    double h = Math.min(a.getMaxY(), b.getMaxY()) - y;
    return new BoundingBox(x, y, w, h);
  }

  private void measure(Text text, Bounds at, double opacity, List<Bounds> covers) {
    boolean seen = at.getWidth() >= 3 && at.getHeight() >= 6;
    if (!seen
        || text.getText().isBlank()
        || !(text.getFill() instanceof Color fill)
        || covers.stream().anyMatch(cover -> cover.intersects(at))) {
      return;
    }
    Color ground = ground(at, text instanceof FontIcon);
    Color drawn = isRich(text) ? farthest(at, ground) : blend(ground, fill, opacity);
    double ratio = ratio(drawn, ground);
    double enough = text instanceof FontIcon || isLarge(text) ? LEAST_LARGE : least;
    if (ratio < enough) {
      found.add(
          String.format(
              "contrast %.1f, not %.1f: “%s” (%s on %s) of %s",
              ratio, enough, text.getText(), hex(drawn), hex(ground), owner(text)));
    }
  }

  private static Color blend(Color ground, Color fill, double opacity) {
    Color solid = new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), 1);
    return ground.interpolate(solid, fill.getOpacity() * opacity);
  }

  /// A rich text keeps lines that it does not draw any more, in the colours of another theme.
  private static boolean isRich(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getStyleClass().contains("rich-text-area")) {
        return true;
      }
    }
    return false;
  }

  /// The colour in a place that stands out most from its ground.
  private Color farthest(Bounds at, Color ground) {
    Color best = ground;
    int right = Math.min(width, (int) Math.ceil(at.getMaxX()));
    int bottom = Math.min(height, (int) Math.ceil(at.getMaxY()));
    for (int y = Math.max(0, (int) at.getMinY()); y < bottom; y++) {
      for (int x = Math.max(0, (int) at.getMinX()); x < right; x++) {
        Color here = color(pixels[y * width + x]);
        best = ratio(here, ground) > ratio(best, ground) ? here : best;
      }
    }
    return best;
  }

  private static Color color(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  private static boolean isLarge(Text text) {
    double size = text.getFont().getSize();
    String style = text.getFont().getStyle() + text.getFont().getName();
    return size >= 24 || (size >= 18 && style.contains("Bold"));
  }

  /// @param around only what lies around it: an icon may fill all of its own place
  private Color ground(Bounds at, boolean around) {
    Map<Integer, Integer> counts = new HashMap<>();
    int left = Math.max(0, (int) at.getMinX() - (around ? 2 : 0));
    int top = Math.max(0, (int) at.getMinY() - (around ? 2 : 0));
    int right = Math.min(width, (int) Math.ceil(at.getMaxX()) + (around ? 2 : 0));
    int bottom = Math.min(height, (int) Math.ceil(at.getMaxY()) + (around ? 2 : 0));
    for (int y = top; y < bottom; y++) {
      boolean edge = y == top || y == bottom - 1;
      int step = around && !edge ? Math.max(1, right - left - 1) : 1;
      for (int x = left; x < right; x += step) {
        counts.merge(pixels[y * width + x], 1, Integer::sum);
      }
    }
    int colour =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    return color(colour);
  }

  /// From 1 to 21.
  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String hex(Color color) {
    return "#" + color.toString().substring(2, 8);
  }

  private static String owner(Node node) {
    StringBuilder path = new StringBuilder();
    for (Node n = node.getParent(); n != null; n = n.getParent()) {
      if (n.getId() != null) {
        return "#" + n.getId() + path;
      }
      if (path.length() < 60) {
        path.insert(0, " > " + String.join(".", n.getStyleClass()));
      }
    }
    return path.toString();
  }
}
