package dev.pollux.ui.wizard.requests;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.FilePart;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Columns that hold the addresses of files which go with the prompt.
final class FilesPane {
  private final RequestsController controller;
  private final Words words;
  private final VBox lines = new VBox(6);
  private final List<FileRow> rows = new ArrayList<>();
  private final Button add = new Button("", new FontIcon(MaterialDesignP.PLUS));
  private final VBox root;
  private List<FilePart> files = List.of();
  private List<String> texts = List.of();

  FilesPane(RequestsController controller, Words words) {
    this.controller = controller;
    this.words = words;
    Label title = new Label(words.get("wizard.files.title"));
    title.getStyleClass().add("heading");
    Label what = new Label(words.get("wizard.files.what"));
    what.getStyleClass().add("quiet");
    what.setWrapText(true);
    add.setId("wizard-files-add");
    add.setText(words.get("wizard.files.add"));
    add.getStyleClass().add("compact");
    add.setOnAction(_ -> add());
    HBox head = new HBox(12, title, add);
    head.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(8, head, what, lines);
  }

  Region root() {
    return root;
  }

  private void add() {
    List<FilePart> all = new ArrayList<>(files);
    all.add(new FilePart(texts.getFirst(), new FilePart.MimeType.FromName()));
    controller.onFiles(all);
  }

  private void replace(int index, FilePart file) {
    List<FilePart> all = new ArrayList<>(files);
    all.set(index, file);
    controller.onFiles(all);
  }

  private void remove(int index) {
    List<FilePart> all = new ArrayList<>(files);
    all.remove(index);
    controller.onFiles(all);
    add.requestFocus();
  }

  void show(DraftState state) {
    files = state.draft().spec().files();
    texts =
        state.table().stream()
            .flatMap(info -> info.schema().fields().stream())
            .filter(field -> field.type() == FieldType.STRING && !field.isRepeated())
            .map(Field::name)
            .toList();
    add.setDisable(texts.isEmpty());
    while (rows.size() > files.size()) {
      lines.getChildren().remove(rows.removeLast().root());
    }
    while (rows.size() < files.size()) {
      int index = rows.size();
      FileRow row = new FileRow(index, words, now -> replace(index, now), () -> remove(index));
      rows.add(row);
      lines.getChildren().add(row.root());
    }
    for (int i = 0; i < files.size(); i++) {
      rows.get(i).show(files.get(i), texts);
    }
  }
}
