package dev.pollux.ui.wizard;

import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.ColumnNames;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.CodeEditor;
import dev.pollux.ui.kit.RichCodeEditor;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The prompt, and the columns to click into it.
final class AskSection extends Section {
  private final WizardModel model;
  private final Words words;
  private final CodeEditor prompt;
  private final FlowPane chips = new FlowPane(6, 6);
  private final CheckBox guard = new CheckBox();
  private Optional<TableInfo> shown = Optional.empty();

  AskSection(WizardModel model, WizardController controller, Words words) {
    this.model = model;
    this.words = words;
    prompt = new RichCodeEditor("wizard-template", words.get("wizard.requests.example"));
    prompt.node().setMinHeight(70);
    prompt.node().setPrefHeight(110);
    VBox.setVgrow(prompt.node(), Priority.ALWAYS);
    prompt.text().bindBidirectional(model.prompt);
    prompt.text().subscribe(_ -> controller.onEdited());
    prompt.setMarks(text -> TemplateMarks.marks(text, model.table.get()));
    prompt.setCompletion(before -> TemplateMarks.complete(before, model.table.get()));
    chips.setId("wizard-chips");
    guard.setId("wizard-guard");
    guard.setText(words.get("wizard.requests.guard"));
    guard.setTooltip(new Tooltip(words.get("wizard.requests.guard.why")));
    guard.setWrapText(true);
    guard.selectedProperty().bindBidirectional(model.guarded);
    guard.selectedProperty().subscribe(_ -> controller.onEdited());
    root().getChildren().addAll(prompt.node(), chips, guard);
  }

  Node editor() {
    return prompt.node().lookup("#wizard-template");
  }

  @Override
  void show() {
    Optional<TableInfo> table = model.table.get();
    if (!table.equals(shown)) {
      shown = table;
      List<String> names = table.map(info -> ColumnNames.of(info.schema())).orElse(List.of());
      chips.getChildren().setAll(names.stream().map(this::chip).toList());
      prompt.setMarks(text -> TemplateMarks.marks(text, table));
    }
  }

  private Node chip(String name) {
    Button chip = new Button(name);
    chip.setId("wizard-chip-" + name);
    chip.setMnemonicParsing(false);
    chip.setAccessibleText(words.get("wizard.requests.insert", name));
    chip.getStyleClass().addAll("small", "wizard-chip");
    chip.setOnAction(_ -> prompt.insert("{{" + name + "}}"));
    return chip;
  }
}
