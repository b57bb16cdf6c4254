package dev.pollux.ui.results;

import dev.pollux.results.export.ExportFormat;
import dev.pollux.text.Words;
import java.io.File;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/// Asks for a form and a file, and has the rows that are shown written there.
final class ExportMenu {
  private final ResultsController controller;
  private final Words words;
  private final Supplier<String> name;
  private final MenuButton menu = new MenuButton();
  private final CheckMenuItem asShown = new CheckMenuItem();

  /// @param name what the file is called at first, without its ending
  ExportMenu(ResultsController controller, Words words, Supplier<String> name) {
    this.controller = controller;
    this.words = words;
    this.name = name;
    menu.setId("results-export");
    menu.setText(words.get("results.export"));
    menu.setAccessibleText(words.get("results.export.accessible"));
    menu.getStyleClass().addAll("flat", "small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    for (ExportFormat format : ExportFormat.values()) {
      menu.getItems().add(item(format));
    }
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

  private MenuItem item(ExportFormat format) {
    MenuItem item = new MenuItem(words.get("results.export." + format.ending()));
    item.setId("results-export-" + format.ending());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> ask(format));
    return item;
  }

  private void ask(ExportFormat format) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                words.get("results.export." + format.ending()), "*." + format.ending()));
    chooser.setInitialFileName(name.get() + "." + format.ending());
    File file = chooser.showSaveDialog(menu.getScene().getWindow());
    if (file != null) {
      controller.onExport(file.toPath(), format, asShown.isSelected());
    }
  }
}
