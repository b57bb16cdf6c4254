package dev.pollux.architecture.faults.ui.browser;

import javafx.scene.Node;

/// A model with a node in it.
public interface BrowserModel {
  Node node();
}
