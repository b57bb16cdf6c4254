package dev.pollux.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.text.Text;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.testfx.util.WaitForAsyncUtils;

/// Does what a person does, by the ids of the nodes, as fast as the window can follow.
final class ScreenHand {
  // Longer than the half minute between two tries of a first job.
  private static final int PATIENCE = 60;
  private static final long PAUSE_MS = 20;

  /// Does it on the FX thread, and waits for what it has put off there.
  void run(Runnable action) {
    ask(() -> {
      action.run();
      return true;
    });
    ask(() -> true);
  }

  /// Waits until the window was drawn twice: some nodes follow a change one frame later.
  void frames() {
    CountDownLatch drawn = new CountDownLatch(2);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            drawn.countDown();
          }
        };
    Platform.runLater(timer::start);
    try {
      if (!drawn.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new AssertionError("the window is not drawn any more");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Platform.runLater(timer::stop);
  }

  private static <T> T ask(Callable<T> question) {
    FutureTask<T> task = new FutureTask<>(question);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the window did not answer", e);
    }
  }

  void press(String id) {
    awaitShown(id);
    run(() -> {
      switch (node(id)) {
        case MenuButton menu -> menu.show();
        case ButtonBase button -> button.fire();
        default -> throw new AssertionError(id + " cannot be pressed");
      }
    });
  }

  void pressLater(String id) {
    awaitShown(id);
    Platform.runLater(() -> ((ButtonBase) node(id)).fire());
  }

  void write(String id, String text) {
    awaitShown(id);
    run(() -> {
      Node node = node(id);
      node.requestFocus();
      switch (node) {
        case TextInputControl field -> field.setText(text);
        case CodeArea code -> code.setText(text);
        case Spinner<?> spinner -> spinner.getEditor().setText(text);
        default -> throw new AssertionError(id + " takes no text");
      }
    });
  }

  /// Chooses the n-th of what a box offers, from 0.
  void choose(String id, int nth) {
    awaitShown(id);
    run(() -> ((ComboBox<?>) node(id)).getSelectionModel().select(nth));
  }

  /// Presses the n-th entry of a menu, from 0.
  void menu(String id, int nth) {
    awaitShown(id);
    run(() -> {
      MenuItem item = ((MenuButton) node(id)).getItems().get(nth);
      item.fire();
    });
  }

  /// Selects the entry of a tree that is called so.
  void select(String id, String name) {
    await(name + " in " + id, () -> find(tree(id).getRoot(), name) != null);
    run(() -> selectIn(tree(id), name));
  }

  private static <T> void selectIn(TreeView<T> tree, String name) {
    tree.getSelectionModel().select(find(tree.getRoot(), name));
  }

  private TreeView<?> tree(String id) {
    return (TreeView<?>) node(id);
  }

  private static <T> TreeItem<T> find(TreeItem<T> item, String name) {
    if (item.getChildren().isEmpty() && String.valueOf(item.getValue()).contains(name)) {
      return item;
    }
    for (TreeItem<T> child : item.getChildren()) {
      TreeItem<T> found = find(child, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Stream<Node> all(String id) {
    return Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .flatMap(window -> window.getScene().getRoot().lookupAll("#" + id).stream());
  }

  private boolean isShown(String id) {
    return all(id).anyMatch(ScreenHand::isVisible);
  }

  boolean isOpen(String id) {
    return ask(() -> isShown(id));
  }

  void awaitShown(String id) {
    await("#" + id, () -> isShown(id));
  }

  void awaitGone(String id) {
    await("#" + id + " to be gone", () -> !isShown(id));
  }

  void awaitEnabled(String id) {
    await("#" + id + " to be enabled", () -> isShown(id) && !node(id).isDisabled());
  }

  void awaitText(String id, Predicate<String> fits) {
    try {
      await(
          "the text of #" + id,
          () -> all(id).filter(ScreenHand::isVisible).anyMatch(n -> fits.test(text(n))));
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "; it reads " + ask(() -> isShown(id) ? text(node(id)) : "nothing"), e);
    }
  }

  void awaitText(String id, String part) {
    awaitText(id, text -> text.contains(part));
  }

  static void await(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!ask(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      WaitForAsyncUtils.sleep(PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }

  Node node(String id) {
    return all(id)
        .filter(ScreenHand::isVisible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("#" + id + " is not shown"));
  }

  private static boolean isVisible(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  static String text(Node node) {
    StringBuilder all = new StringBuilder();
    collect(node, all);
    return all.toString();
  }

  private static void collect(Node node, StringBuilder all) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case TextInputControl input -> all.append(input.getText()).append('\n');
      case Text text -> all.append(text.getText()).append('\n');
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(n -> collect(n, all));
      default -> {}
    }
  }
}
