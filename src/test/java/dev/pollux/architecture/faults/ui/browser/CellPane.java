package dev.pollux.architecture.faults.ui.browser;

import dev.pollux.architecture.faults.cloud.Reached;
import javafx.scene.control.Label;

/// A piece of a view, called by no suffix that anybody expects, that asks a port and is public.
public class CellPane {
  Label label(Reached port) {
    return new Label(port.toString());
  }
}
