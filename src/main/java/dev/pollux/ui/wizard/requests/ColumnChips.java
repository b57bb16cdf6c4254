package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.column.ColumnNames;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;

/// The columns of the table on one line, to be clicked into the prompt; those that have no room
/// there are in the menu at its end, up to a bound. The ones that the prompt uses are coloured.
final class ColumnChips {
  private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

  /// A button is drawn to be measured, in the menu too, and a table may have ten thousand columns.
  private static final int MOST = 100;

  private final Consumer<String> insert;
  private final Words words;
  private final ToolBar bar = new ToolBar();
  private List<String> names = List.of();

  ColumnChips(Consumer<String> insert, Words words) {
    this.insert = insert;
    this.words = words;
    bar.setId("wizard-chips");
    bar.getStyleClass().add("studio-chips");
    bar.setMinWidth(0);
  }

  Node root() {
    return bar;
  }

  void show(DraftState state) {
    List<String> now = state.table().map(info -> ColumnNames.of(info.schema())).orElse(List.of());
    if (!now.equals(names)) {
      names = now;
      bar.getItems().setAll(names.stream().limit(MOST).map(this::chip).toList());
      if (names.size() > MOST) {
        bar.getItems().add(rest(names.size() - MOST));
      }
    }
    Set<String> used =
        state.spec().template().columns().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (int i = 0; i < Math.min(MOST, names.size()); i++) {
      bar.getItems()
          .get(i)
          .pseudoClassStateChanged(USED, used.contains(names.get(i).toLowerCase(Locale.ROOT)));
    }
  }

  /// The others are offered where one types.
  private Node rest(int number) {
    Label rest = new Label(words.get("wizard.requests.more-columns", number));
    rest.setId("wizard-chips-rest");
    rest.getStyleClass().add("quiet");
    return rest;
  }

  private Node chip(String name) {
    Button chip = new Button(name);
    chip.setId("wizard-chip-" + name);
    chip.setMnemonicParsing(false);
    chip.setAccessibleText(words.get("wizard.requests.insert", name));
    chip.setTooltip(new Tooltip(words.get("wizard.requests.insert", name)));
    chip.getStyleClass().addAll("compact", "wizard-chip");
    chip.setOnAction(_ -> insert.accept(name));
    return chip;
  }
}
