package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a real row will send, as text or as JSON.
final class PreviewPane {
  /// Longer text is cut here: a text area takes seconds to lay out a megabyte.
  private static final int SHOWN = 20_000;

  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final TextArea preview = new TextArea();
  private final Label which = new Label();
  private final Label tokens = new Label();
  private final ToggleButton json = new ToggleButton("JSON");
  private final VBox root;
  private int row;

  PreviewPane(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    preview.setId("wizard-preview-text");
    preview.setEditable(false);
    preview.setPrefRowCount(3);
    preview.setPromptText(words.get("wizard.preview.empty"));
    preview.setWrapText(true);
    preview.getStyleClass().add("value-text");
    VBox.setVgrow(preview, Priority.ALWAYS);
    root = new VBox(6, head(words), preview);
  }

  private HBox head(Words words) {
    which.getStyleClass().add("heading");
    which.setMinWidth(0);
    tokens.setId("wizard-preview-tokens");
    tokens.getStyleClass().add("quiet");
    tokens.setMinWidth(Region.USE_PREF_SIZE);
    tokens.textProperty().bind(model.tokens);
    Button before = turner("‹", "wizard-preview-before", words.get("wizard.requests.before"), -1);
    Button after = turner("›", "wizard-preview-after", words.get("wizard.requests.after"), 1);
    json.setId("wizard-preview-json");
    json.getStyleClass().add("small");
    json.setMinWidth(Region.USE_PREF_SIZE);
    json.setOnAction(_ -> show());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, before, after, which, space, tokens, json);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button turner(String text, String id, String what, int by) {
    Button button = new Button(text);
    button.setId(id);
    button.setAccessibleText(what);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      int size = model.sample.get().size();
      if (size > 0) {
        row = Math.floorMod(row + by, size);
        show();
      }
    });
    return button;
  }

  VBox root() {
    return root;
  }

  void first() {
    row = 0;
  }

  void show() {
    Optional<TableInfo> info = model.table.get();
    List<Row> sample = model.sample.get();
    row = Math.min(row, Math.max(0, sample.size() - 1));
    which.setText(
        words.get(
            "wizard.requests.which",
            sample.isEmpty() ? 0 : row + 1,
            info.map(TableInfo::rows).orElse(0L)));
    String text = info.isEmpty() || sample.isEmpty() ? "" : render(info.get(), sample.get(row));
    String cut =
        text.length() <= SHOWN
            ? text
            : text.substring(0, SHOWN) + "\n" + words.get("wizard.preview.cut", text.length());
    if (!cut.equals(preview.getText())) {
      preview.setText(cut);
    }
  }

  private String render(TableInfo info, Row of) {
    if (!model.template.get()) {
      controller.onPreview("");
      int column = info.schema().indexOf("request");
      return column < 0
          ? words.get("wizard.requests.no-column")
          : ValueText.pretty(
              ValueText.full(info.schema().fields().get(column), of.values().get(column)));
    }
    if (model.spec().template().check(info.schema()).stream().anyMatch(Finding::stops)) {
      controller.onPreview("");
      return "";
    }
    RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema());
    String request = renderer.json(of);
    controller.onPreview(request);
    if (renderer.skips(of)) {
      return words.get("wizard.preview.skipped");
    }
    return json.isSelected() ? ValueText.pretty(request) : renderer.text(of);
  }
}
