package dev.pollux.ui.results.summary;

import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is picked, then a card for each column of the answers, then how they ended, what they cost
/// and what failed.
final class SummaryView extends View<StackPane> {
  private static final int ABREAST = 3;
  private final SummaryModel model;
  private final SummaryController controller;
  private final Words words;
  private final BinWords bins;
  private final Function<ErrorKind.Cause, String> said;
  private final Label only = new Label();
  private final Label chosen = new Label();
  private final Button clear = new Button();
  private final Button read = new Button();
  private final VBox cards = new VBox(12);
  private final ScrollPane scroll = new ScrollPane(cards);
  private final StatePane state;
  private List<ChartCard> charts = List.of();
  private List<EndsCard> ends = List.of();
  private final VBox quotes = new VBox();

  SummaryView(
      SummaryModel model,
      SummaryController controller,
      Words words,
      Function<ErrorKind.Cause, String> said) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.bins = new BinWords(words);
    this.said = said;
    scroll.setFitToWidth(true);
    scroll.setId("results-summary");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    cards.getStyleClass().add("summary-cards");
    VBox all = new VBox(line(), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    this.state = new StatePane(all, words);
    root().getChildren().add(state.node());
  }

  /// Always there, so that nothing moves when a bar is picked.
  private Node line() {
    only.setId("results-summary-only");
    only.getStyleClass().add("chart-picked");
    only.visibleProperty().bind(only.textProperty().isNotEmpty());
    only.managedProperty().bind(only.visibleProperty());
    chosen.setId("results-summary-chosen");
    chosen.getStyleClass().add("caption");
    clear.setId("results-summary-clear");
    clear.setText(words.get("results.summary.clear"));
    clear.getStyleClass().addAll("flat", "small");
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(_ -> controller.onClear());
    read.setId("results-summary-read");
    read.getStyleClass().add("small");
    read.setMinWidth(Region.USE_PREF_SIZE);
    read.setOnAction(_ -> controller.onRead());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, only, chosen, space, clear, read);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("summary-line");
    return line;
  }

  @Override
  protected void attach() {
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
    onDetach(model.narrowed().subscribe(this::narrow)::unsubscribe);
    onDetach(model.quotes().subscribe(this::showQuotes)::unsubscribe);
  }

  private void show(SummaryModel.Shown what) {
    switch (what) {
      case SummaryModel.Shown.NotYet _ ->
          state.empty(words.get("results.summary.counting"), "", () -> {});
      case SummaryModel.Shown.Unknown(var why) ->
          state.empty(why.what() + " " + why.why() + " " + why.next(), "", () -> {});
      case SummaryModel.Shown.Known(SummaryFacts facts) -> {
        fill(facts);
        narrow(model.narrowed().get());
        state.content();
      }
    }
  }

  private void fill(SummaryFacts facts) {
    charts = new ArrayList<>();
    int abreast = Math.clamp(facts.charts().size(), 2, ABREAST);
    GridPane grid = grid(abreast);
    for (int i = 0; i < facts.charts().size(); i++) {
      ChartCard card =
          new ChartCard(facts.charts().get(i), "results-chart-" + i, controller, words);
      charts.add(card);
      grid.add(card.node(), i % abreast, i / abreast);
    }
    EndsCard end = new EndsCard(facts, controller, words);
    ends = List.of(end);
    GridPane below = grid(2);
    below.add(new VBox(12, end.node(), new TokensCard(facts, words).node()), 0, 0);
    below.add(new FailuresCard(facts, controller, words, said).node(), 1, 0);
    quotes.managedProperty().bind(quotes.visibleProperty());
    cards.getChildren().setAll(grid, quotes, below);
    if (!facts.accounts().values().isWhole()) {
      Label first = new Label(words.get("results.summary.first", facts.accounts().values().rows()));
      first.setId("results-summary-first");
      first.getStyleClass().add("caption");
      cards.getChildren().addFirst(first);
    }
  }

  private void showQuotes(Optional<QuotesInRows.Found> found) {
    quotes
        .getChildren()
        .setAll(found.map(one -> new QuotesCard(one, controller, words).node()).stream().toList());
    quotes.setVisible(found.isPresent());
  }

  private static GridPane grid(int columns) {
    GridPane grid = new GridPane(12, 12);
    for (int i = 0; i < columns; i++) {
      ColumnConstraints one = new ColumnConstraints();
      one.setPercentWidth(100.0 / columns);
      one.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(one);
    }
    return grid;
  }

  private void narrow(Narrowed narrowed) {
    charts.forEach(card -> card.show(narrowed));
    ends.forEach(card -> card.show(narrowed));
    boolean any = narrowed.rows().isPresent();
    only.setText(any ? bins.picked(narrowed) : "");
    chosen.setText(
        any
            ? words.get("results.summary.chosen", narrowed.rowCount())
            : words.get("results.summary.pick"));
    clear.setVisible(any);
    read.setVisible(any);
    read.setDisable(narrowed.rowCount() == 0);
    read.setText(words.get("results.summary.read", narrowed.rowCount()));
  }
}
