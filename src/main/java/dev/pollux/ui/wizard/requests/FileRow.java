package dev.pollux.ui.wizard.requests;

import dev.pollux.prompt.FilePart;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.wizard.step.LetterKeys;
import dev.pollux.ui.wizard.step.WordsConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One column of addresses, and where the type of its files comes from.
final class FileRow {
  private final Words words;
  private final Consumer<FilePart> keep;
  private final ComboBox<String> column = new ComboBox<>();
  private final ComboBox<FilePart.MimeType> mime = new ComboBox<>();
  private final Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
  private final HBox root;
  private boolean showing;

  /// @param keep hears the file as it is by now
  FileRow(int index, Words words, Consumer<FilePart> keep, Runnable gone) {
    this.words = words;
    this.keep = keep;
    column.setId("wizard-file-" + index);
    column.setAccessibleText(words.get("wizard.files.column"));
    SteadyWidth.ofFirst(column);
    column.setConverter(new WordsConverter<>(Function.identity()));
    mime.setId("wizard-file-mime-" + index);
    mime.setAccessibleText(words.get("wizard.files.mime"));
    mime.setConverter(new WordsConverter<>(this::text));
    SteadyWidth.names(column, 200);
    HBox.setHgrow(mime, Priority.ALWAYS);
    mime.setMaxWidth(Double.MAX_VALUE);
    LetterKeys.on(column);
    LetterKeys.on(mime);
    column.valueProperty().subscribe((_, _) -> change());
    mime.valueProperty().subscribe((_, _) -> change());
    remove.setId("wizard-file-remove-" + index);
    remove.getStyleClass().addAll("flat", "button-icon", "compact");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setOnAction(_ -> gone.run());
    root = new HBox(8, column, mime, remove);
    root.setAlignment(Pos.CENTER_LEFT);
  }

  Node root() {
    return root;
  }

  private String text(FilePart.MimeType type) {
    return switch (type) {
      case FilePart.MimeType.FromName _ -> words.get("wizard.files.by-name");
      case FilePart.MimeType.FromColumn(String name) -> words.get("wizard.files.by-column", name);
      case FilePart.MimeType.Fixed(String mimeType) -> mimeType;
    };
  }

  private void change() {
    if (!showing && column.getValue() != null && mime.getValue() != null) {
      keep.accept(new FilePart(column.getValue(), mime.getValue()));
    }
  }

  /// @param texts the columns that can hold an address or a type
  void show(FilePart file, List<String> texts) {
    List<FilePart.MimeType> types = new ArrayList<>();
    types.add(new FilePart.MimeType.FromName());
    texts.forEach(name -> types.add(new FilePart.MimeType.FromColumn(name)));
    if (!types.contains(file.mime())) {
      types.add(file.mime());
    }
    showing = true;
    try {
      items(column, texts);
      items(mime, types);
      column.setValue(file.column());
      mime.setValue(file.mime());
      remove.setAccessibleText(words.get("wizard.files.remove", file.column()));
    } finally {
      showing = false;
    }
  }

  private static <T> void items(ComboBox<T> box, List<T> now) {
    if (!box.getItems().equals(now)) {
      box.getItems().setAll(now);
    }
  }
}
