package dev.pollux.ui.wizard;

import dev.pollux.cost.Estimate;
import dev.pollux.cost.Interval;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Money;
import dev.pollux.ui.kit.ShortNumber;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the job will cost: the range, what it is made of, and how it was found.
final class CostPane {
  private final Costing costing;
  private final Words words;
  private final Label caption = new Label();
  private final Label range = new Label();
  private final Label online = new Label();
  private final ProgressIndicator wheel = new ProgressIndicator();
  private final Button count = new Button();
  private final Button stop = new Button();
  private final GridPane parts = new GridPane();
  private final VBox notes = new VBox(4);
  private final VBox root = new VBox(10);

  CostPane(WizardModel model, Costing costing, Words words) {
    this.costing = costing;
    this.words = words;
    caption.setText(words.get("wizard.cost.batch"));
    caption.getStyleClass().add("caption");
    range.setId("wizard-cost-range");
    range.getStyleClass().add("title");
    online.setId("wizard-cost-online");
    online.getStyleClass().add("quiet");
    wheel.setPrefSize(16, 16);
    wheel.setMinSize(16, 16);
    count.setId("wizard-cost-count");
    count.getStyleClass().add("small");
    count.setOnAction(_ -> costing.onCount());
    stop.setId("wizard-cost-stop");
    stop.getStyleClass().add("small");
    stop.setText(words.get("wizard.cost.stop"));
    stop.setOnAction(_ -> costing.onStop());
    for (Node node : List.of(wheel, count, stop)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    for (Button button : List.of(count, stop)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox money = new VBox(2, caption, range, online);
    online.managedProperty().bind(online.textProperty().isNotEmpty());
    HBox head = new HBox(8, money, space, wheel, stop, count);
    head.setAlignment(Pos.CENTER_LEFT);
    parts.setId("wizard-cost-parts");
    parts.setHgap(16);
    parts.setVgap(3);
    columns();
    notes.setId("wizard-cost-notes");
    root.setId("wizard-cost");
    root.getStyleClass().addAll("card", "wizard-cost");
    root.getChildren().addAll(head, parts, notes);
    root.setMinHeight(Region.USE_PREF_SIZE);
    model.cost.subscribe(this::show);
  }

  private void columns() {
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints figure = new ColumnConstraints();
    figure.setHalignment(HPos.RIGHT);
    parts.getColumnConstraints().setAll(name, figure, figure);
  }

  Node root() {
    return root;
  }

  private void show(CostState state) {
    boolean counting = state instanceof CostState.Counting;
    wheel.setVisible(counting);
    stop.setVisible(counting);
    count.setVisible(!counting);
    count.setText(
        words.get(state instanceof CostState.Known ? "wizard.cost.recount" : "wizard.cost.count"));
    count.setDisable(state instanceof CostState.None(boolean ready) && !ready);
    range.setText("–");
    online.setText("");
    parts.getChildren().clear();
    notes.getChildren().clear();
    switch (state) {
      case CostState.None(boolean ready) ->
          note(words.get(ready ? "wizard.cost.none" : "wizard.cost.not-ready"), "quiet");
      case CostState.Counting(int done, int of) ->
          note(words.get("wizard.cost.counting", done, of), "quiet");
      case CostState.Failed(String why) -> note(why, "problem");
      case CostState.Known(Estimate estimate) -> known(estimate);
    }
    root.setAccessibleText(words.get("wizard.cost.batch") + " " + range.getText());
  }

  private void known(Estimate estimate) {
    estimate
        .cost()
        .ifPresentOrElse(
            cost -> money(estimate, cost),
            () -> {
              tokens(0, words.get("wizard.cost.part.INPUT"), estimate.input(), Optional.empty());
              note(words.get("wizard.cost.no-price"), "warning-text");
            });
    note(found(estimate), "quiet");
    if (costing.simulated()) {
      note(words.get("wizard.cost.simulated"), "warning-text");
    }
  }

  private void money(Estimate estimate, Estimate.Cost cost) {
    range.setText(Money.range(words, cost.batch().low(), cost.batch().high()));
    online.setText(
        words.get(
            "wizard.cost.online", Money.range(words, cost.online().low(), cost.online().high())));
    int row = 0;
    for (Estimate.Part part : cost.parts()) {
      Optional<Interval> tokens =
          switch (part.kind()) {
            case INPUT -> Optional.of(estimate.input());
            case ANSWERS -> Optional.of(estimate.answers());
            case THOUGHTS -> Optional.of(estimate.thoughts());
            case CACHED, LONG_PROMPTS, REGIONAL, SEARCH -> Optional.empty();
          };
      String name = words.get("wizard.cost.part." + part.kind());
      if (tokens.isPresent()) {
        tokens(row, name, tokens.get(), Optional.of(part.cost()));
      } else {
        line(row, name, "", money(part.cost()));
      }
      row++;
    }
    cost.change()
        .ifPresent(day ->
            note(
                words.get(
                    "wizard.cost.change",
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.locale())
                        .format(day)),
                "warning-text"));
    cost.worst()
        .ifPresent(usd -> note(words.get("wizard.cost.worst", Money.usd(words, usd)), "quiet"));
  }

  private String money(Interval cost) {
    return Money.range(words, cost.low(), cost.high());
  }

  private void tokens(int row, String name, Interval tokens, Optional<Interval> cost) {
    String low = ShortNumber.number(words, tokens.low());
    String high = ShortNumber.number(words, tokens.high());
    line(
        row,
        name,
        low.equals(high)
            ? words.get("wizard.cost.tokens", low)
            : words.get("wizard.cost.tokens-range", low, high),
        cost.map(this::money).orElse(""));
  }

  private void line(int row, String name, String tokens, String cost) {
    Label what = new Label(name);
    Label count = new Label(tokens);
    count.getStyleClass().addAll("quiet", "number-cell");
    Label usd = new Label(cost);
    usd.getStyleClass().add("number-cell");
    Stream.of(count, usd).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
    parts.addRow(row, what, count, usd);
  }

  private String found(Estimate estimate) {
    String counted =
        words.get("wizard.cost.found", estimate.counted(), Math.round(estimate.rows().high()));
    String answers =
        switch (estimate.basis()) {
          case TRIAL -> words.get("wizard.cost.basis.TRIAL", estimate.tried());
          case SCHEMA -> words.get("wizard.cost.basis.SCHEMA");
          case ASSUMED -> words.get("wizard.cost.basis.ASSUMED");
        };
    return counted + " " + answers;
  }

  private void note(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    notes.getChildren().add(label);
  }
}
