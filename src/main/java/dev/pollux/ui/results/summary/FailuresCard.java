package dev.pollux.ui.results.summary;

import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The kinds of failures, the most frequent first: what happened, how many, what helps, and what
/// the service said of one of them.
final class FailuresCard {
  private static final int MOST = 5;
  private static final int LONGEST = 240;
  private final SummaryFacts facts;
  private final SummaryController controller;
  private final Words words;
  private final Function<ErrorKind.Cause, String> said;
  private final VBox root = new VBox(12);

  FailuresCard(
      SummaryFacts facts,
      SummaryController controller,
      Words words,
      Function<ErrorKind.Cause, String> said) {
    this.facts = facts;
    this.controller = controller;
    this.words = words;
    this.said = said;
    List<ErrorKind> kinds = facts.accounts().errors();
    Label title = new Label(words.get("results.summary.failures"));
    title.getStyleClass().add("heading");
    root.getStyleClass().addAll("card", "chart-card");
    root.setId("results-summary-failures");
    root.getChildren().add(title);
    if (kinds.isEmpty()) {
      root.getChildren().add(caption(words.get("results.summary.no-failures")));
    }
    for (int i = 0; i < Math.min(MOST, kinds.size()); i++) {
      root.getChildren().add(kind(i, kinds.get(i)));
    }
    if (kinds.size() > MOST) {
      root.getChildren().add(caption(words.get("results.summary.more", kinds.size() - MOST)));
    }
  }

  Node node() {
    return root;
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    label.setWrapText(true);
    return label;
  }

  private Node kind(int place, ErrorKind kind) {
    String id = "results-summary-failure-" + place;
    Label what = new Label(said.apply(kind.cause()));
    what.getStyleClass().add("heading");
    what.setWrapText(true);
    Label rows = new Label(words.get("results.summary.rows", kind.rows()));
    rows.getStyleClass().add("badge");
    rows.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, what, rows, space);
    line.getChildren()
        .add(
            CardButton.of(
                words.get("results.summary.show"),
                id,
                () -> controller.onShowRow(kind.firstRow())));
    Optional<RowFate> fate = kind.cause().fate().filter(_ -> facts.retries());
    fate.ifPresent(one ->
        line.getChildren()
            .add(
                CardButton.of(
                    words.get("results.summary.retry", facts.accounts().fates().of(one)),
                    id + "-retry",
                    () -> controller.onRetry(Set.of(one)))));
    line.setAlignment(Pos.TOP_LEFT);
    VBox all = new VBox(4, line, caption(words.get(cure(kind.cause()))));
    if (!kind.example().isBlank()) {
      String example = kind.example().strip();
      Label sample =
          new Label(example.length() > LONGEST ? example.substring(0, LONGEST) + "…" : example);
      sample.setWrapText(true);
      sample.getStyleClass().addAll("mono", "failure-sample");
      all.getChildren().add(sample);
    }
    return all;
  }

  /// What helps.
  private static String cure(ErrorKind.Cause cause) {
    return switch (cause) {
      case ErrorKind.Cause.Failure(FailureKind kind, int _) -> cure(kind);
      case ErrorKind.Cause.Policy _ -> "results.cure.policy";
      case ErrorKind.Cause.NoContent _ -> "results.cure.no-content";
      case ErrorKind.Cause.NoResponse _ -> "results.cure.missing";
      case ErrorKind.Cause.OddAnswer _ -> "results.cure.odd";
      case ErrorKind.Cause.MendedAnswer _ -> "results.cure.mended";
    };
  }

  private static String cure(FailureKind kind) {
    return switch (kind) {
      case CAPACITY -> "results.cure.capacity";
      case TIMEOUT -> "results.cure.timeout";
      case SERVICE -> "results.cure.service";
      case BAD_REQUEST -> "results.cure.bad-request";
      case NOT_ALLOWED -> "results.cure.not-allowed";
      case NOT_FOUND -> "results.cure.not-found";
      case UNREADABLE -> "results.cure.unreadable";
      case NO_CONTENT -> "results.cure.no-content";
      case CUT_OFF -> "results.cure.cut-off";
      case OTHER -> "results.cure.other";
    };
  }
}
