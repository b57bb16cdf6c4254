package dev.pollux.architecture.faults.ui.browser;

import dev.pollux.architecture.faults.ui.wizard.Stranger;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;

/// Knows another feature, a control and a dialog.
public interface BrowserController {
  Stranger stranger();

  Button button();

  Alert alert();
}
