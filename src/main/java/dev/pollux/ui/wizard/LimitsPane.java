package dev.pollux.ui.wizard;

import dev.pollux.cost.Budget;
import dev.pollux.text.Words;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What a job may cost before the person is asked, and at most.
final class LimitsPane {
  private final Costing costing;
  private final NumberField ask;
  private final NumberField cap;
  private final FlowPane root = new FlowPane(16, 8);

  LimitsPane(Costing costing, Words words) {
    this.costing = costing;
    ask =
        new NumberField(
            "wizard-cost-ask",
            false,
            usd ->
                costing.onBudget(
                    new Budget(usd.orElse(Budget.DEFAULT.askAbove()), costing.budget().cap())));
    cap =
        new NumberField(
            "wizard-cost-cap",
            false,
            usd -> costing.onBudget(new Budget(costing.budget().askAbove(), usd)));
    cap.setPromptText(words.get("wizard.settings.no-limit"));
    ask.setPromptText("10");
    root.getChildren()
        .addAll(
            field(words.get("wizard.cost.ask-above"), ask),
            field(words.get("wizard.cost.cap"), cap));
    show();
  }

  private static VBox field(String text, NumberField field) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    label.setLabelFor(field);
    field.setAccessibleText(text);
    return new VBox(2, label, field);
  }

  Node root() {
    return root;
  }

  void show() {
    ask.show(OptionalDouble.of(costing.budget().askAbove()));
    cap.show(costing.budget().cap());
  }
}
