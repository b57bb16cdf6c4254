package dev.pollux.ui.connection;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.OnOffSwitch;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;

/// What goes wrong on purpose; each change takes effect at once.
final class FaultsPane {
  private static final int SLOW = 10;
  private final ConnectionController controller;
  private final OnOffSwitch slow;
  private final OnOffSwitch lost;
  private final Spinner<Integer> rows = new Spinner<>(0, 100, 0, 5);
  private final Spinner<Integer> quota = new Spinner<>(0, 100, 0, 5);
  private final Spinner<Integer> unavailable = new Spinner<>(0, 100, 0, 5);
  private final GridPane root = new GridPane(12, 8);
  private boolean showing;

  FaultsPane(ConnectionController controller, Words words) {
    this.controller = controller;
    slow =
        new OnOffSwitch(
            "connection-faults-slow", words.get("connection.faults.slow", SLOW), _ -> changed());
    lost =
        new OnOffSwitch(
            "connection-faults-lost", words.get("connection.faults.lost"), _ -> changed());
    root.add(slow, 0, 0, 2, 1);
    figure(1, words.get("connection.faults.rows"), rows, "connection-faults-rows");
    figure(2, words.get("connection.faults.quota"), quota, "connection-faults-quota");
    figure(
        3,
        words.get("connection.faults.unavailable"),
        unavailable,
        "connection-faults-unavailable");
    root.add(lost, 0, 4, 2, 1);
  }

  private void figure(int row, String text, Spinner<Integer> spinner, String id) {
    Label label = new Label(text);
    label.setLabelFor(spinner);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(84);
    spinner.setAccessibleText(text);
    spinner.valueProperty().subscribe(_ -> changed());
    root.addRow(row, label, spinner);
  }

  GridPane root() {
    return root;
  }

  void show(SandboxControls.Faults faults) {
    showing = true;
    slow.show(faults.slowFactor() > 1);
    lost.show(faults.lostReplies() > 0);
    rows.getValueFactory().setValue((int) Math.round(faults.rowPercent()));
    quota.getValueFactory().setValue((int) Math.round(faults.quotaPercent()));
    unavailable.getValueFactory().setValue((int) Math.round(faults.unavailablePercent()));
    showing = false;
  }

  private void changed() {
    if (showing) {
      return;
    }
    controller.onFaults(
        new SandboxControls.Faults(
            slow.isSelected() ? SLOW : 1,
            rows.getValue(),
            quota.getValue(),
            unavailable.getValue(),
            lost.isSelected() ? 1 : 0));
  }
}
