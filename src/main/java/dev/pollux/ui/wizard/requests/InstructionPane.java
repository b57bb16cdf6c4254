package dev.pollux.ui.wizard;

import dev.pollux.text.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The system instruction: the same for every row.
final class SystemSection extends Section {
  SystemSection(WizardModel model, WizardController controller, Words words) {
    TextArea system = new TextArea();
    system.setId("wizard-system");
    system.setWrapText(true);
    system.setPrefRowCount(4);
    system.setMinHeight(70);
    system.setPromptText(words.get("wizard.requests.system-example"));
    system.textProperty().bindBidirectional(model.system);
    system.textProperty().subscribe(_ -> controller.onEdited());
    VBox.setVgrow(system, Priority.ALWAYS);
    Label what = new Label(words.get("wizard.requests.system"));
    what.getStyleClass().add("quiet");
    what.setWrapText(true);
    root().getChildren().addAll(what, system);
  }

  @Override
  void show() {}
}
