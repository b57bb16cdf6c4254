package dev.pollux.ui.wizard;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.FilePart;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Columns that hold the addresses of files which go with the prompt.
final class FilesSection extends Section {
  private static final String BY_NAME = "";
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final VBox lines = new VBox(6);
  private final Button add = new Button();
  private List<FilePart> shown = List.of();
  private Optional<TableInfo> of = Optional.empty();

  FilesSection(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    Label what = new Label(words.get("wizard.files.what"));
    what.getStyleClass().add("quiet");
    what.setWrapText(true);
    add.setId("wizard-files-add");
    add.setText(words.get("wizard.files.add"));
    add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    add.setOnAction(_ -> add());
    root().getChildren().addAll(what, lines, add);
  }

  private List<String> texts() {
    return model
        .table
        .get()
        .map(info ->
            info.schema().fields().stream()
                .filter(f -> f.type() == FieldType.STRING && !f.isRepeated())
                .map(Field::name)
                .toList())
        .orElse(List.of());
  }

  private void add() {
    List<FilePart> files = new ArrayList<>(model.files.get());
    files.add(new FilePart(texts().getFirst(), new FilePart.MimeType.FromName()));
    keep(files);
  }

  private void keep(List<FilePart> files) {
    if (!files.equals(model.files.get())) {
      model.files.set(List.copyOf(files));
      controller.onEdited();
    }
  }

  @Override
  void show() {
    add.setDisable(texts().isEmpty());
    if (!model.files.get().equals(shown) || !model.table.get().equals(of)) {
      shown = model.files.get();
      of = model.table.get();
      lines.getChildren().clear();
      for (int i = 0; i < shown.size(); i++) {
        lines.getChildren().add(line(i, shown.get(i)));
      }
    }
  }

  private Node line(int index, FilePart file) {
    ComboBox<String> column = new ComboBox<>();
    column.setId("wizard-file-" + index);
    column.setAccessibleText(words.get("wizard.files.column"));
    column.getItems().setAll(texts());
    column.setValue(file.column());
    ComboBox<String> mime = new ComboBox<>();
    mime.setId("wizard-file-mime-" + index);
    mime.setAccessibleText(words.get("wizard.files.mime"));
    mime.getItems().add(BY_NAME);
    mime.getItems().addAll(texts());
    mime.setConverter(
        new WordsConverter<>(name ->
            name.isEmpty()
                ? words.get("wizard.files.by-name")
                : words.get("wizard.files.by-column", name)));
    mime.setValue(
        file.mime() instanceof FilePart.MimeType.FromColumn(String name) ? name : BY_NAME);
    Runnable change = () -> replace(index, column.getValue(), mime.getValue());
    column.valueProperty().subscribe((_, _) -> change.run());
    mime.valueProperty().subscribe((_, _) -> change.run());
    Button remove = new Button();
    remove.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    remove.setAccessibleText(words.get("wizard.files.remove", file.column()));
    remove.getStyleClass().addAll("flat", "button-icon");
    remove.setOnAction(_ -> {
      List<FilePart> files = new ArrayList<>(model.files.get());
      files.remove(index);
      keep(files);
    });
    HBox line = new HBox(8, column, mime, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void replace(int index, String column, String mime) {
    List<FilePart> files = new ArrayList<>(model.files.get());
    FilePart.MimeType type =
        mime.isEmpty() ? new FilePart.MimeType.FromName() : new FilePart.MimeType.FromColumn(mime);
    files.set(index, new FilePart(column, type));
    keep(files);
  }
}
