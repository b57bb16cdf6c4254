package dev.pollux.ui.jobs;

import dev.pollux.run.state.ProgressPoint;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.jobs.state.ProgressCurve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rows of the selected job over time, at which rate, and what they cost beside the estimate.
final class ProgressPane {
  private final Words words;
  private final JobWords jobWords;
  private final Label title = new Label();
  private final Label rate = new Label();
  private final Label money = new Label();
  private final Label nothing = new Label();
  private final ProgressChart chart;
  private final VBox root;

  ProgressPane(Words words, JobWords jobWords) {
    this.words = words;
    this.jobWords = jobWords;
    this.chart = new ProgressChart(words, jobWords::hour);
    title.getStyleClass().add("heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    rate.setId("jobs-rate");
    rate.getStyleClass().add("caption");
    money.setId("jobs-money");
    money.getStyleClass().add("caption");
    nothing.setText(words.get("jobs.chart.nothing"));
    nothing.getStyleClass().add("quiet");
    nothing.setWrapText(true);
    nothing.visibleProperty().bind(chart.visibleProperty().not());
    nothing.managedProperty().bind(nothing.visibleProperty());
    chart.managedProperty().bind(chart.visibleProperty());
    VBox.setVgrow(chart, Priority.ALWAYS);
    money.setWrapText(true);
    // On a line of its own: numbers that grow would move the chart up and down.
    root = new VBox(4, new VBox(2, new FlowPane(8, 2, title, rate), money), nothing, chart);
    root.getStyleClass().addAll("card", "jobs-card");
  }

  Region root() {
    return root;
  }

  void show(JobRow row, List<ProgressPoint> seen, Instant now) {
    money.setText(jobWords.money(row.line()));
    Optional<ProgressCurve> curve = ProgressCurve.of(row.line(), seen, now);
    chart.setVisible(curve.isPresent());
    boolean answers = curve.isPresent() && ProgressCurve.isOfAnswers(row.line());
    String rows =
        curve
            .filter(_ -> answers)
            .map(one -> words.get("jobs.rows", one.points().getLast().done(), one.rows()))
            .orElseGet(() -> jobWords.rows(row.line()));
    String speed =
        curve
            .filter(one -> one.perMinute() >= 1)
            .map(one -> words.get("jobs.chart.rate", Math.round(one.perMinute()), rows))
            .orElse(rows);
    rate.setText(speed);
    title.setText(words.get(answers ? "jobs.chart.answered" : "jobs.chart.title"));
    chart.setAccessibleText(title.getText() + ": " + speed);
    curve.ifPresent(chart::show);
  }
}
