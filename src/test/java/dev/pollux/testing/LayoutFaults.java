package dev.pollux.testing;

import dev.pollux.ui.kit.TextWidth;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.controlsfx.control.CheckComboBox;

/// What a person would see to be wrong with a screen at its size: words that are cut, nodes that
/// lie on one another, that reach out of what they stand in or out of the window, and controls
/// without a name.
///
/// Three things may be cut: a value of a table's row, what a person wrote in a field, and what is
/// scrolled. Layers of a `StackPane` may lie on one another. What the skin of a control puts where
/// is that control's affair, except its words.
public final class LayoutFaults {
  private static final double TOLERANCE = 1.5;
  // The line height of Inter is larger than what is drawn of it.
  private static final double LINE_TOLERANCE = 4;
  private final List<String> found = new ArrayList<>();
  private final Bounds window;

  private LayoutFaults(Bounds window) {
    this.window = window;
  }

  /// On the FX thread, after the layout.
  public static List<String> of(Scene scene) {
    LayoutFaults faults =
        new LayoutFaults(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
    faults.walk(scene.getRoot(), new Place(false, false));
    return List.copyOf(faults.found);
  }

  /// Where a node stands.
  ///
  /// @param scrolled in something that shows a part of its content only
  /// @param skin in a control that places its parts itself
  private record Place(boolean scrolled, boolean skin) {
    Place within(Node parent) {
      boolean scrolls =
          (parent instanceof ScrollPane pane && isScrolled(pane))
              || parent instanceof TableView
              || parent instanceof TreeTableView
              || parent instanceof TreeView
              || parent instanceof ListView
              || parent instanceof TextInputControl
              || parent.getStyleClass().contains("rich-text-area");
      boolean places = parent instanceof Control && !(parent instanceof SplitPane);
      // The content of a scrolled pane is placed by the screen again.
      boolean content = skin && parent.getStyleClass().contains("viewport");
      return new Place(scrolled || scrolls, !content && (skin || places));
    }
  }

  /// Whether a part of its content is out of sight; a screen that fits is not excused by it.
  private static boolean isScrolled(ScrollPane pane) {
    Node content = pane.getContent();
    return content != null
        && (content.getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + TOLERANCE
            || content.getLayoutBounds().getHeight()
                > pane.getViewportBounds().getHeight() + TOLERANCE);
  }

  private void walk(Node node, Place place) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (!place.scrolled() && (node instanceof Control || node instanceof Text)) {
      inWindow(node);
    }
    if (node.isFocusTraversable()) {
      named(node);
    }
    switch (node) {
      case Labeled labeled when !isRowValue(labeled) && !isHeaderAtEdge(labeled) -> whole(labeled);
      case TextField field -> whole(field);
      // The box of a ControlsFX one with checks shows a text of its own.
      case ComboBox<?> box when !(box.getParent() instanceof CheckComboBox) -> steady(box);
      default -> {}
    }
    if (node instanceof Parent parent) {
      if (parent instanceof Pane pane && !place.skin() && !shows(pane)) {
        children(pane);
      }
      Place inside = place.within(node);
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, inside));
    }
  }

  /// Whether a pane of JavaFX's own shows a part of what is in it, or is drawn on.
  private static boolean shows(Pane pane) {
    Parent around = pane.getParent();
    return pane.getStyleClass().contains("viewport")
        || pane.getStyleClass().contains("popover")
        || pane.getStyleClass().contains("split-pane-divider")
        || (around != null && around.getStyleClass().contains("viewport"));
  }

  private void inWindow(Node node) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    if (at.isEmpty() || at.getWidth() == 0 || at.getHeight() == 0) {
      return;
    }
    double tolerance = node instanceof Text ? LINE_TOLERANCE : TOLERANCE;
    if (at.getMinX() < window.getMinX() - tolerance
        || at.getMinY() < window.getMinY() - tolerance
        || at.getMaxX() > window.getMaxX() + tolerance
        || at.getMaxY() > window.getMaxY() + tolerance) {
      found.add("leaves the window: " + name(node) + " " + box(at));
    }
  }

  /// Children that leave their pane, or lie on one another in one that sets them beside each other.
  private void children(Pane pane) {
    List<Node> shown =
        pane.getChildrenUnmodifiable().stream()
            .filter(n -> n.isVisible() && n.isManaged() && n.getOpacity() > 0)
            .filter(n -> n.getTranslateX() == 0 && n.getTranslateY() == 0)
            .filter(n -> n.getLayoutBounds().getWidth() > 0 && n.getLayoutBounds().getHeight() > 0)
            .toList();
    boolean clipped = pane.getClip() != null && !(pane.getParent() instanceof SplitPane);
    Insets insets = pane.getInsets();
    for (int i = 0; i < shown.size(); i++) {
      Node child = shown.get(i);
      Bounds at = child.localToParent(child.getLayoutBounds());
      double tolerance = child instanceof Text ? LINE_TOLERANCE : TOLERANCE;
      if (!clipped
          && (at.getMinX() < -tolerance
              || at.getMinY() < -tolerance
              || at.getMaxX() > pane.getWidth() - insets.getRight() + tolerance
              || at.getMaxY() > pane.getHeight() + tolerance)) {
        found.add(
            "leaves its place: "
                + name(child)
                + " "
                + box(at)
                + " in "
                + name(pane)
                + String.format(" %.0fx%.0f", pane.getWidth(), pane.getHeight()));
      }
      for (Node other : shown.subList(i + 1, shown.size())) {
        if (!(pane instanceof StackPane)
            && overlap(at, other.localToParent(other.getLayoutBounds()))) {
          found.add("lie on one another: " + name(child) + ", " + name(other));
        }
      }
    }
  }

  private static boolean overlap(Bounds one, Bounds other) {
    double wide =
        Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    double high =
        Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    return wide > TOLERANCE && high > TOLERANCE;
  }

  /// What the keyboard reaches, a screen reader must be able to say.
  private void named(Node node) {
    if (node instanceof IndexedCell || node instanceof ScrollPane || isSkinPart(node)) {
      return;
    }
    boolean named =
        isText(node.getAccessibleText())
            || (node instanceof Labeled labeled && isText(labeled.getText()))
            || node.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.LABELED_BY) != null;
    if (!named) {
      found.add("has no name: " + name(node));
    }
  }

  /// The editor of a spinner or combo box is named by it, and the box of a line to check by its
  /// line.
  private static boolean isSkinPart(Node node) {
    return node.getParent() instanceof Spinner
        || node.getParent() instanceof ComboBoxBase
        || (node instanceof CheckBox && node.getParent() instanceof CheckBoxListCell);
  }

  private static boolean isText(String text) {
    return text != null && !text.isBlank();
  }

  private void whole(Labeled labeled) {
    String text = labeled.getText() == null ? "" : labeled.getText();
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text shown && child.isVisible() && !text.isBlank()) {
        boolean ends =
            shown.getText().endsWith(labeled.getEllipsisString())
                && !text.endsWith(labeled.getEllipsisString());
        if (ends || (shown.getText().isBlank() && labeled.getWidth() > 0)) {
          found.add("cut: “" + text + "” of " + name(labeled));
        } else if (shown.getLayoutBounds().getHeight() > labeled.getHeight() + LINE_TOLERANCE) {
          found.add("cut in height: “" + text + "” of " + name(labeled));
        }
      }
    }
  }

  /// A box that is as wide as what is chosen by now changes its width with another choice, or when
  /// it is opened for the first time, and what stands beside it jumps.
  private <T> void steady(ComboBox<T> box) {
    boolean asChosen =
        box.getPrefWidth() == Region.USE_COMPUTED_SIZE
            && Math.abs(box.getWidth() - box.prefWidth(-1)) < TOLERANCE;
    if (asChosen
        && box.getItems().stream()
            .map(box.getConverter()::toString)
            .anyMatch(entry -> TextWidth.of(entry) + LINE_TOLERANCE > box.getWidth())) {
      found.add("changes its width with what is chosen: " + name(box));
    }
  }

  /// What a field asks for while nothing is written in it, and the figure of a spinner.
  private void whole(TextField field) {
    boolean empty = field.getText() == null || field.getText().isEmpty();
    boolean figure = field.getParent() instanceof Spinner;
    String text = empty ? field.getPromptText() : figure ? field.getText() : "";
    if (!isText(text) || field.getWidth() == 0) {
      return;
    }
    Text measured = new Text(text);
    measured.setFont(field.getFont());
    Insets insets = field.getInsets();
    double room = field.getWidth() - insets.getLeft() - insets.getRight();
    for (Node child : field.getChildrenUnmodifiable()) {
      if (child.getStyleClass().contains("left-pane")
          || child.getStyleClass().contains("right-pane")) {
        room -= ((Region) child).getWidth();
      }
    }
    if (measured.getLayoutBounds().getWidth() > room + TOLERANCE) {
      found.add("cut: “" + text + "” in the field " + name(field));
    }
  }

  /// The values of a grid are as long as they are; it has a pane that shows one in full.
  private static boolean isRowValue(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getStyleClass().contains("table-row-cell")) {
        for (Node g = n; g != null; g = g.getParent()) {
          if (g.getStyleClass().contains("data-grid")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The header of a column of which a part lies beyond the edge of its grid, where one scrolls to
  /// it.
  private static boolean isHeaderAtEdge(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n instanceof TableColumnHeader header && header.getTableColumn() != null) {
        return header.getWidth() < header.getTableColumn().getWidth() - TOLERANCE;
      }
    }
    return false;
  }

  private static String name(Node node) {
    String kind = node.getClass().getSimpleName();
    String id = node.getId() == null ? String.join(".", node.getStyleClass()) : node.getId();
    String text =
        switch (node) {
          case Text t -> " “" + t.getText() + "”";
          case Labeled l when isText(l.getText()) -> " “" + l.getText() + "”";
          default -> "";
        };
    String inside = node.getId() == null && node.getParent() != null ? " in " + around(node) : "";
    return kind + " " + id + text + inside;
  }

  private static String around(Node node) {
    for (Node n = node.getParent(); n != null; n = n.getParent()) {
      if (n.getId() != null) {
        return "#" + n.getId();
      }
    }
    return "the window";
  }

  private static String box(Bounds at) {
    return String.format(
        "[%.0f, %.0f to %.0f, %.0f]", at.getMinX(), at.getMinY(), at.getMaxX(), at.getMaxY());
  }
}
