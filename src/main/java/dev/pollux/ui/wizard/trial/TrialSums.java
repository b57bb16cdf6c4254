package dev.pollux.ui.wizard.trial;

import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a trial came to, in two lines: how good the answers are, and what they took.
final class TrialSums {
  private static final double LINE = 24;
  private final Words words;
  private final TrialWords sayings;
  private final Label good = new Label();
  private final Label off = new Label();
  private final Label failed = new Label();
  private final Label stale = new Label();
  private final Label spent = new Label();
  private final Button goOn = new Button();
  private final HBox lower;
  private final VBox root;

  TrialSums(TrialController controller, Words words) {
    this.words = words;
    this.sayings = new TrialWords(words);
    good.getStyleClass().add("heading");
    off.getStyleClass().add("warning-text");
    failed.getStyleClass().add("problem");
    stale.setId("wizard-trial-stale");
    stale.getStyleClass().addAll("badge", "trial-stale");
    stale.setText(words.get("wizard.trial.stale"));
    spent.setId("wizard-trial-spent");
    spent.getStyleClass().add("caption");
    goOn.setId("wizard-trial-whole");
    goOn.getStyleClass().addAll("compact", "flat", "accent");
    goOn.setOnAction(_ -> controller.onGoOn());
    for (Region part : new Region[] {good, off, failed, stale, goOn}) {
      part.setMinWidth(Region.USE_PREF_SIZE);
      part.managedProperty().bind(part.visibleProperty());
    }
    spent.setMinWidth(Region.USE_PREF_SIZE);
    off.setTooltip(new Tooltip());
    HBox tally = new HBox(8, good, failed, off);
    tally.setId("wizard-trial-sums");
    tally.setAlignment(Pos.CENTER_LEFT);
    tally.setMinHeight(LINE);
    // Where the pane is narrow, what can be done stands below what was found.
    FlowPane upper = new FlowPane(8, 0, tally, stale, goOn);
    upper.setRowValignment(VPos.CENTER);
    lower = lower(spent);
    root = new VBox(upper, lower);
    root.getStyleClass().add("trial-sums");
  }

  private static HBox lower(Node left) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, left, space);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(LINE);
    return line;
  }

  Node root() {
    return root;
  }

  /// The end of the second line, where there is room.
  Pane lower() {
    return lower;
  }

  void show(DraftState state) {
    state.trial().ifPresent(trial -> show(state, trial));
  }

  private void show(DraftState state, Trial trial) {
    TrialTally tally = TrialTally.of(trial);
    good.setText(words.get("wizard.trial.as-asked", tally.asAsked(), tally.rows()));
    off(tally);
    say(failed, "wizard.trial.count-failed", tally.failed());
    stale.setVisible(!trial.isRunning() && !state.triedThis());
    goOn.setText(words.get("wizard.trial.whole", state.rows().orElse(-1)));
    goOn.setVisible(!trial.isRunning() && state.triedThis() && state.rows().isPresent());
    spent.setText(spent(state, trial, tally));
  }

  /// What is wrong where it is of one kind; how many are off, and in the tooltip why, where it is
  /// of several.
  private void off(TrialTally tally) {
    List<String> kinds =
        tally.faults().entrySet().stream()
            .map(fault -> sayings.off(fault.getKey(), fault.getValue()))
            .toList();
    off.setText(kinds.size() == 1 ? kinds.getFirst() : words.get("wizard.trial.off", tally.off()));
    off.getTooltip().setText(String.join("\n", kinds));
    off.setAccessibleHelp(String.join(", ", kinds));
    off.setVisible(tally.off() > 0);
  }

  private void say(Label label, String key, int count) {
    label.setText(words.get(key, count));
    label.setVisible(count > 0);
  }

  private String spent(DraftState state, Trial trial, TrialTally tally) {
    List<String> parts = new ArrayList<>();
    DraftCost.trialPrice(state, trial)
        .ifPresent(usd -> parts.add(words.get("wizard.trial.cost", Money.usd(words, usd))));
    if (tally.answers() > 0) {
      parts.add(
          words.get("wizard.trial.tokens-sum", tally.tokens().prompt(), tally.tokens().output()));
      parts.add(words.get("wizard.trial.each-took", tally.millis() / 1e3 / tally.answers()));
    }
    return String.join(" · ", parts);
  }
}
