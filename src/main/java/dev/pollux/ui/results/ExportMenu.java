package dev.pollux.ui.results;

import dev.pollux.text.Words;
import dev.pollux.ui.export.FormatMenu;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;

/// Asks for a form and a file, and has the rows that are shown written there.
final class ExportMenu {
  private final Words words;
  private final MenuButton menu;
  private final CheckMenuItem asShown = new CheckMenuItem();

  /// @param name what the file is called at first, without its ending
  ExportMenu(ResultsController controller, Words words, Supplier<String> name) {
    this.words = words;
    this.menu =
        new FormatMenu(
                "results-export",
                words,
                name,
                (file, format) -> controller.onExport(file, format, asShown.isSelected()))
            .node();
    asShown.setId("results-export-shown");
    asShown.setText(words.get("results.export.shown"));
    menu.getItems().addAll(new SeparatorMenuItem(), asShown);
  }

  /// Says how many rows are written, where those are not all of them.
  void rows(OptionalLong some) {
    menu.setText(
        some.isPresent()
            ? words.get("results.export.some", some.getAsLong())
            : words.get("results.export"));
  }

  Node node() {
    return menu;
  }
}
