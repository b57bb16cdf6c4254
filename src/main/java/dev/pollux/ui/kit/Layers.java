package dev.pollux.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What lies open in a window, on its screen or above it. Escape closes the topmost of them: what
/// floats before what lies on the screen, and of each the one that was opened last.
///
/// Menus, lists and pop-overs are windows of their own, and JavaFX lets them close first.
public final class Layers {
  private final Scene scene;
  private final List<Layer> open = new ArrayList<>();

  private record Layer(Node node, boolean floats, Runnable close) {
    /// Whether anybody sees it: it may lie on a page that is not in front.
    boolean seen() {
      for (@Nullable Node at = node; at != null; at = at.getParent()) {
        if (!at.isVisible()) {
          return false;
        }
      }
      return true;
    }
  }

  private Layers(Scene scene) {
    this.scene = scene;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// The layers of a scene, which keeps them.
  private static Layers of(Scene scene) {
    return (Layers) scene.getProperties().computeIfAbsent(Layers.class, _ -> new Layers(scene));
  }

  /// Something that lies on the screen: a pane, a bar, marks.
  ///
  /// @param node stands in the scene while it is open
  /// @param open whether it is open
  /// @param close what Escape does
  public static void lies(Node node, ObservableValue<Boolean> open, Runnable close) {
    follow(new Layer(node, false, close), open);
  }

  /// Something that floats above the screen: a panel, the palette.
  ///
  /// @param node stands in the scene while it is open
  /// @param open whether it is open
  /// @param close what Escape does
  public static void floats(Node node, ObservableValue<Boolean> open, Runnable close) {
    follow(new Layer(node, true, close), open);
  }

  private static void follow(Layer layer, ObservableValue<Boolean> open) {
    layer
        .node()
        .sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            of(before).open.remove(layer);
          }
          if (now != null && open.getValue()) {
            of(now).open.add(layer);
          }
        });
    open.subscribe(is -> {
      Optional.ofNullable(layer.node().getScene())
          .map(Layers::of)
          .ifPresent(layers -> {
            layers.open.remove(layer);
            if (is) {
              layers.open.add(layer);
            }
          });
    });
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    // The first of equals, in a list that is read backwards: the one opened last.
    open.reversed().stream()
        .filter(layer -> scene.equals(layer.node().getScene()) && layer.seen())
        .min(Comparator.comparing(layer -> !layer.floats()))
        .ifPresent(layer -> {
          event.consume();
          layer.close().run();
        });
  }
}
