package dev.pollux.ui.results;

import dev.pollux.results.Accounting;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.TabBar;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// All, answered, failed or blocked rows, with how many there are of each. Rows that came out with
/// neither answer nor reason have a button of their own when there are any.
final class OutcomeFilter {
  private final Words words;
  private final TabBar<Optional<OutcomeKind>> segments =
      new TabBar<>(Optional.empty(), "results-segment");
  private final HBox root = segments.node();

  OutcomeFilter(Words words, Consumer<Optional<OutcomeKind>> onChoice) {
    this.words = words;
    root.setId("results-filter");
    root.setAlignment(Pos.CENTER_RIGHT);
    root.setAccessibleText(words.get("results.filter.accessible"));
    segments.add(Optional.empty(), "results-filter-all", "");
    for (OutcomeKind kind : OutcomeKind.values()) {
      segments.add(Optional.of(kind), "results-filter-" + id(kind), "");
    }
    segments.chosen().subscribe(onChoice);
    uncounted();
  }

  Node node() {
    return root;
  }

  private static String id(OutcomeKind kind) {
    return switch (kind) {
      case ANSWERED -> "answered";
      case FAILED -> "failed";
      case BLOCKED -> "blocked";
      case MISSING -> "missing";
    };
  }

  void choose(Optional<OutcomeKind> kind) {
    segments.choose(kind);
  }

  /// Nothing can be chosen as long as nobody knows which rows these are.
  void uncounted() {
    root.setDisable(true);
    all().setText(words.get("results.filter.all"));
    for (OutcomeKind kind : OutcomeKind.values()) {
      button(kind).setText(words.get(key(kind)));
    }
    show(button(OutcomeKind.MISSING), false);
  }

  void counted(Accounting accounts) {
    root.setDisable(false);
    long rows = 0;
    for (OutcomeKind kind : OutcomeKind.values()) {
      long of = accounts.rows(kind).size();
      rows += of;
      ToggleButton button = button(kind);
      button.setText(words.get("results.filter.count", words.get(key(kind)), of));
      button.setDisable(of == 0);
      show(button, of > 0 || kind != OutcomeKind.MISSING);
    }
    all().setText(words.get("results.filter.count", words.get("results.filter.all"), rows));
  }

  private ToggleButton all() {
    return segments.button(Optional.empty());
  }

  private ToggleButton button(OutcomeKind kind) {
    return segments.button(Optional.of(kind));
  }

  private static void show(ToggleButton button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private static String key(OutcomeKind kind) {
    return switch (kind) {
      case ANSWERED -> "results.filter.answered";
      case FAILED -> "results.filter.failed";
      case BLOCKED -> "results.filter.blocked";
      case MISSING -> "results.filter.missing";
    };
  }
}
