package dev.pollux.ui.results.summary;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.results.Accounting;
import dev.pollux.run.Bills;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Tokens by kind, what they cost against what was told before, and which models gave the answers.
final class TokensCard {
  private final Words words;
  private final GridPane lines = new GridPane(12, 6);
  private final VBox root;

  TokensCard(SummaryFacts facts, Words words) {
    this.words = words;
    Label title = new Label(words.get("results.summary.tokens"));
    title.getStyleClass().add("heading");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    lines.getColumnConstraints().setAll(names, numbers, numbers);
    fill(facts.accounts());
    root = new VBox(8, title, lines);
    facts
        .spent()
        .ifPresentOrElse(
            spent -> price(spent, facts.accounts()),
            () -> root.getChildren().add(caption(words.get("results.summary.no-price"), "price")));
    if (!facts.accounts().versions().answers().isEmpty()) {
      root.getChildren().add(caption(models(facts.accounts()), "models"));
    }
    root.getStyleClass().addAll("card", "chart-card");
    root.setId("results-summary-tokens");
  }

  Node node() {
    return root;
  }

  private void fill(Accounting all) {
    TokenUsage used = all.tokens().plus(all.longTokens());
    long rows = Math.max(1, all.answered() + all.failed() + all.blocked());
    lines.add(quiet(words.get("results.summary.tokens.all")), 1, 0);
    lines.add(quiet(words.get("results.summary.tokens.row")), 2, 0);
    line("results.summary.tokens.prompt", used.prompt(), rows);
    if (used.cached() > 0) {
      line("results.summary.tokens.cached", used.cached(), rows);
    }
    line("results.summary.tokens.answer", used.answer(), rows);
    if (used.thoughts() > 0) {
      line("results.summary.tokens.thoughts", used.thoughts(), rows);
    }
    line("results.summary.tokens.total", used.prompt() + used.output(), rows);
  }

  private void line(String key, long tokens, long rows) {
    int at = lines.getRowCount();
    Label number = new Label(words.get("results.summary.count", tokens));
    number.getStyleClass().add("heading");
    number.setId(key.replace('.', '-'));
    lines.add(new Label(words.get(key)), 0, at);
    lines.add(number, 1, at);
    lines.add(quiet(words.get("results.summary.mean", (double) tokens / rows)), 2, at);
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    return label;
  }

  private static Label caption(String text, String id) {
    Label label = quiet(text);
    label.setId("results-summary-" + id);
    label.setWrapText(true);
    return label;
  }

  private void price(Bills.Spent spent, Accounting all) {
    int at = lines.getRowCount();
    Label usd = new Label(Money.usd(words, spent.usd()));
    usd.getStyleClass().add("heading");
    lines.add(new Label(words.get("results.summary.cost")), 0, at);
    lines.add(usd, 1, at);
    spent
        .estimate()
        .ifPresent(told ->
            lines.add(
                quiet(
                    words.get("results.summary.told", Money.range(words, told.low(), told.high()))),
                2,
                at));
    root.getChildren().add(caption(words.get(why(CostWhy.of(spent, all))), "price"));
  }

  private static String why(CostWhy why) {
    return switch (why) {
      case NOT_TOLD -> "results.summary.why.not-told";
      case WITHIN -> "results.summary.why.within";
      case LESS_UNANSWERED -> "results.summary.why.unanswered";
      case LESS_SHORTER -> "results.summary.why.shorter";
      case MORE_THOUGHTS -> "results.summary.why.thoughts";
      case MORE_LONGER -> "results.summary.why.longer";
    };
  }

  private String models(Accounting all) {
    return all.versions().answers().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(one -> words.get("results.summary.model", one.getValue(), one.getKey()))
        .collect(Collectors.joining(" · "));
  }
}
