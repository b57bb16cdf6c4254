package dev.pollux.ui.wizard.gemini;

import dev.pollux.cost.Budget;
import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.LocalNumber;
import dev.pollux.ui.kit.NumberField;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What a job may cost before the person is asked, and at most.
final class LimitsSection {
  private final NumberField ask;
  private final NumberField cap;
  private final FlowPane root = new FlowPane(16, 8);

  LimitsSection(GeminiStepController controller, Words words) {
    LocalNumber amounts = new LocalNumber(words.locale(), false);
    ask =
        new NumberField(
            "wizard-cost-ask",
            amounts,
            controller,
            usd ->
                controller.onLimits(now ->
                    new Budget(
                        usd.orElse(Budget.DEFAULT.askAbove()), now.cap(), now.queryGigabytes())));
    cap =
        new NumberField(
            "wizard-cost-cap",
            amounts,
            controller,
            usd ->
                controller.onLimits(now -> new Budget(now.askAbove(), usd, now.queryGigabytes())));
    ask.setPromptText(amounts.text(Budget.DEFAULT.askAbove()));
    cap.setPromptText(words.get("wizard.settings.no-limit"));
    root.setId("wizard-limits");
    root.getChildren()
        .addAll(
            field(words.get("wizard.cost.ask-above"), ask),
            field(words.get("wizard.cost.cap"), cap));
  }

  private static VBox field(String text, NumberField field) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    label.setLabelFor(field);
    field.setAccessibleText(text);
    return new VBox(2, label, field);
  }

  FlowPane root() {
    return root;
  }

  void focusCap() {
    cap.requestFocus();
  }

  /// @param stops the codes of what stops the step
  void show(DraftState state, Set<String> stops) {
    Budget budget = state.context().budget();
    ask.show(OptionalDouble.of(budget.askAbove()), false);
    cap.show(budget.cap(), stops.contains("budget.cap") || stops.contains("budget.unknown"));
  }
}
