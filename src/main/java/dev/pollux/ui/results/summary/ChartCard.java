package dev.pollux.ui.results.summary;

import dev.pollux.results.summary.Bar;
import dev.pollux.results.summary.Distribution;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One column of the answers: how its values are spread, as bars that are picked.
final class ChartCard {
  private static final double HEIGHT = 140;
  private final SummaryController controller;
  private final Words words;
  private final BinWords bins;
  private final Distribution chart;
  private final String id;
  private final List<ChartBar> bars = new ArrayList<>();
  private final VBox root;

  /// @param id begins the ids of the bars
  ChartCard(Distribution chart, String id, SummaryController controller, Words words) {
    this.chart = chart;
    this.id = id;
    this.controller = controller;
    this.words = words;
    this.bins = new BinWords(words);
    Label name = new Label(bins.column(chart.name()));
    name.getStyleClass().add("heading");
    name.setMinWidth(40);
    Label about = new Label(about());
    about.getStyleClass().add("caption");
    about.setId(id + "-about");
    about.setWrapText(true);
    // Beside the name where there is room, and below it.
    FlowPane head = new FlowPane(8, 2, name, about);
    head.setRowValignment(VPos.BASELINE);
    head.setPrefWrapLength(200);
    head.setMinWidth(0);
    name.maxWidthProperty().bind(head.widthProperty());
    about.maxWidthProperty().bind(head.widthProperty());
    root = new VBox(8, head);
    root.getStyleClass().addAll("card", "chart-card");
    root.setId(id);
    root.getChildren().add(body());
    show(Narrowed.NOTHING);
  }

  Node node() {
    return root;
  }

  private Node body() {
    if (chart.bars().isEmpty()) {
      Label none = new Label(words.get("results.summary.no-values"));
      none.getStyleClass().add("quiet");
      return none;
    }
    return chart.shape() == Distribution.Shape.WORDS ? rows() : columns();
  }

  private Node rows() {
    VBox all = new VBox();
    for (int i = 0; i < chart.bars().size(); i++) {
      Bar bar = chart.bars().get(i);
      BarShape shape = new BarShape(false);
      shape.setPrefHeight(13);
      shape.setMaxHeight(13);
      shape.setMinWidth(40);
      HBox.setHgrow(shape, Priority.ALWAYS);
      Label what = new Label(bins.of(chart.name(), bar.bin()));
      what.setPrefWidth(124);
      what.setMinWidth(70);
      HBox line =
          new HBox(
              8,
              what,
              shape,
              number(words.get("results.summary.count", bar.count()), 56, "chart-count"),
              number(words.get("results.summary.percent", share(bar.count())), 48, "quiet"));
      line.setAlignment(Pos.CENTER_LEFT);
      line.setMinHeight(28);
      all.getChildren().add(bar(i, shape, line));
    }
    return all;
  }

  private static Label number(String text, double width, String style) {
    Label label = new Label(text);
    label.setMinWidth(width);
    label.setAlignment(Pos.CENTER_RIGHT);
    label.getStyleClass().addAll("number-cell", style);
    return label;
  }

  private Node columns() {
    HBox all = new HBox(2);
    for (int i = 0; i < chart.bars().size(); i++) {
      BarShape shape = new BarShape(true);
      shape.setPrefHeight(HEIGHT);
      shape.setMinHeight(HEIGHT);
      ChartBar bar = bar(i, shape, shape);
      // All as wide as each other, whatever there is room for.
      bar.setPrefWidth(10);
      bar.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(bar, Priority.ALWAYS);
      all.getChildren().add(bar);
    }
    HBox axis = new HBox(edge(0), space(), edge(chart.bars().size() - 1));
    return new VBox(4, all, axis);
  }

  private Label edge(int place) {
    Label label = new Label(bins.of(chart.name(), chart.bars().get(place).bin()));
    label.getStyleClass().add("caption");
    return label;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private ChartBar bar(int place, BarShape shape, Node content) {
    Bar bar = chart.bars().get(place);
    ChartBar made =
        new ChartBar(
            id + "-" + place, shape, content, () -> controller.onPick(chart.name(), bar.bin()));
    bars.add(made);
    return made;
  }

  /// Shows again how much of each bar is chosen.
  void show(Narrowed narrowed) {
    double most = chart.bars().stream().mapToInt(Bar::count).max().orElse(0);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = chart.bars().get(i);
      int chosen = narrowed.count(chart, i);
      boolean picked = narrowed.picked().has(chart.name(), bar.bin());
      bars.get(i)
          .show(
              words.get(
                  narrowed.rows().isPresent()
                      ? "results.summary.bar-chosen"
                      : "results.summary.bar",
                  bins.of(chart.name(), bar.bin()),
                  bar.count(),
                  chosen),
              picked,
              most == 0 ? 0 : bar.count() / most,
              most == 0 ? 0 : chosen / most);
    }
  }

  private double share(int rows) {
    return chart.values() == 0 ? 0 : (double) rows / chart.values();
  }

  /// The figures, how many are empty, and how many are not as they were asked for.
  private String about() {
    Stream<String> figures =
        switch (chart.shape()) {
          case WORDS -> Stream.of(words.get("results.summary.words", chart.bars().size()));
          case NUMBERS -> figures();
          case LENGTHS -> Stream.concat(Stream.of(words.get("results.summary.lengths")), figures());
          case ITEMS -> Stream.concat(Stream.of(words.get("results.summary.items")), figures());
        };
    int empty = chart.empty().cardinality();
    int odd = chart.odd().cardinality();
    return Stream.of(
            figures,
            empty == 0
                ? Stream.<String>empty()
                : Stream.of(words.get("results.summary.empties", empty)),
            odd == 0 ? Stream.<String>empty() : Stream.of(words.get("results.summary.odd", odd)))
        .flatMap(some -> some)
        .collect(Collectors.joining(" · "));
  }

  private Stream<String> figures() {
    Optional<Distribution.Figures> all = chart.figures();
    return all.stream()
        .map(one ->
            words.get(
                "results.summary.figures",
                bins.number(one.least()),
                bins.number(one.middle()),
                bins.number(one.most())));
  }
}
