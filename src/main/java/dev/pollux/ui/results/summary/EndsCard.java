package dev.pollux.ui.results.summary;

import dev.pollux.results.AnswerValues;
import dev.pollux.results.summary.Bar;
import dev.pollux.results.summary.Bin;
import dev.pollux.results.summary.Distribution;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How the answers ended: in words, with the service's own word, and how many. Each line is picked
/// as a bar is.
final class EndsCard {
  private final Distribution ends;
  private final Words words;
  private final BinWords bins;
  private final SummaryController controller;
  private final List<ChartBar> bars = new ArrayList<>();
  private final VBox root;

  EndsCard(SummaryFacts facts, SummaryController controller, Words words) {
    this.ends = facts.ends();
    this.words = words;
    this.bins = new BinWords(words);
    this.controller = controller;
    Label title = new Label(words.get("results.summary.ends"));
    title.getStyleClass().add("heading");
    root = new VBox(4, title);
    root.getStyleClass().addAll("card", "chart-card");
    root.setId("results-summary-ends");
    for (int i = 0; i < ends.bars().size(); i++) {
      root.getChildren().add(line(i));
    }
    plain(words.get("results.summary.end.none"), ends.empty().cardinality(), "none");
    plain(words.get("results.summary.end.odd"), facts.odd().cardinality(), "odd");
    show(Narrowed.NOTHING);
  }

  Node node() {
    return root;
  }

  private Node line(int place) {
    Bar bar = ends.bars().get(place);
    String said = bar.bin() instanceof Bin.Word(String text) ? text : "";
    BarShape shape = new BarShape(false);
    shape.setPrefSize(60, 8);
    shape.setMaxHeight(8);
    ChartBar made =
        new ChartBar(
            "results-summary-end-" + place,
            shape,
            line(
                icon(said.equals("STOP")),
                bins.of(AnswerValues.ENDS, bar.bin()),
                said,
                bar.count(),
                shape),
            () -> controller.onPick(AnswerValues.ENDS, bar.bin()));
    bars.add(made);
    return made;
  }

  /// What the service says nothing of.
  private void plain(String text, long rows, String id) {
    if (rows > 0) {
      Node line = line(icon(false), text, "", rows, new Region());
      line.setId("results-summary-end-" + id);
      root.getChildren().add(line);
    }
  }

  private HBox line(Node icon, String text, String said, long rows, Region shape) {
    Label what = new Label(text, icon);
    what.setGraphicTextGap(8);
    what.setWrapText(true);
    Label raw = new Label(said);
    raw.getStyleClass().addAll("mono", "quiet");
    raw.setMinWidth(30);
    HBox.setHgrow(raw, Priority.ALWAYS);
    raw.setMaxWidth(Double.MAX_VALUE);
    Label count = new Label(words.get("results.summary.count", rows));
    count.setMinWidth(60);
    count.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(8, what, raw, shape, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(28);
    return line;
  }

  private static Node icon(boolean fine) {
    FontIcon icon =
        new FontIcon(
            fine ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add(fine ? "icon-ok" : "icon-warning");
    return icon;
  }

  void show(Narrowed narrowed) {
    double all = Math.max(1, ends.values());
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = ends.bars().get(i);
      int chosen = narrowed.count(ends, i);
      bars.get(i)
          .show(
              words.get(
                  narrowed.rows().isPresent()
                      ? "results.summary.bar-chosen"
                      : "results.summary.bar",
                  bins.of(AnswerValues.ENDS, bar.bin()),
                  bar.count(),
                  chosen),
              narrowed.picked().has(AnswerValues.ENDS, bar.bin()),
              bar.count() / all,
              chosen / all);
    }
  }
}
