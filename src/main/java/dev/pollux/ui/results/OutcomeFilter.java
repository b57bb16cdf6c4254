package dev.pollux.ui.results;

import dev.pollux.results.Accounting;
import dev.pollux.results.OutcomeKind;
import dev.pollux.text.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// All, answered, failed or blocked rows, with how many there are of each. Rows that came out with
/// neither answer nor reason have a button of their own when there are any.
final class OutcomeFilter {
  private final Words words;
  private final Consumer<Optional<OutcomeKind>> onChoice;
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton all = new ToggleButton();
  private final Map<OutcomeKind, ToggleButton> buttons = new EnumMap<>(OutcomeKind.class);
  private final HBox root = new HBox();

  OutcomeFilter(Words words, Consumer<Optional<OutcomeKind>> onChoice) {
    this.words = words;
    this.onChoice = onChoice;
    root.setId("results-filter");
    root.setAlignment(Pos.CENTER_RIGHT);
    root.setAccessibleText(words.get("results.filter.accessible"));
    add(all, "results-filter-all", Optional.empty());
    for (OutcomeKind fate : OutcomeKind.values()) {
      ToggleButton button = new ToggleButton();
      buttons.put(fate, button);
      add(button, "results-filter-" + id(fate), Optional.of(fate));
    }
    uncounted();
  }

  Node node() {
    return root;
  }

  private static String id(OutcomeKind fate) {
    return switch (fate) {
      case ANSWERED -> "answered";
      case FAILED -> "failed";
      case BLOCKED -> "blocked";
      case MISSING -> "missing";
    };
  }

  private void add(ToggleButton button, String id, Optional<OutcomeKind> fate) {
    button.setId(id);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("results-segment");
    button.setOnAction(_ -> {
      button.setSelected(true);
      onChoice.accept(fate);
    });
    root.getChildren().add(button);
  }

  void choose(Optional<OutcomeKind> fate) {
    fate.map(buttons::get).orElse(all).setSelected(true);
  }

  /// Nothing can be chosen as long as nobody knows which rows these are.
  void uncounted() {
    root.setDisable(true);
    all.setText(words.get("results.filter.all"));
    buttons.forEach((fate, button) -> button.setText(words.get(key(fate))));
    show(button(OutcomeKind.MISSING), false);
  }

  void counted(Accounting accounts) {
    root.setDisable(false);
    long rows = 0;
    for (OutcomeKind fate : OutcomeKind.values()) {
      long of = accounts.rows(fate).size();
      rows += of;
      ToggleButton button = button(fate);
      button.setText(words.get("results.filter.count", words.get(key(fate)), of));
      button.setDisable(of == 0);
      show(button, of > 0 || fate != OutcomeKind.MISSING);
    }
    all.setText(words.get("results.filter.count", words.get("results.filter.all"), rows));
  }

  private ToggleButton button(OutcomeKind fate) {
    return Objects.requireNonNull(buttons.get(fate));
  }

  private static void show(ToggleButton button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private static String key(OutcomeKind fate) {
    return switch (fate) {
      case ANSWERED -> "results.filter.answered";
      case FAILED -> "results.filter.failed";
      case BLOCKED -> "results.filter.blocked";
      case MISSING -> "results.filter.missing";
    };
  }
}
