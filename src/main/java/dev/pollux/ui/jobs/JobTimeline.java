package dev.pollux.ui.jobs;

import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobEvents;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// What happened to the selected job, one line for each, and below it what comes next.
final class JobTimeline {
  private final GridPane lines = new GridPane(8, 4);
  private final VBox root;
  private final Words words;
  private List<JobEvents.Event> shown = List.of();

  JobTimeline(Words words) {
    this.words = words;
    Label title = new Label(words.get("jobs.events.title"));
    title.getStyleClass().add("heading");
    lines.setId("jobs-events");
    ColumnConstraints dots = new ColumnConstraints();
    ColumnConstraints times = new ColumnConstraints();
    times.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().setAll(dots, times, what);
    root = new VBox(6, title, lines);
    root.getStyleClass().addAll("card", "jobs-card");
  }

  Region root() {
    return root;
  }

  void show(List<JobEvents.Event> events) {
    if (events.equals(shown)) {
      return;
    }
    shown = events;
    lines.getChildren().clear();
    for (int i = 0; i < events.size(); i++) {
      JobEvents.Event event = events.get(i);
      Circle dot = new Circle(4);
      dot.getStyleClass().add(event.happened() ? "jobs-dot" : "jobs-dot-open");
      Label when = new Label(event.when());
      when.getStyleClass().add("caption");
      Label what = new Label(sentence(event.what()));
      what.setWrapText(true);
      if (!event.happened()) {
        what.getStyleClass().add("quiet");
      }
      lines.addRow(i, dot, when, what);
    }
  }

  /// Each line begins as a sentence does, one about a part too.
  private String sentence(String what) {
    int first = what.offsetByCodePoints(0, Math.min(1, what.length()));
    return what.substring(0, first).toUpperCase(words.locale()) + what.substring(first);
  }
}
