package dev.pollux.ui.shell;

import dev.pollux.ui.kit.Layers;
import dev.pollux.ui.kit.Lazy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The panels that can float above the screens. Each is made when it is opened for the first time:
/// together they have more nodes than the first screen.
final class FloatingPanels {
  private final StackPane above;
  private final List<Slot> slots = new ArrayList<>();
  private Optional<Node> before = Optional.empty();

  /// Where one panel stands, and when.
  private record Slot(Lazy<FloatingPanel> panel, ObservableValue<Boolean> open) {}

  /// @param above what they float above is its first child
  FloatingPanels(StackPane above) {
    this.above = above;
  }

  /// Adds one above all that were added before.
  ///
  /// @param close what Escape does
  void add(
      Supplier<FloatingPanel> maker,
      Pos at,
      Insets margin,
      ObservableValue<Boolean> open,
      Runnable close) {
    int index = slots.size();
    slots.add(
        new Slot(
            new Lazy<>(() -> {
              FloatingPanel made = maker.get();
              place(made.root(), index, at, margin);
              Layers.floats(made.root(), open, close);
              return made;
            }),
            open));
  }

  private void place(Region root, int index, Pos at, Insets margin) {
    root.setVisible(false);
    StackPane.setAlignment(root, at);
    StackPane.setMargin(root, margin);
    long below = slots.subList(0, index).stream().filter(s -> s.panel().made().isPresent()).count();
    above.getChildren().add(1 + Math.toIntExact(below), root);
  }

  /// Shows each while it is to be open.
  Subscription follow() {
    return slots.stream()
        .map(slot -> slot.open().subscribe(open -> show(slot.panel(), open)))
        .reduce(Subscription.EMPTY, Subscription::and);
  }

  /// Makes those that were not opened so far, one with each step.
  List<Runnable> making() {
    return slots.stream().map(Slot::panel).<Runnable>map(panel -> panel::get).toList();
  }

  /// What floats takes the focus, and gives it back to where it was.
  private void show(Lazy<FloatingPanel> panel, boolean open) {
    if (open) {
      Region root = panel.get().root();
      if (root.isVisible()) {
        return;
      }
      @Nullable Node owner = above.getScene().getFocusOwner();
      if (owner != null && !floats(owner)) {
        before = Optional.of(owner);
      }
      root.setVisible(true);
      panel.get().open();
    } else {
      panel.ifMade(made -> hide(made.root()));
    }
  }

  private void hide(Region root) {
    boolean inside = root.isFocusWithin();
    root.setVisible(false);
    if (inside) {
      before.filter(node -> above.getScene().equals(node.getScene())).ifPresent(Node::requestFocus);
    }
  }

  private boolean floats(Node node) {
    for (@Nullable Node at = node; at != null; at = at.getParent()) {
      if (above.equals(at.getParent()) && !above.getChildren().getFirst().equals(at)) {
        return true;
      }
    }
    return false;
  }
}
