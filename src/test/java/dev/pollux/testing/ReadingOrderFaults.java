package dev.pollux.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;

/// Where the Tab key goes otherwise than a person reads, and stops of it that a screen reader
/// cannot say the kind of.
///
/// JavaFX goes from node to node as they stand in their parents. So of two stops that follow on one
/// another, the parts of the screen that hold them are compared: the second must not be above the
/// first, unless it begins a column to its right, nor to its left in the same line.
public final class ReadingOrderFaults {
  private static final double TOLERANCE = 1.5;

  private ReadingOrderFaults() {}

  /// On the FX thread, after the layout.
  public static List<String> of(Scene scene) {
    List<Node> stops = new ArrayList<>();
    collect(scene.getRoot(), stops);
    List<String> found = new ArrayList<>();
    for (Node stop : stops) {
      AccessibleRole role = stop.getAccessibleRole();
      if (role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
        found.add("has no role: " + name(stop));
      }
    }
    for (int i = 1; i < stops.size(); i++) {
      Node first = stops.get(i - 1);
      Node second = stops.get(i);
      if (isBackwards(first, second)) {
        found.add("Tab goes back from " + name(first) + " to " + name(second));
      }
    }
    return List.copyOf(found);
  }

  private static void collect(Node node, List<Node> stops) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()
        && !(node instanceof IndexedCell)
        && !(node instanceof ScrollPane)) {
      stops.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
    }
  }

  private static boolean isBackwards(Node first, Node second) {
    List<Node> a = path(first);
    List<Node> b = path(second);
    int shared = 0;
    while (shared < Math.min(a.size(), b.size()) && a.get(shared).equals(b.get(shared))) {
      shared++;
    }
    if (shared >= a.size() || shared >= b.size()) {
      return false; // one holds the other
    }
    Bounds from = place(a.get(shared));
    Bounds to = place(b.get(shared));
    boolean above = to.getMaxY() <= from.getMinY() + TOLERANCE;
    boolean right = to.getMinX() >= from.getMaxX() - TOLERANCE;
    boolean left = to.getMaxX() <= from.getMinX() + TOLERANCE;
    boolean below = to.getMinY() >= from.getMaxY() - TOLERANCE;
    return above ? !right : left && !below;
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /// From the root to the node.
  private static List<Node> path(Node node) {
    List<Node> path = new ArrayList<>();
    for (Node n = node; n != null; n = n.getParent()) {
      path.addFirst(n);
    }
    return path;
  }

  private static String name(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getId() != null) {
        return node.getClass().getSimpleName() + " #" + n.getId();
      }
    }
    return node.toString();
  }
}
