package dev.pollux.ui.results.summary;

import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import dev.pollux.ui.results.summary.QuotesInRows.Found;
import dev.pollux.ui.results.summary.QuotesInRows.Sample;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The answers whose quote does not stand in the row: how many, of which rows, a few of them, and a
/// button that shows those rows.
final class QuotesCard {
  private final SummaryController controller;
  private final Words words;
  private final VBox root = new VBox(8);

  QuotesCard(Found found, SummaryController controller, Words words) {
    this.controller = controller;
    this.words = words;
    root.setId("results-summary-quotes");
    root.getStyleClass().addAll("card", "chart-card");
    Label title = new Label(words.get("results.summary.quotes"));
    title.getStyleClass().add("heading");
    int strange = found.strange().cardinality();
    Label said =
        new Label(
            words.get(
                "results.summary.quotes.said",
                strange,
                found.quoting(),
                found.read(),
                found.rows()));
    said.setId("results-summary-quotes-said");
    said.getStyleClass().add("caption");
    said.setWrapText(true);
    root.getChildren().addAll(title, said);
    for (int i = 0; i < found.samples().size(); i++) {
      root.getChildren().add(sample(i, found.samples().get(i)));
    }
    if (strange > 0) {
      root.getChildren()
          .add(
              CardButton.of(
                  words.get("results.summary.read", strange),
                  "results-summary-quotes-read",
                  controller::onReadQuotes));
    }
  }

  Node node() {
    return root;
  }

  private Node sample(int place, Sample sample) {
    Label quote = new Label(VisibleText.of(sample.quote()));
    quote.setWrapText(true);
    quote.getStyleClass().addAll("mono", "failure-sample");
    quote.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(quote, Priority.ALWAYS);
    Button show =
        CardButton.of(
            words.get("results.summary.show"),
            "results-summary-quote-" + place,
            () -> controller.onShowRow(sample.row()));
    HBox line = new HBox(8, quote, show);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
