package dev.pollux.architecture.faults.ui.browser;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A model with a node in it.
public class BrowserModel {
  @Nullable ObjectProperty<Node> node;

  @Nullable Node shown() {
    return node == null ? null : node.get();
  }
}
