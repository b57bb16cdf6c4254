package dev.pollux.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// What a person would see to be wrong with a screen at its size: words that are cut, controls that
/// lie on one another or reach out of the window, controls without a name.
public final class LayoutFaults {
  private static final double TOLERANCE = 1.5;
  private final List<String> found = new ArrayList<>();
  private final List<Control> controls = new ArrayList<>();
  private final Bounds window;

  private LayoutFaults(Bounds window) {
    this.window = window;
  }

  /// On the FX thread, after the layout.
  public static List<String> of(Scene scene) {
    LayoutFaults faults = new LayoutFaults(scene.getRoot().getLayoutBounds());
    faults.walk(scene.getRoot(), false);
    faults.overlaps();
    return faults.found;
  }

  /// @param scrolled whether it stands in a pane that shows a part of its content only
  private void walk(Node node, boolean scrolled) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Control control && !isPart(control)) {
      if (!scrolled) {
        inside(control);
        controls.add(control);
      }
      named(control);
    }
    if (node instanceof Labeled labeled && !(node instanceof IndexedCell)) {
      whole(labeled);
    }
    boolean opaque =
        node instanceof TextInputControl
            || node instanceof ComboBoxBase
            || node instanceof Spinner
            || node.getStyleClass().contains("rich-text-area")
            || node.getStyleClass().contains("data-grid");
    if (node instanceof Parent parent && !opaque) {
      boolean inside = scrolled || node instanceof ScrollPane;
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, inside));
    }
  }

  /// Nodes that a skin made are no controls of ours.
  private static boolean isPart(Control control) {
    return control.getId() == null || control instanceof ScrollPane;
  }

  private void inside(Control control) {
    Bounds at = control.localToScene(control.getLayoutBounds());
    if (at.getMinX() < window.getMinX() - TOLERANCE
        || at.getMinY() < window.getMinY() - TOLERANCE
        || at.getMaxX() > window.getMaxX() + TOLERANCE
        || at.getMaxY() > window.getMaxY() + TOLERANCE) {
      found.add("leaves the window: " + control.getId() + " " + at);
    }
    for (Parent p = control.getParent(); p != null; p = p.getParent()) {
      Bounds around = p.localToScene(p.getLayoutBounds());
      double padding = p instanceof Region region ? region.getInsets().getRight() : 0;
      if (at.getMaxX() > around.getMaxX() - padding + TOLERANCE
          && !p.getStyleClass().contains("segmented-button")) {
        found.add("leaves " + p + ": " + control.getId());
        return;
      }
    }
  }

  private void named(Control control) {
    String text = control instanceof Labeled labeled ? labeled.getText() : "";
    boolean named =
        (text != null && !text.isBlank())
            || (control.getAccessibleText() != null && !control.getAccessibleText().isBlank());
    boolean acts =
        control instanceof ButtonBase
            || control instanceof TextInputControl
            || control instanceof ComboBoxBase
            || control instanceof Spinner;
    if (acts && !named) {
      found.add("has no name: " + control.getId());
    }
  }

  private void whole(Labeled labeled) {
    String text = labeled.getText() == null ? "" : labeled.getText();
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text shown
          && child.isVisible()
          && shown.getText().endsWith(labeled.getEllipsisString())
          && !text.endsWith(labeled.getEllipsisString())) {
        found.add("cut: " + text);
      }
    }
  }

  private void overlaps() {
    for (int i = 0; i < controls.size(); i++) {
      for (int j = i + 1; j < controls.size(); j++) {
        Control a = controls.get(i);
        Control b = controls.get(j);
        if (!isInside(a, b) && !isInside(b, a) && overlap(a, b)) {
          found.add("lie on one another: " + a.getId() + ", " + b.getId());
        }
      }
    }
  }

  private static boolean overlap(Control a, Control b) {
    Bounds one = a.localToScene(a.getLayoutBounds());
    Bounds other = b.localToScene(b.getLayoutBounds());
    double wide =
        Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    double high =
        Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    return wide > TOLERANCE && high > TOLERANCE;
  }

  private static boolean isInside(Node inner, Node outer) {
    for (Node n = inner; n != null; n = n.getParent()) {
      if (n.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
