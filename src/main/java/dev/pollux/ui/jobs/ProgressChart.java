package dev.pollux.ui.jobs;

import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.ProgressCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/// Rows over time: what is done as an area, what is expected as a broken line.
final class ProgressChart extends Pane {
  private static final int GRID = 3;
  private static final double LEFT = 44;
  private static final double BELOW = 20;
  private static final double ABOVE = 8;
  private static final double RIGHT = 8;
  private final Words words;
  private final Function<Instant, String> clock;
  private final Polygon area = new Polygon();
  private final Polyline done = new Polyline();
  private final Line expected = new Line();
  private final Line now = new Line();
  private final Circle dot = new Circle(4);
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> counts = new ArrayList<>();
  private final Label from = time();
  private final Label at = time();
  private final Label to = time();
  private @Nullable ProgressCurve curve;

  /// @param clock the time of day in words
  ProgressChart(Words words, Function<Instant, String> clock) {
    this.words = words;
    this.clock = clock;
    setId("jobs-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(200, 110);
    setPrefHeight(130);
    area.getStyleClass().add("chart-area");
    done.getStyleClass().add("chart-done");
    expected.getStyleClass().add("chart-expected");
    now.getStyleClass().add("chart-now");
    dot.getStyleClass().add("chart-dot");
    for (int i = 0; i <= GRID; i++) {
      Line line = new Line();
      line.getStyleClass().add("chart-grid");
      grid.add(line);
      counts.add(time());
    }
    getChildren().addAll(grid);
    getChildren().addAll(area, now, expected, done, dot);
    getChildren().addAll(counts);
    getChildren().addAll(from, at, to);
    getChildren().forEach(node -> node.setManaged(false));
  }

  private static Label time() {
    Label label = new Label();
    label.getStyleClass().add("caption");
    return label;
  }

  void show(ProgressCurve next) {
    curve = next;
    for (int i = 0; i <= GRID; i++) {
      counts.get(i).setText(words.shortNumbers().format(next.rows() * i / GRID));
    }
    from.setText(clock.apply(next.from()));
    to.setText(
        next.done()
            .map(end -> words.get("jobs.chart.about", clock.apply(end)))
            .orElseGet(() -> clock.apply(next.now())));
    at.setText(words.get("jobs.chart.now"));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (curve == null) {
      return;
    }
    ProgressCurve drawn = curve;
    double bottom = getHeight() - BELOW;
    double right = getWidth() - RIGHT;
    for (int i = 0; i <= GRID; i++) {
      double y = bottom - (bottom - ABOVE) * i / GRID;
      set(grid.get(i), LEFT, y, right, y);
      Label count = counts.get(i);
      count.autosize();
      count.relocate(LEFT - 6 - count.getWidth(), y - count.getHeight() / 2);
    }
    List<Double> line = new ArrayList<>();
    drawn.points().forEach(point -> line.addAll(List.of(x(point.at()), y(point.done()))));
    done.getPoints().setAll(line);
    double end = x(drawn.now());
    List<Double> below = new ArrayList<>(line);
    below.addAll(List.of(end, bottom, LEFT, bottom));
    area.getPoints().setAll(below);
    double height = y(drawn.points().getLast().done());
    set(expected, end, height, right, ABOVE);
    set(now, end, ABOVE, end, bottom);
    dot.setCenterX(end);
    dot.setCenterY(height);
    expected.setVisible(drawn.done().isPresent());
    now.setVisible(drawn.done().isPresent());
    times(drawn, bottom, right, end);
  }

  private void times(ProgressCurve drawn, double bottom, double right, double end) {
    List.of(from, at, to).forEach(Label::autosize);
    double top = bottom + 2;
    from.relocate(LEFT, top);
    to.relocate(right - to.getWidth(), top);
    double middle = end - at.getWidth() / 2;
    at.relocate(middle, top);
    at.setVisible(
        drawn.done().isPresent()
            && middle > LEFT + from.getWidth() + 8
            && middle + at.getWidth() + 8 < right - to.getWidth());
  }

  private static void set(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  private double x(Instant when) {
    ProgressCurve drawn = java.util.Objects.requireNonNull(curve);
    double all = Math.max(1, Duration.between(drawn.from(), drawn.to()).toMillis());
    double gone = Duration.between(drawn.from(), when).toMillis();
    return LEFT + (getWidth() - RIGHT - LEFT) * gone / all;
  }

  private double y(long rows) {
    double bottom = getHeight() - BELOW;
    double share = Math.min(1, (double) rows / java.util.Objects.requireNonNull(curve).rows());
    return bottom - (bottom - ABOVE) * share;
  }
}
