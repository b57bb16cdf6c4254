package dev.pollux.ui.results.compare;

import dev.pollux.results.compare.Agreement;
import dev.pollux.text.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How far two runs agree in one column.
final class AgreementCard {
  private static final int MOST_TURNS = 3;
  private final Words words;
  private final VBox root;

  AgreementCard(Agreement all, String id, Words words) {
    this.words = words;
    Label name = new Label(all.name().isEmpty() ? words.get("results.column.answer") : all.name());
    name.getStyleClass().add("heading");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    double share = all.share().orElse(0);
    Label percent =
        new Label(
            all.share().isPresent()
                ? words.get("compare.percent", share)
                : words.get("compare.no-share"));
    percent.setId(id + "-share");
    percent.getStyleClass().add("title");
    percent.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, name, space, percent);
    head.setAlignment(Pos.BASELINE_LEFT);
    ProgressBar bar = new ProgressBar(share);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(Region.USE_PREF_SIZE);
    bar.setAccessibleText(words.get("compare.share", name.getText(), share));
    Label about = new Label(about(all));
    about.setId(id + "-about");
    about.getStyleClass().add("caption");
    about.setWrapText(true);
    root = new VBox(6, head, bar, about);
    root.setId(id);
    root.getStyleClass().addAll("card", "chart-card");
    if (!all.turns().isEmpty()) {
      Label turns = new Label(turns(all));
      turns.setId(id + "-turns");
      turns.getStyleClass().add("caption");
      turns.setWrapText(true);
      root.getChildren().add(turns);
    }
  }

  Node node() {
    return root;
  }

  private String about(Agreement all) {
    String differ = words.get("compare.differ", all.rows() - all.equal(), all.rows());
    return Stream.of(Stream.of(differ), more(all))
        .flatMap(some -> some)
        .collect(Collectors.joining(" · "));
  }

  private Stream<String> more(Agreement all) {
    return switch (all.kind()) {
      case LABELS ->
          Stream.of(
              all.kappa().isPresent()
                  ? words.get("compare.kappa", all.kappa().getAsDouble())
                  : words.get("compare.no-kappa"));
      case NUMBERS ->
          all.difference().isEmpty()
              ? Stream.empty()
              : Stream.of(difference(all.difference().getAsDouble()));
      case TEXT -> Stream.of(words.get("compare.text"));
    };
  }

  private String difference(double mean) {
    if (Math.abs(mean) < 0.0005) {
      return words.get("compare.no-difference");
    }
    return words.get(mean > 0 ? "compare.higher" : "compare.lower", Math.abs(mean));
  }

  private String turns(Agreement all) {
    String most =
        all.turns().stream()
            .limit(MOST_TURNS)
            .map(turn ->
                words.get("compare.turn", value(turn.from()), value(turn.to()), turn.rows()))
            .collect(Collectors.joining(" · "));
    int more = all.turns().size() - MOST_TURNS;
    return more > 0 ? words.get("compare.turns-more", most, more) : most;
  }

  private String value(String text) {
    return text.isEmpty() ? words.get("results.summary.empty") : text;
  }
}
