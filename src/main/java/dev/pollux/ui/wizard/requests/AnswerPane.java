package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.SchemaCheck;
import dev.pollux.prompt.answer.SchemaJson;
import dev.pollux.prompt.answer.SchemaReader;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whether the answer is text or columns, and which columns.
final class AnswerSection extends Section {
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final RadioButton asText = new RadioButton();
  private final RadioButton asColumns = new RadioButton();
  private final VBox lines = new VBox(6);
  private final TextArea json = new TextArea();
  private final Label said = new Label();
  private final VBox builder = new VBox(8);
  private final List<MemberLine> drawn = new ArrayList<>();
  private AnswerSchema kept = SchemaEdits.fresh();
  private Optional<AnswerSchema> shown = Optional.empty();

  AnswerSection(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    ToggleGroup group = new ToggleGroup();
    asText.setId("wizard-answer-text");
    asText.setText(words.get("wizard.answer.text"));
    asText.setToggleGroup(group);
    asText.setOnAction(_ -> set(Optional.empty()));
    asColumns.setId("wizard-answer-columns");
    asColumns.setText(words.get("wizard.answer.columns"));
    asColumns.setToggleGroup(group);
    asColumns.setOnAction(_ -> set(Optional.of(kept)));
    json.setId("wizard-schema-json");
    json.getStyleClass().add("mono");
    json.setPrefRowCount(8);
    json.setPromptText(words.get("wizard.schema.paste-here"));
    said.setId("wizard-schema-said");
    said.setWrapText(true);
    said.getStyleClass().add("quiet");
    ScrollPane scroll = new ScrollPane(new VBox(8, lines, json, said));
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(150);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    json.managedProperty().bind(json.visibleProperty());
    json.setVisible(false);
    said.managedProperty().bind(said.visibleProperty());
    builder.getChildren().addAll(scroll, buttons());
    VBox.setVgrow(builder, Priority.ALWAYS);
    root().getChildren().addAll(new HBox(16, asText, asColumns), builder);
  }

  private FlowPane buttons() {
    Button add = button("wizard-schema-add", "wizard.schema.add");
    add.setOnAction(_ -> edit(schema -> SchemaEdits.add(schema, List.of()), true));
    Button show = button("wizard-schema-show", "wizard.schema.show");
    show.setOnAction(_ -> {
      json.setVisible(!json.isVisible());
      write();
    });
    Button read = button("wizard-schema-read", "wizard.schema.read-it");
    read.setOnAction(_ -> read());
    read.visibleProperty().bind(json.visibleProperty());
    return new FlowPane(8, 6, add, show, read);
  }

  private Button button(String id, String key) {
    Button button = new Button(words.get(key));
    button.setId(id);
    button.getStyleClass().add("small");
    return button;
  }

  private void read() {
    SchemaReader.Reading reading = SchemaReader.read(json.getText());
    said.setText(
        reading.findings().stream().map(controller::say).collect(Collectors.joining("\n")));
    said.setVisible(!said.getText().isEmpty());
    reading.schema().ifPresent(schema -> set(Optional.of(schema)));
  }

  private void set(Optional<AnswerSchema> schema) {
    schema.ifPresent(s -> kept = s);
    model.answer.set(schema);
    controller.onEdited();
  }

  private void edit(UnaryOperator<AnswerSchema> change, boolean redraw) {
    kept = change.apply(kept);
    if (!redraw) {
      shown = Optional.of(kept);
    }
    set(Optional.of(kept));
  }

  @Override
  void show() {
    Optional<AnswerSchema> now = model.answer.get();
    asText.setSelected(now.isEmpty());
    asColumns.setSelected(now.isPresent());
    builder.setVisible(now.isPresent());
    builder.setManaged(now.isPresent());
    if (!now.equals(shown)) {
      shown = now;
      now.ifPresent(this::draw);
    }
    now.ifPresent(this::point);
    write();
  }

  private void write() {
    if (!json.isFocused()) {
      json.setText(model.answer.get().map(SchemaJson::pretty).orElse(""));
    }
  }

  private void draw(AnswerSchema schema) {
    kept = schema;
    lines.getChildren().clear();
    drawn.clear();
    for (int i = 0; i < schema.members().size(); i++) {
      Member member = schema.members().get(i);
      line(List.of(i), member);
      List<Member> inside = member.type().members();
      for (int j = 0; j < inside.size(); j++) {
        line(List.of(i, j), inside.get(j));
      }
      if (MemberKind.of(member.type()).hasMembers()) {
        List<Integer> group = List.of(i);
        Button add = button("wizard-schema-add-" + i, "wizard.schema.add-inside");
        add.setOnAction(_ -> edit(all -> SchemaEdits.add(all, group), true));
        HBox indented = new HBox(add);
        indented.setPadding(new Insets(0, 0, 0, 28));
        lines.getChildren().add(indented);
      }
    }
  }

  private void line(List<Integer> at, Member member) {
    MemberLine line = new MemberLine(at, member, words, this::edit);
    drawn.add(line);
    lines.getChildren().add(line.root());
  }

  /// Says what is wrong beside the line that it is about.
  private void point(AnswerSchema schema) {
    List<SchemaCheck.Spot> spots = SchemaCheck.spots(schema);
    for (MemberLine line : drawn) {
      line.say(
          spots.stream()
              .filter(spot -> spot.at().equals(line.at()))
              .map(SchemaCheck.Spot::finding)
              .filter(Finding::stops)
              .findFirst()
              .map(controller::say)
              .orElse(""));
    }
  }
}
