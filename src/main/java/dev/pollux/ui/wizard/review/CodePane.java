package dev.pollux.ui.wizard.review;

import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.ToggleChoice;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What will be sent, or the same job as code.
final class CodePane {
  private final ReviewModel model;
  private final ReviewController controller;
  private final Words words;
  private final TextArea text = new TextArea();
  private final VBox root = new VBox(6);

  CodePane(ReviewModel model, ReviewController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    text.setId("wizard-review-call");
    text.setEditable(false);
    text.setAccessibleText(words.get("wizard.review.call"));
    text.getStyleClass().add("mono");
    text.setMinHeight(90);
    VBox.setVgrow(text, Priority.ALWAYS);
    Label caption = new Label(words.get("wizard.review.call"));
    caption.getStyleClass().add("quiet");
    HBox head = new HBox(8, caption, shapes());
    head.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(head, text);
  }

  private HBox shapes() {
    ToggleChoice<CodeShape> choice =
        ToggleChoice.segments(
            model.shape().get(),
            shape -> {
              controller.onShape(shape);
              show();
            });
    for (CodeShape shape : CodeShape.values()) {
      choice.add(
          shape,
          "wizard-review-" + shape.name().toLowerCase(Locale.ROOT),
          words.get("wizard.review.shape." + shape.name()));
    }
    Button copy = new Button(words.get("wizard.review.copy"));
    copy.setId("wizard-review-copy");
    copy.getStyleClass().addAll("small", "flat");
    copy.setOnAction(_ -> controller.onCopy(text.getText()));
    HBox line = new HBox(4, choice.segments(), copy);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  Node root() {
    return root;
  }

  void show() {
    String now =
        controller
            .written(model.shape().get())
            .orElse(ReviewView.waiting(model.readiness().get(), words));
    if (!now.equals(text.getText())) {
      text.setText(now);
    }
  }
}
