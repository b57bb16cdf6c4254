package dev.pollux.ui.wizard;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The nodes of one step: a question, a sentence, and fields.
abstract class StepView {
  private final VBox root = new VBox(12);

  StepView(String question, String sentence) {
    Label title = new Label(question);
    title.getStyleClass().add("title");
    title.setWrapText(true);
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.getStyleClass().add("quiet");
    text.setMinHeight(Region.USE_PREF_SIZE);
    root.getChildren().addAll(title, text);
    root.getStyleClass().add("wizard-body");
  }

  final VBox root() {
    return root;
  }

  final void add(Node... nodes) {
    root.getChildren().addAll(nodes);
  }

  static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    return label;
  }

  /// Where the focus goes when something is to be mended.
  abstract Node firstField();

  /// The step comes to the front, or something it shows has changed.
  abstract void show();
}
