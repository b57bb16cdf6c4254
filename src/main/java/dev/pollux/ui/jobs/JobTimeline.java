package dev.pollux.ui.jobs;

import dev.pollux.domain.BatchJob;
import dev.pollux.run.JobLine;
import dev.pollux.run.Run;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// When the selected job was created, began to wait and to run, and ended.
final class JobTimeline {
  private final Words words;
  private final JobWords jobWords;
  private final HBox root = new HBox(24);
  private final List<Moment> moments = new ArrayList<>();

  private record Moment(
      VBox box, Circle dot, Label time, String key, Function<JobLine, Optional<Instant>> at) {}

  JobTimeline(Words words, JobWords jobWords) {
    this.words = words;
    this.jobWords = jobWords;
    add("created", line -> Optional.of(line.created()));
    add("copying", line -> line.run().flatMap(Run::copying));
    add("waiting", line -> line.job().map(BatchJob::created));
    add("running", line -> line.job().flatMap(BatchJob::started));
    add("ended", line -> line.job().flatMap(BatchJob::ended));
  }

  Node root() {
    return root;
  }

  private void add(String key, Function<JobLine, Optional<Instant>> at) {
    Circle dot = new Circle(4);
    Label time = new Label();
    time.getStyleClass().add("caption");
    VBox box = new VBox(2, new Label(words.get("jobs.timeline." + key), dot), time);
    moments.add(new Moment(box, dot, time, key, at));
    root.getChildren().add(box);
  }

  void show(JobLine line) {
    for (Moment moment : moments) {
      Optional<Instant> at = moment.at().apply(line);
      // Most jobs read their rows in place.
      boolean shown = !moment.key().equals("copying") || at.isPresent();
      moment.box().setVisible(shown);
      moment.box().setManaged(shown);
      moment.time().setText(at.map(jobWords::clock).orElse("–"));
      moment.dot().getStyleClass().setAll(at.isPresent() ? "jobs-dot" : "jobs-dot-open");
    }
  }
}
