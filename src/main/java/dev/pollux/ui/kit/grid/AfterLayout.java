package dev.pollux.ui.kit.grid;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Something that is done once after the next layout of a node, however often it is asked for until
/// then. What the node does of its own is done by that time, and where things stand is known.
final class AfterLayout {
  private final Node node;
  private final Runnable action;
  private final Runnable listener = this::run;
  private @Nullable Scene awaited;

  AfterLayout(Node node, Runnable action) {
    this.node = node;
    this.action = action;
  }

  /// A node that stands in no scene has nothing to be done.
  void request() {
    Scene shown = node.getScene();
    if (awaited == null && shown != null) {
      awaited = shown;
      shown.addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
    }
  }

  private void run() {
    if (awaited != null) {
      awaited.removePostLayoutPulseListener(listener);
      awaited = null;
    }
    action.run();
  }
}
