package dev.pollux.ui.wizard;

import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.finding.Finding;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is asked of each row: a template, or the table's own requests; with real rows below.
final class RequestsStep extends StepView {
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final TextArea prompt = new TextArea();
  private final TextArea system = new TextArea();
  private final FlowPane chips = new FlowPane(6, 6);
  private final TextArea preview = new TextArea();
  private final Label which = new Label();
  private final ToggleButton template = new ToggleButton();
  private final ToggleButton own = new ToggleButton();
  private final ToggleButton json = new ToggleButton("JSON");
  private final VBox fields = new VBox(8);
  private int row;
  private @Nullable TableInfo shown;

  RequestsStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.requests.question"), words.get("wizard.requests.sentence"));
    this.model = model;
    this.controller = controller;
    this.words = words;
    prompt.setId("wizard-template");
    prompt.setWrapText(true);
    prompt.setPrefRowCount(4);
    prompt.setMinHeight(70);
    prompt.setPromptText(words.get("wizard.requests.example"));
    prompt.textProperty().bindBidirectional(model.prompt);
    system.setId("wizard-system");
    system.setWrapText(true);
    system.setPrefRowCount(2);
    system.setMinHeight(44);
    system.setPromptText(words.get("wizard.requests.system-example"));
    system.textProperty().bindBidirectional(model.system);
    prompt.textProperty().subscribe(_ -> controller.onEdited());
    system.textProperty().subscribe(_ -> controller.onEdited());
    fields
        .getChildren()
        .addAll(
            caption(words.get("wizard.requests.ask")),
            prompt,
            chips,
            caption(words.get("wizard.requests.system")),
            system);
    VBox card = new VBox(previewHead(), preview);
    card.getStyleClass().addAll("card", "wizard-preview");
    VBox.setVgrow(card, Priority.ALWAYS);
    card.setMinHeight(120);
    add(kinds(), fields, card);
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    template.setText(words.get("wizard.requests.template"));
    template.setId("wizard-kind-template");
    template.setToggleGroup(group);
    template.setOnAction(_ -> choose(true));
    own.setText(words.get("wizard.requests.own"));
    own.setId("wizard-kind-own");
    own.setToggleGroup(group);
    own.setOnAction(_ -> choose(false));
    return new HBox(8, template, own);
  }

  private void choose(boolean made) {
    model.template.set(made);
    controller.onEdited();
  }

  private Node previewHead() {
    preview.setId("wizard-preview-text");
    preview.setEditable(false);
    preview.setWrapText(true);
    preview.getStyleClass().add("value-text");
    VBox.setVgrow(preview, Priority.ALWAYS);
    which.getStyleClass().add("heading");
    Button before = new Button("‹");
    before.setId("wizard-preview-before");
    before.setAccessibleText(words.get("wizard.requests.before"));
    before.setOnAction(_ -> turn(-1));
    Button after = new Button("›");
    after.setId("wizard-preview-after");
    after.setAccessibleText(words.get("wizard.requests.after"));
    after.setOnAction(_ -> turn(1));
    json.setId("wizard-preview-json");
    json.getStyleClass().add("small");
    json.setOnAction(_ -> show());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, which, before, after, space, json);
    head.setAlignment(Pos.CENTER_LEFT);
    before.getStyleClass().add("small");
    after.getStyleClass().add("small");
    return head;
  }

  private void turn(int by) {
    int size = model.sample.get().size();
    if (size > 0) {
      row = Math.floorMod(row + by, size);
      show();
    }
  }

  @Override
  Node firstField() {
    return model.template.get() ? prompt : own;
  }

  @Override
  void show() {
    template.setSelected(model.template.get());
    own.setSelected(!model.template.get());
    fields.setVisible(model.template.get());
    fields.setManaged(model.template.get());
    TableInfo info = model.table.get().orElse(null);
    if (info == null) {
      preview.setText("");
      return;
    }
    if (!info.equals(shown)) {
      shown = info;
      row = 0;
      chips.getChildren().setAll(info.schema().fields().stream().map(this::chip).toList());
    }
    List<Row> sample = model.sample.get();
    row = Math.min(row, Math.max(0, sample.size() - 1));
    which.setText(words.get("wizard.requests.which", sample.isEmpty() ? 0 : row + 1, info.rows()));
    preview.setText(sample.isEmpty() ? "" : render(info, sample.get(row)));
  }

  private String render(TableInfo info, Row of) {
    if (!model.template.get()) {
      int column = info.schema().indexOf("request");
      return column < 0
          ? words.get("wizard.requests.no-column")
          : ValueText.pretty(
              ValueText.full(info.schema().fields().get(column), of.values().get(column)));
    }
    if (model.spec().template().check(info.schema()).stream().anyMatch(Finding::stops)) {
      return "";
    }
    RequestRenderer renderer = new RequestRenderer(model.spec(), info.schema());
    return json.isSelected() ? ValueText.pretty(renderer.json(of)) : renderer.text(of);
  }

  private Node chip(Field field) {
    Button chip = new Button(field.name());
    chip.setId("wizard-chip-" + field.name());
    chip.setAccessibleText(words.get("wizard.requests.insert", field.name()));
    chip.getStyleClass().addAll("small", "wizard-chip");
    chip.setOnAction(_ -> {
      prompt.insertText(prompt.getCaretPosition(), "{{" + field.name() + "}}");
      prompt.requestFocus();
    });
    return chip;
  }
}
