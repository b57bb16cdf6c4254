package dev.pollux.ui.wizard;

import dev.pollux.domain.TableInfo;
import dev.pollux.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is asked of each row: a template with all that goes with it, or the table's own requests;
/// with real rows below, and a trial of them.
final class RequestsStep extends StepView {
  private final WizardModel model;
  private final WizardController controller;
  private final Words words;
  private final ToggleButton template = new ToggleButton();
  private final ToggleButton own = new ToggleButton();
  private final FlowPane tabs = new FlowPane();
  private final StackPane front = new StackPane();
  private final VBox studio = new VBox(8, tabs, front);
  private final RecipeMenu recipes;
  private final AskSection ask;
  private final Map<ToggleButton, Section> sections = new LinkedHashMap<>();
  private final PreviewPane preview;
  private final TrialPane trial;
  private final ToggleButton showPreview = new ToggleButton();
  private final ToggleButton showTrial = new ToggleButton();
  private final StackPane below = new StackPane();
  private Optional<TableInfo> shown = Optional.empty();

  RequestsStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.requests.question"), words.get("wizard.requests.sentence"));
    this.model = model;
    this.controller = controller;
    this.words = words;
    recipes = new RecipeMenu(model, controller, words);
    ask = new AskSection(model, controller, words);
    preview = new PreviewPane(model, controller, words);
    trial = new TrialPane(model, controller, words);
    ToggleGroup group = new ToggleGroup();
    tab("ask", words.get("wizard.requests.ask"), ask, group);
    tab(
        "system",
        words.get("wizard.requests.tab.system"),
        new SystemSection(model, controller, words),
        group);
    tab(
        "answer",
        words.get("wizard.requests.tab.answer"),
        new AnswerSection(model, controller, words),
        group);
    tab(
        "columns",
        words.get("wizard.requests.tab.columns"),
        new ColumnsSection(model, controller, words),
        group);
    tab(
        "files",
        words.get("wizard.requests.tab.files"),
        new FilesSection(model, controller, words),
        group);
    tab(
        "rows",
        words.get("wizard.requests.tab.rows"),
        new RowsSection(model, controller, words),
        group);
    sections.keySet().iterator().next().setSelected(true);
    front.setMinHeight(100);
    front.setPrefHeight(206);
    front.setMaxHeight(Double.MAX_VALUE);
    VBox.setVgrow(front, Priority.ALWAYS);
    VBox card = new VBox(6, belowTabs(), below);
    card.getStyleClass().addAll("card", "wizard-preview");
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    VBox.setVgrow(studio, Priority.SOMETIMES);
    card.setMinHeight(110);
    add(kinds(), recipes.below(), studio, card);
  }

  private void tab(String id, String text, Section section, ToggleGroup group) {
    ToggleButton tab = new ToggleButton(text);
    tab.setId("wizard-tab-" + id);
    tab.getStyleClass().add("tab-button");
    tab.setToggleGroup(group);
    tab.setOnAction(_ -> {
      tab.setSelected(true);
      show();
    });
    sections.put(tab, section);
    tabs.getChildren().add(tab);
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
    return new HBox(8, template, own, recipes.root());
  }

  private void choose(boolean made) {
    model.template.set(made);
    controller.onEdited();
  }

  private Node belowTabs() {
    ToggleGroup group = new ToggleGroup();
    showPreview.setText(words.get("wizard.requests.tab.preview"));
    showPreview.setId("wizard-tab-preview");
    showTrial.setText(words.get("wizard.requests.tab.trial"));
    showTrial.setId("wizard-tab-trial");
    for (ToggleButton tab : new ToggleButton[] {showPreview, showTrial}) {
      tab.getStyleClass().add("tab-button");
      tab.setToggleGroup(group);
      tab.setOnAction(_ -> {
        tab.setSelected(true);
        show();
      });
    }
    showPreview.setSelected(true);
    HBox head = new HBox(showPreview, showTrial);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  @Override
  Node firstField() {
    if (!model.template.get()) {
      return own;
    }
    if (model.prompt.get().isBlank()) {
      sections.keySet().iterator().next().fire();
    }
    return ask.editor();
  }

  @Override
  void show() {
    boolean made = model.template.get();
    template.setSelected(made);
    own.setSelected(!made);
    studio.setVisible(made);
    studio.setManaged(made);
    showTrial.setVisible(made);
    if (!made) {
      showPreview.setSelected(true);
    }
    if (!model.table.get().equals(shown)) {
      shown = model.table.get();
      preview.first();
    }
    sections.forEach((tab, section) -> {
      if (tab.isSelected()) {
        put(front, section.root());
        section.show();
      }
    });
    put(below, showTrial.isSelected() ? trial.root() : preview.root());
    recipes.show();
    preview.show();
    trial.show();
  }

  private static void put(StackPane place, Node node) {
    if (!place.getChildren().contains(node)) {
      place.getChildren().setAll(node);
    }
  }
}
