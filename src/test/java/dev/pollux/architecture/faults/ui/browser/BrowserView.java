package dev.pollux.architecture.faults.ui.browser;

import dev.pollux.architecture.faults.cloud.Reached;
import javafx.scene.Node;

/// A public view that asks a port and paints by hand.
public class BrowserView {
  void paint(Node node, Reached port) {
    node.setStyle(port.toString());
  }
}
