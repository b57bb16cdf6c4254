package dev.pollux.ui.wizard.step;

import dev.pollux.cost.CostWords;
import dev.pollux.cost.Estimate;
import dev.pollux.cost.Interval;
import dev.pollux.text.ShortNumber;
import dev.pollux.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What a price is made of: a line for each part, with its tokens where it has some.
final class CostLines {
  private final Words words;
  private final CostWords costs;
  private final GridPane grid = new GridPane();

  CostLines(Words words) {
    this.words = words;
    this.costs = new CostWords(words);
    grid.setId("wizard-cost-parts");
    grid.setHgap(12);
    grid.setVgap(3);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints figure = new ColumnConstraints();
    figure.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(name, figure, figure);
  }

  GridPane root() {
    return grid;
  }

  void clear() {
    grid.getChildren().clear();
  }

  void show(Estimate estimate, Estimate.Cost cost) {
    int row = 0;
    for (Estimate.Part part : cost.parts()) {
      String tokens =
          switch (part.kind()) {
            case INPUT -> tokens(estimate.input());
            case ANSWERS -> tokens(estimate.answers());
            case THOUGHTS -> tokens(estimate.thoughts());
            case CACHED, LONG_PROMPTS, REGIONAL, SEARCH -> "";
          };
      line(row++, words.get("wizard.cost.part." + part.kind()), tokens, costs.range(part.cost()));
    }
  }

  /// The tokens of a model whose price nobody knows.
  void unpriced(Estimate estimate) {
    line(0, words.get("wizard.cost.part." + Estimate.Kind.INPUT), tokens(estimate.input()), "");
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .format(day);
  }

  private String tokens(Interval tokens) {
    String low = ShortNumber.number(words, tokens.low());
    String high = ShortNumber.number(words, tokens.high());
    return low.equals(high)
        ? words.get("wizard.cost.tokens", low)
        : words.get("wizard.cost.tokens-range", low, high);
  }

  private void line(int row, String name, String tokens, String cost) {
    Label count = new Label(tokens);
    count.getStyleClass().addAll("quiet", "number-cell");
    Label usd = new Label(cost);
    usd.getStyleClass().add("number-cell");
    Label what = new Label(name);
    Stream.of(what, count, usd).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
    grid.addRow(row, what, count, usd);
  }
}
