package dev.pollux.app.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;

/// Clicks and types on nodes by their id, as a person would: only on what is shown and enabled.
final class TourRobot {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long BETWEEN_KEYS_MS = 60;
  private final Scene scene;
  private int clicks;
  private int keyStrokes;

  TourRobot(Scene scene) {
    this.scene = scene;
  }

  /// How often a button of the mouse was pressed so far.
  int clicks() {
    return clicks;
  }

  /// How many keys were pressed so far, letters of texts included.
  int keyStrokes() {
    return keyStrokes;
  }

  void click(String id) throws InterruptedException {
    await("'" + id + "' to be shown and enabled", () -> find(id).isPresent());
    FxThread.run(() -> click(find(id).orElseThrow(), 1));
  }

  /// Clicks on the first shown piece of text inside the node that reads exactly so.
  void clickText(String id, String text, int clicks) throws InterruptedException {
    FxThread.painted(); // a person clicks on what they see
    await("'" + text + "' in '" + id + "'", () -> findText(id, text).isPresent());
    FxThread.run(() -> click(findText(id, text).orElseThrow(), clicks));
  }

  /// Clicks on a field and writes in it, in the place of what it held.
  void type(String id, String text) throws InterruptedException {
    click(id);
    enter(id, text);
  }

  /// Writes in a field that has the focus already, in the place of what it held.
  void enter(String id, String text) throws InterruptedException {
    awaitFocus(id);
    FxThread.run(() -> {
      switch (find(id).orElseThrow()) {
        case TextInputControl input -> {
          input.selectAll();
          input.replaceSelection(text);
        }
        case CodeArea code -> {
          code.setText(text);
          code.select(code.getDocumentEnd());
        }
        default -> throw new TourException("'" + id + "' takes no text", null);
      }
    });
    keyStrokes += text.length();
  }

  /// Writes key by key in a field that has the focus, as fast as a quick typist: what each key sets
  /// off must keep up.
  void write(String id, String text) throws InterruptedException {
    awaitFocus(id);
    for (int c : text.codePoints().toArray()) {
      FxThread.run(() -> key(Character.toString(c)));
      keyStrokes++;
      TimeUnit.MILLISECONDS.sleep(BETWEEN_KEYS_MS);
    }
  }

  private void awaitFocus(String id) throws InterruptedException {
    await("the focus on '" + id + "'", () -> find(id).filter(Node::isFocused).isPresent());
  }

  private void key(String character) {
    Node focused = scene.getFocusOwner();
    if (focused == null) {
      throw new TourException("nothing takes the keys", null);
    }
    Event.fireEvent(
        focused,
        new KeyEvent(
            KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  /// Opens a box and clicks on what reads so.
  void choose(String id, String words) throws InterruptedException {
    choose(id, words, words::equals);
  }

  /// The same with what begins so.
  void chooseBeginning(String id, String words) throws InterruptedException {
    choose(id, words, text -> text.startsWith(words));
  }

  private void choose(String id, String words, Predicate<String> fits) throws InterruptedException {
    click(id);
    await("'" + words + "' in the list of '" + id + "'", () -> listed(fits).isPresent());
    FxThread.run(() -> click(listed(fits).orElseThrow(), 1));
    await("the list of '" + id + "' to close", () -> listed(fits).isEmpty());
  }

  private Optional<Node> listed(Predicate<String> fits) {
    return Window.getWindows().stream()
        .filter(window -> window instanceof PopupWindow && window.isShowing())
        .flatMap(window -> window.getScene().getRoot().lookupAll(".list-cell").stream())
        .filter(cell ->
            cell instanceof ListCell<?> line && line.getText() != null && fits.test(line.getText()))
        .findFirst();
  }

  /// As Tab does it.
  void focus(String id) throws InterruptedException {
    await("'" + id + "' to be shown and enabled", () -> find(id).isPresent());
    FxThread.run(() -> find(id).orElseThrow().requestFocus());
  }

  /// Presses a key, wherever the focus is.
  void press(KeyCode key) throws InterruptedException {
    FxThread.run(() -> {
      Node focused = scene.getFocusOwner();
      if (focused == null) {
        throw new TourException("nothing takes the key " + key.getName(), null);
      }
      Event.fireEvent(focused, key(KeyEvent.KEY_PRESSED, key));
      Event.fireEvent(focused, key(KeyEvent.KEY_RELEASED, key));
    });
    keyStrokes++;
  }

  /// Waits until the text of a shown node fits.
  void awaitText(String id, Predicate<String> fits) throws InterruptedException {
    await("the text of '" + id + "'", () -> find(id).filter(n -> fits.test(textOf(n))).isPresent());
  }

  void awaitShown(String id) throws InterruptedException {
    await("'" + id + "' to be shown", () -> find(id).isPresent());
  }

  /// Asks the FX thread again and again.
  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!FxThread.ask(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new TourException("waited " + PATIENCE.toSeconds() + " s in vain for " + what, null);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Optional<Node> find(String id) {
    return scene.getRoot().lookupAll("#" + id).stream()
        .filter(n -> isShown(n) && !n.isDisabled())
        .findFirst();
  }

  private Optional<Node> findText(String id, String text) {
    return find(id).flatMap(n -> descendant(n, text));
  }

  private static Optional<Node> descendant(Node node, String text) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (text.equals(ownText(node))) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = descendant(child, text);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String ownText(Node node) {
    return switch (node) {
      case Text text -> text.getText();
      case Labeled labeled -> String.valueOf(labeled.getText());
      default -> "";
    };
  }

  private static String textOf(Node node) {
    StringBuilder all = new StringBuilder();
    collect(node, all);
    return all.toString();
  }

  private static void collect(Node node, StringBuilder all) {
    switch (node) {
      case TextInputControl input -> all.append(input.getText()).append('\n');
      case Text text -> all.append(text.getText()).append('\n');
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(n -> collect(n, all));
      default -> {}
    }
  }

  private boolean isShown(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    Bounds b = node.localToScene(node.getBoundsInLocal());
    return b.getWidth() > 0
        && b.getHeight() > 0
        && b.getMaxX() > 0
        && b.getMaxY() > 0
        && b.getMinX() < scene.getWidth()
        && b.getMinY() < scene.getHeight();
  }

  private void click(Node node, int count) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    for (int i = 1; i <= count; i++) {
      clicks++;
      Event.fireEvent(node, mouse(MouseEvent.MOUSE_PRESSED, node, at, i));
      Event.fireEvent(node, mouse(MouseEvent.MOUSE_RELEASED, node, at, i));
      Event.fireEvent(node, mouse(MouseEvent.MOUSE_CLICKED, node, at, i));
    }
  }

  private static MouseEvent mouse(
      javafx.event.EventType<MouseEvent> type, Node node, Point2D at, int clicks) {
    Point2D screen = node.localToScreen(node.sceneToLocal(at));
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        screen == null ? at.getX() : screen.getX(),
        screen == null ? at.getY() : screen.getY(),
        MouseButton.PRIMARY,
        clicks,
        false,
        false,
        false,
        false,
        down,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  private static KeyEvent key(javafx.event.EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", "", code, false, false, false, false);
  }
}
