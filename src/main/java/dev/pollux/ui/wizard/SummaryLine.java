package dev.pollux.ui.wizard;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.state.DraftState;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the job is so far, in one line.
final class SummaryLine {
  private final Words words;
  private final Label text = new Label();
  private final Tooltip whole = new Tooltip();
  private final HBox root;

  SummaryLine(Words words, boolean simulated) {
    this.words = words;
    text.setId("wizard-summary");
    text.setMinWidth(0);
    text.setTooltip(whole);
    root = new HBox(12, text);
    root.setAlignment(Pos.CENTER_LEFT);
    if (simulated) {
      Label badge = new Label(words.get("wizard.summary.simulated"));
      badge.getStyleClass().addAll("badge", "simulated");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      root.getChildren().add(badge);
    }
  }

  Node root() {
    return root;
  }

  void show(DraftState state) {
    List<String> parts = new ArrayList<>();
    rows(state).ifPresent(parts::add);
    state.model().ifPresent(model -> parts.add(model.id()));
    DraftCost.price(state)
        .ifPresent(price ->
            parts.add(
                words.get(
                    "wizard.summary.in-batch", Money.range(words, price.low(), price.high()))));
    state.destination().ifPresent(to -> parts.add(words.get("wizard.summary.to", to.shortName())));
    text.setText(String.join("  ·  ", parts));
    whole.setText(text.getText());
  }

  /// As many as are asked about; all rows of the table while that is not known.
  private Optional<String> rows(DraftState state) {
    long all = state.table().map(TableInfo::rows).orElse(-1L);
    long rows = state.rows().orElse(all);
    return rows < 0 ? Optional.empty() : Optional.of(words.get("wizard.summary.row-count", rows));
  }
}
