package dev.pollux.ui.results.compare;

import dev.pollux.results.compare.Comparison;
import dev.pollux.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How far two runs agree: a card for each column, and one for how many rows each answered.
final class AgreementCards {
  private static final int ABREAST = 4;
  private final Words words;
  private final GridPane cards = new GridPane(12, 12);

  AgreementCards(Words words) {
    this.words = words;
    cards.getStyleClass().add("compare-cards");
    for (int i = 0; i < ABREAST; i++) {
      ColumnConstraints one = new ColumnConstraints();
      one.setPercentWidth(100.0 / ABREAST);
      cards.getColumnConstraints().add(one);
    }
  }

  Region node() {
    return cards;
  }

  void show(Comparison both) {
    cards.getChildren().clear();
    for (int i = 0; i < both.agreements().size(); i++) {
      AgreementCard card =
          new AgreementCard(both.agreements().get(i), "compare-column-" + i, words);
      cards.add(card.node(), i % ABREAST, i / ABREAST);
    }
    int last = both.agreements().size();
    cards.add(answered(both), last % ABREAST, last / ABREAST);
  }

  private Node answered(Comparison both) {
    Label title = new Label(words.get("compare.answered"));
    title.getStyleClass().add("heading");
    Label by = new Label(words.get("compare.answered-both", both.answeredByBoth()));
    by.setId("compare-both");
    Label one =
        new Label(
            words.get(
                "compare.answered-one",
                both.answeredByFirst(),
                both.answeredBySecond(),
                both.answeredByNeither()));
    one.setId("compare-one");
    one.getStyleClass().add("caption");
    one.setWrapText(true);
    VBox card = new VBox(6, title, by, one);
    card.getStyleClass().addAll("card", "chart-card");
    return card;
  }
}
