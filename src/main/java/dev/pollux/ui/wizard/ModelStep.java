package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ModelInfo;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.Price;
import dev.pollux.models.Rates;
import dev.pollux.prompt.SettingsFit;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Money;
import dev.pollux.ui.kit.ShortNumber;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which model: one of the list, or any resource name; how it answers; and what that costs.
final class ModelStep extends StepView {
  private static final double LIST = 232;
  private static final double NARROW = 600;
  private final Words words;
  private final WizardModel model;
  private final WizardController controller;
  private final ModelCatalog catalog;
  private final TextField name = new TextField();
  private final TableView<ModelInfo> list = new TableView<>();
  private final Label price = new Label();
  private final Label broken = new Label();
  private final SettingsPane settings;
  private final LimitsPane limits;

  ModelStep(WizardModel model, WizardController controller, Words words) {
    super(words.get("wizard.model.question"), words.get("wizard.model.sentence"));
    this.words = words;
    this.model = model;
    this.controller = controller;
    this.catalog = controller.costing().knowledge().catalog();
    name.setId("wizard-model-name");
    name.setPromptText("gemini-… , projects/…/locations/…/models/…");
    name.setAccessibleText(words.get("wizard.model.any"));
    name.textProperty().bindBidirectional(model.model);
    name.textProperty().subscribe(_ -> onModel());
    table();
    settings = new SettingsPane(model, controller, words);
    limits = new LimitsPane(controller.costing(), words);
    price.setId("wizard-model-price");
    price.setWrapText(true);
    price.getStyleClass().add("quiet");
    broken.setId("wizard-model-files");
    broken.setWrapText(true);
    broken.getStyleClass().add("warning-text");
    String problems =
        String.join(
            " ", controller.costing().knowledge().problems().stream().map(this::say).toList());
    broken.setText(problems);
    broken.setVisible(!problems.isEmpty());
    broken.setManaged(!problems.isEmpty());
    VBox below =
        new VBox(
            12,
            broken,
            list,
            caption(words.get("wizard.model.any")),
            name,
            price,
            settings.root(),
            new CostPane(model, controller.costing(), words).root(),
            limits.root());
    below.getStyleClass().add("wizard-model");
    ScrollPane scroll = new ScrollPane(below);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "wizard-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    add(scroll);
  }

  private String say(Finding finding) {
    return words.get("prompt." + finding.code(), finding.args().toArray());
  }

  private void table() {
    list.setId("wizard-model-list");
    list.setItems(model.models.filtered(ModelInfo::batch));
    list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    list.setMinHeight(LIST);
    list.setPrefHeight(LIST);
    list.setMaxHeight(Region.USE_PREF_SIZE);
    column("wizard.model.title", 185, ModelInfo::title);
    column("wizard.model.state", 105, this::state);
    TableColumn<ModelInfo, String> context = column("wizard.model.context", 64, this::context);
    TableColumn<ModelInfo, String> cost = column("wizard.model.price", 126, this::price);
    context.getStyleClass().add("number-cell");
    cost.getStyleClass().add("number-cell");
    TableColumn<ModelInfo, String> good =
        column("wizard.model.good", 220, m -> words.get("wizard.good." + m.goodFor()));
    good.visibleProperty().bind(list.widthProperty().greaterThan(NARROW));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            model.model.set(chosen.model().id());
          }
        });
  }

  private TableColumn<ModelInfo, String> column(
      String key, double width, Function<ModelInfo, String> text) {
    TableColumn<ModelInfo, String> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 150));
    column.setSortable(false);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    list.getColumns().add(column);
    return column;
  }

  /// The day a model ends says more than the word for it.
  private String state(ModelInfo info) {
    String stage = words.get("wizard.stage." + info.stage().name());
    boolean later = catalog.traits(info.model().id()).orLater();
    return info.retires().isEmpty() || later
        ? stage
        : words.get("wizard.model.until", day(info.retires().get(), FormatStyle.SHORT));
  }

  private String day(TemporalAccessor day, FormatStyle style) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(words.locale()).format(day);
  }

  private String context(ModelInfo info) {
    return info.contextTokens() == 0 ? "–" : ShortNumber.number(words, info.contextTokens());
  }

  private String price(ModelInfo info) {
    return controller.costing().price(info.model().id()) instanceof Price.Known known
        ? words.get(
            "wizard.model.in-out",
            Money.rate(words, known.batch().normal().input()),
            Money.rate(words, known.batch().normal().output()))
        : "–";
  }

  /// Another model: settings that it does not take are left to it.
  private void onModel() {
    model
        .geminiModel()
        .map(GeminiModel::id)
        .filter(id -> catalog.info(id).isPresent())
        .ifPresent(
            id -> model.settings.set(SettingsFit.fit(model.settings.get(), catalog.traits(id))));
    controller.onEdited();
  }

  @Override
  Node firstField() {
    return name;
  }

  @Override
  void show() {
    settings.show();
    limits.show();
    String id = model.geminiModel().map(GeminiModel::id).orElse("");
    price.setText(id.isEmpty() ? "" : priceLine(controller.costing().price(id)));
    ModelInfo selected = list.getSelectionModel().getSelectedItem();
    if (selected != null && Objects.equals(selected.model().id(), id)) {
      return;
    }
    list.getSelectionModel().clearSelection();
    model.models.stream()
        .filter(m -> m.model().id().equals(id))
        .findFirst()
        .ifPresent(found -> {
          list.getSelectionModel().select(found);
          list.scrollTo(found);
        });
  }

  private String priceLine(Price found) {
    return switch (found) {
      case Price.Unknown(String id) -> words.get("wizard.model.no-price", id);
      case Price.Known known -> {
        Rates batch = known.batch().normal();
        String line =
            words.get(
                "wizard.model.price-line",
                Money.rate(words, batch.input()),
                Money.rate(words, batch.output()),
                day(known.asOf(), FormatStyle.LONG));
        String until =
            known
                .to()
                .map(last ->
                    " " + words.get("wizard.model.price-until", day(last, FormatStyle.LONG)))
                .orElse("");
        String premium = known.premium() > 0 ? " " + words.get("wizard.model.price-regional") : "";
        yield line + until + premium;
      }
    };
  }
}
