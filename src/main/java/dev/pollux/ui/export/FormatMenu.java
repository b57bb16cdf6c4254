package dev.pollux.ui.export;

import dev.pollux.results.export.ExportFileName;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/// Asks for a form and a file, and has rows written there.
public final class FormatMenu {
  private final String id;
  private final Words words;
  private final Supplier<String> name;
  private final BiConsumer<Path, ExportFormat> write;
  private final MenuButton menu = new MenuButton();

  /// @param id of the menu, which those of its items begin with
  /// @param name what the file is called at first, without its ending
  /// @param write hears of the file that a person chose, in place of one that is there
  public FormatMenu(
      String id, Words words, Supplier<String> name, BiConsumer<Path, ExportFormat> write) {
    this.id = id;
    this.words = words;
    this.name = name;
    this.write = write;
    menu.setId(id);
    menu.setText(words.get("results.export"));
    menu.setAccessibleText(words.get("results.export.accessible"));
    menu.getStyleClass().addAll("flat", "small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    for (ExportFormat format : ExportFormat.values()) {
      menu.getItems().add(item(format));
    }
  }

  public MenuButton node() {
    return menu;
  }

  private MenuItem item(ExportFormat format) {
    MenuItem item = new MenuItem(words.get("results.export." + format.ending()));
    item.setId(id + "-" + format.ending());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> ask(format));
    return item;
  }

  private void ask(ExportFormat format) {
    // The dots of the menu say that a question follows.
    String kind = words.get("results.export." + format.ending()).replace("…", "").strip();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("results.export.accessible"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(kind, "*." + format.ending()));
    chooser.setInitialFileName(ExportFileName.of(name.get(), "pollux", format));
    File file = chooser.showSaveDialog(menu.getScene().getWindow());
    if (file != null) {
      write.accept(file.toPath(), format);
    }
  }
}
