package dev.pollux.ui.wizard.step;

import dev.pollux.cost.CostWords;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.OutputSize;
import dev.pollux.cost.TokenSample;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.View;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the job will cost: the range, what it is made of, and how it was found; and the buttons to
/// count once more, and to stop counting. It follows the draft by itself.
public final class CostPanel extends View<VBox> {
  private final DraftModel model;
  private final Words words;
  private final CostWords costs;
  private final Label range = new Label();
  private final Label sharper = new Label();
  private final Label online = new Label();
  private final Label simulated = new Label();
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button count = new Button();
  private final Button stop = new Button();
  private final CostLines parts;
  private final VBox notes = new VBox(4);

  public CostPanel(DraftModel model, StepActions actions, Words words) {
    super(new VBox(8));
    this.model = model;
    this.words = words;
    this.costs = new CostWords(words);
    this.parts = new CostLines(words);
    Label caption = new Label(words.get("wizard.cost.batch"));
    caption.getStyleClass().add("caption");
    simulated.setId("wizard-cost-simulated");
    simulated.setText(words.get("wizard.cost.rehearsal"));
    simulated.getStyleClass().addAll("badge", "simulated");
    range.setId("wizard-cost-range");
    range.getStyleClass().add("title");
    sharper.setId("wizard-cost-sharper");
    online.setId("wizard-cost-online");
    online.getStyleClass().add("quiet");
    for (Label text : new Label[] {sharper, online}) {
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.managedProperty().bind(text.textProperty().isNotEmpty());
    }
    wheel.setPrefSize(16, 16);
    wheel.setMinSize(16, 16);
    button(count, "wizard-cost-count", () -> actions.lookAgain(Facts.Topic.TOKENS));
    button(stop, "wizard-cost-stop", () -> actions.stop(Facts.Topic.TOKENS));
    stop.setText(words.get("wizard.cost.stop"));
    Stream.of(wheel, count, stop, simulated)
        .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, caption, simulated, space, wheel, stop, count);
    head.setAlignment(Pos.CENTER_LEFT);
    notes.setId("wizard-cost-notes");
    root().setId("wizard-cost");
    root().getStyleClass().addAll("card", "wizard-cost");
    root().getChildren().addAll(head, range, sharper, online, parts.root(), notes);
    root().setMinHeight(Region.USE_PREF_SIZE);
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  @Override
  protected void attach() {
    onDetach(model.state().subscribe(this::show)::unsubscribe);
  }

  private void show(DraftState state) {
    Fact<TokenSample> tokens = state.facts().tokens();
    simulated.setVisible(state.context().connection().simulated());
    wheel.setVisible(tokens.isLooking());
    stop.setVisible(tokens.isLooking());
    count.setVisible(!tokens.isLooking());
    count.setText(
        words.get(tokens instanceof Fact.Known<?> ? "wizard.cost.recount" : "wizard.cost.count"));
    count.setDisable(!model.canAsk(Facts.Topic.TOKENS));
    range.setText("–");
    sharper.setText("");
    online.setText("");
    parts.clear();
    notes.getChildren().clear();
    switch (tokens) {
      case Fact.Unknown<TokenSample> _ -> note(words.get(nothing(state)), "quiet");
      case Fact.Looking<TokenSample>(Object _, int done, int of) ->
          note(
              of == 0
                  ? words.get("wizard.cost.begins")
                  : words.get("wizard.cost.counting", done, of),
              "quiet");
      case Fact.Stopped<TokenSample> _ -> note(words.get("wizard.cost.stopped"), "warning-text");
      case Fact.Failed<TokenSample>(Object _, Exception problem) ->
          note(new FailureWords(words).explain(costs.failed(), problem).sentence(), "problem");
      case Fact.Known<TokenSample> _ -> known(state, DraftCost.estimate(state));
    }
    root().setAccessibleText(words.get("wizard.cost.batch") + " " + range.getText());
  }

  /// Why there is no count.
  private String nothing(DraftState state) {
    if (model.canAsk(Facts.Topic.TOKENS)) {
      return "wizard.cost.none";
    }
    return state.table().isPresent() && !state.listsRows() && state.sample().isEmpty()
        ? "wizard.cost.view"
        : "wizard.cost.not-ready";
  }

  private void known(DraftState state, Optional<Estimate> found) {
    if (found.isEmpty()) {
      note(words.get("wizard.cost.no-row"), "warning-text");
      return;
    }
    Estimate estimate = found.get();
    state
        .facts()
        .paid()
        .value()
        .flatMap(paid -> paid)
        .ifPresent(paid -> note(costs.before(paid.sent(), paid.usd()), "accent-text"));
    estimate.cost().ifPresentOrElse(cost -> money(estimate, cost), () -> unpriced(estimate));
    note(costs.found(estimate, state.listsRows()), "quiet");
    if (simulated.isVisible()) {
      note(costs.simulated(), "warning-text");
    }
  }

  private void unpriced(Estimate estimate) {
    parts.unpriced(estimate);
    note(words.get("wizard.cost.no-price"), "warning-text");
  }

  private void money(Estimate estimate, Estimate.Cost cost) {
    range.setText(costs.range(cost.batch()));
    boolean tried = estimate.basis() == OutputSize.Basis.TRIAL;
    sharper.setText(words.get(tried ? "wizard.cost.sharpened" : "wizard.cost.sharper"));
    sharper.getStyleClass().setAll("label", tried ? "ok-text" : "accent-text");
    online.setText(words.get("wizard.cost.online", costs.range(cost.online())));
    parts.show(estimate, cost);
    cost.change()
        .ifPresent(day -> note(words.get("wizard.cost.change", parts.day(day)), "warning-text"));
    cost.worst().ifPresent(usd -> note(costs.worst(usd), "quiet"));
  }

  private void note(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    notes.getChildren().add(label);
  }
}
