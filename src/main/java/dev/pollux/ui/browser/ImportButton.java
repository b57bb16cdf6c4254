package dev.pollux.ui.browser;

import dev.pollux.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Lets a person choose a file to make a table of.
final class ImportButton {
  private final Button button;
  private final Words words;
  private final Consumer<Path> chosen;

  ImportButton(Words words, Consumer<Path> chosen) {
    this.words = words;
    this.chosen = chosen;
    button = new Button(words.get("imports.open"), new FontIcon(MaterialDesignI.IMPORT));
    button.setId("browser-import");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> choose());
  }

  Button node() {
    return button;
  }

  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("imports.choose"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                "CSV, TSV, JSONL, Parquet, XLSX",
                "*.csv",
                "*.tsv",
                "*.jsonl",
                "*.ndjson",
                "*.parquet",
                "*.xlsx"));
    Optional.ofNullable(chooser.showOpenDialog(button.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(chosen);
  }
}
