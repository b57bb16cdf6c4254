package dev.pollux.ui.wizard;

import dev.pollux.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the job is so far, on the right.
final class SummaryView {
  private static final int LINE = 24;
  private final Words words;
  private final VBox root = new VBox(10);
  private final Label source = new Label();
  private final Label rows = new Label();
  private final Label model = new Label();
  private final Label destination = new Label();
  private final Label location = new Label();
  private final Label cost = new Label();

  SummaryView(Words words, boolean simulated) {
    this.words = words;
    Label title = new Label(words.get("wizard.summary.title"));
    title.getStyleClass().add("heading");
    root.setId("wizard-summary");
    root.getStyleClass().addAll("wizard-summary", "side", "line-left");
    root.getChildren().add(title);
    add("wizard.summary.source", source);
    add("wizard.summary.rows", rows);
    add("wizard.summary.model", model);
    add("wizard.summary.destination", destination);
    add("wizard.summary.location", location);
    cost.setId("wizard-summary-cost");
    add("wizard.summary.cost", cost);
    if (simulated) {
      Label badge = new Label(words.get("wizard.summary.simulated"));
      badge.getStyleClass().addAll("badge", "simulated");
      badge.setWrapText(true);
      root.getChildren().add(badge);
    }
  }

  private void add(String key, Label value) {
    Label name = new Label(words.get(key));
    name.getStyleClass().add("caption");
    value.setWrapText(true);
    value.getStyleClass().add("heading");
    root.getChildren().add(new VBox(2, name, value));
  }

  VBox root() {
    return root;
  }

  void show(WizardModel draft) {
    String none = words.get("wizard.summary.none");
    source.setText(draft.table.get().map(t -> breakable(t.ref().shortName())).orElse(none));
    rows.setText(
        draft.table.get().map(t -> words.get("wizard.summary.count", t.rows())).orElse(none));
    model.setText(draft.geminiModel().map(m -> m.id()).orElse(none));
    destination.setText(
        draft
            .dataset
            .get()
            .filter(_ -> !draft.tableName.get().isBlank())
            .map(d -> breakable(d.ref().dataset() + "." + draft.tableName.get()))
            .orElse(none));
    location.setText(draft.jobLocation().map(l -> l.id()).orElse(none));
    cost.setText(draft.costText.get().isEmpty() ? "–" : draft.costText.get());
  }

  /// A long name stands below its dataset: JavaFX would break it within a word.
  private static String breakable(String name) {
    return name.length() > LINE ? name.replaceFirst("\\.", ".\n") : name;
  }
}
