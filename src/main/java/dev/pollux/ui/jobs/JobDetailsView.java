package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobEvents;
import dev.pollux.ui.jobs.state.JobExplanation;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.jobs.state.ProgressCurve;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All about the selected job: its way so far, what happened, what to do next. The nodes stay, and
/// what they say is brought up to date.
final class JobDetailsView {
  /// What the pane has left and right of the buttons.
  private static final double SIDES = 36;

  private final Words words;
  private final JobWords jobWords;
  private final Label title = new Label();
  private final Label where = new Label();
  private final JobActionsView actions;
  private final JobTimeline timeline;
  private final JobsModel model;
  private final JobsController controller;
  private final JobEvents events;
  private final ProgressPane progress;
  private final Label happened = new Label();
  private final Label next = new Label();
  private final Label raw = new Label();
  private final TitledPane fold = new TitledPane();
  private final ScrollPane root = new ScrollPane();
  private final JobQuestionPane question;
  private final Label none = new Label();
  private final StackPane nothing = new StackPane();
  private final VBox content = new VBox(10);

  private Optional<JobRow> shown = Optional.empty();

  JobDetailsView(JobsModel model, JobsController controller, Words words, JobWords jobWords) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.jobWords = jobWords;
    this.actions = new JobActionsView(controller, words);
    this.question = new JobQuestionPane(words);
    this.timeline = new JobTimeline(words);
    this.events = new JobEvents(words, jobWords);
    this.progress = new ProgressPane(words, jobWords);
    title.setId("jobs-details-title");
    title.getStyleClass().add("heading");
    where.getStyleClass().add("caption");
    happened.setId("jobs-story");
    happened.getStyleClass().add("heading");
    raw.setId("jobs-raw");
    raw.getStyleClass().add("mono");
    for (Label label : new Label[] {happened, next, raw}) {
      label.setWrapText(true);
    }
    fold.setText(words.get("jobs.details.raw"));
    fold.setContent(raw);
    fold.setExpanded(false);
    fold.setAnimated(false);
    fold.getStyleClass().add("dense");
    none.setText(words.get("jobs.details.none"));
    none.setId("jobs-details-none");
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    nothing.getChildren().setAll(none);
    nothing.getStyleClass().add("jobs-details");
    VBox names = new VBox(2, title, where);
    where.setWrapText(true);
    GridPane course = new GridPane(12, 0);
    course.addRow(0, progress.root(), timeline.root());
    for (Region half : List.of(progress.root(), timeline.root())) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50); // else their lines would be wrapped as if there were no room
      course.getColumnConstraints().add(column);
      half.setMaxWidth(Double.MAX_VALUE);
    }
    actions.wrapAt(root.widthProperty().subtract(SIDES));
    content
        .getChildren()
        .addAll(
            new VBox(8, names, actions.root()),
            new VBox(2, happened, next),
            course,
            fold,
            question.root());
    content.getStyleClass().add("jobs-details");
    root.setFitToWidth(true);
    root.setContent(content);
    root.getStyleClass().addAll("edge-to-edge", "line-top");
  }

  Node root() {
    return root;
  }

  /// What can be done with the job that is shown, as a menu.
  List<MenuItem> menuItems() {
    return actions.items();
  }

  /// What can be done changed, and not the job.
  void showActions() {
    shown.ifPresent(actions::show);
  }

  void show(Optional<JobRow> selected) {
    shown = selected;
    root.setContent(selected.isPresent() ? content : nothing);
    selected.ifPresent(this::show);
  }

  /// What moves with the time.
  void tick() {
    shown
        .filter(row -> row.line().active() && row.elsewhere().isEmpty())
        .ifPresent(this::showCourse);
  }

  private void showCourse(JobRow row) {
    Instant now = row.asOf(model.now().get());
    List<ProgressPoint> seen = model.progress(row);
    progress.show(row, seen, now);
    Optional<Instant> done = ProgressCurve.of(row.line(), seen, now).flatMap(ProgressCurve::done);
    timeline.show(events.of(row, done, model.history(), now));
  }

  private void show(JobRow row) {
    JobLine line = row.line();
    title.setText(JobWords.title(line));
    where.setText(
        words.get(
            "jobs.details.where",
            jobWords.source(line),
            jobWords.destination(line),
            jobWords.model(line),
            line.location().id()));
    JobExplanation story = JobExplanation.of(line, words);
    Optional<String> other = row.elsewhere().map(controller::connection);
    happened.setText(other.map(name -> words.get("jobs.elsewhere", name)).orElse(story.happened()));
    next.setText(
        row.elsewhere()
            .map(one -> words.get("jobs.elsewhere.next", jobWords.moment(one.at())))
            .orElse(story.next()));
    raw.setText(story.raw());
    fold.setVisible(!story.raw().isEmpty());
    fold.setManaged(!story.raw().isEmpty());
    actions.show(row);
    showCourse(row);
    question.show(line);
  }
}
