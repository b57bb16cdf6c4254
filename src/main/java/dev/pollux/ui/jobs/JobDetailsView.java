package dev.pollux.ui.jobs;

import dev.pollux.domain.BatchJob;
import dev.pollux.run.JobLine;
import dev.pollux.run.RunStage;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// All about the selected job: its way so far, what happened, what to do next.
final class JobDetailsView {
  private static final double ACTIONS_WIDTH = 470;
  private final JobsController controller;
  private final Words words;
  private final JobWords jobWords;
  private final Label title = new Label();
  private final Label where = new Label();
  private final FlowPane actions = new FlowPane(8, 8);
  private final HBox timeline = new HBox(24);
  private final Label happened = new Label();
  private final Label next = new Label();
  private final Label raw = new Label();
  private final TitledPane fold = new TitledPane();
  private final ScrollPane root = new ScrollPane();
  private final Label none = new Label();
  private final VBox content = new VBox(10);

  JobDetailsView(JobsController controller, Words words, JobWords jobWords) {
    this.controller = controller;
    this.words = words;
    this.jobWords = jobWords;
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
    none.getStyleClass().add("quiet");
    VBox names = new VBox(2, title, where);
    HBox.setHgrow(names, Priority.ALWAYS);
    actions.setAlignment(Pos.TOP_RIGHT);
    actions.setPrefWrapLength(ACTIONS_WIDTH);
    actions.setMinWidth(ACTIONS_WIDTH);
    where.setWrapText(true);
    VBox story = new VBox(6, happened, next, fold);
    story.getStyleClass().addAll("card", "jobs-story");
    content.getChildren().addAll(new HBox(12, names, actions), timeline, story);
    content.getStyleClass().add("jobs-details");
    root.setFitToWidth(true);
    root.setContent(content);
    root.getStyleClass().addAll("edge-to-edge", "line-top");
  }

  Node root() {
    return root;
  }

  void show(Optional<JobLine> selected) {
    root.setContent(selected.isPresent() ? content : none);
    selected.ifPresent(this::show);
  }

  private void show(JobLine line) {
    title.setText(line.title());
    where.setText(
        words.get(
            "jobs.details.where",
            jobWords.source(line),
            jobWords.destination(line),
            jobWords.model(line),
            line.location().id()));
    JobExplanation story = JobExplanation.of(line, words);
    happened.setText(story.happened());
    next.setText(story.next());
    raw.setText(story.raw());
    fold.setVisible(!story.raw().isEmpty());
    fold.setManaged(!story.raw().isEmpty());
    showActions(line);
    showTimeline(line);
  }

  private void showActions(JobLine line) {
    actions.getChildren().clear();
    if (DisplayState.hasResults(line)) {
      action("jobs-open-results", "jobs.action.results", line, controller::onOpenResults)
          .getStyleClass()
          .add("accent");
    }
    boolean job = line.job().isPresent();
    if (job && DisplayState.of(line).moving() && DisplayState.of(line) != DisplayState.STOPPING) {
      action("jobs-cancel", "jobs.action.cancel", line, controller::onCancel)
          .getStyleClass()
          .add("danger");
    }
    if (line.run().filter(r -> r.stage().awaitsPerson()).isPresent() && !job) {
      action("jobs-send-again", "jobs.action.send-again", line, controller::onSendAgain);
      action("jobs-give-up", "jobs.action.give-up", line, controller::onGiveUp);
    }
    if (line.run().filter(r -> r.stage() == RunStage.UNKNOWN).isPresent() && !job) {
      action("jobs-look-again", "jobs.action.look-again", line, _ -> controller.onRefresh());
    }
    if (job) {
      console(line);
    }
    if (line.name().isPresent()) {
      action("jobs-copy-name", "jobs.action.copy", line, controller::onCopyName);
    }
    if (line.job().filter(j -> j.state().isFinal()).isPresent()) {
      action("jobs-delete", "jobs.action.delete", line, controller::onDelete);
    }
  }

  private Button action(String id, String key, JobLine line, Consumer<JobLine> then) {
    Button button = new Button(words.get(key));
    button.setId(id);
    button.setOnAction(_ -> then.accept(line));
    actions.getChildren().add(button);
    return button;
  }

  /// A disabled button shows no tooltip, so that a box around it does.
  private void console(JobLine line) {
    Button button = action("jobs-console", "jobs.action.console", line, controller::onOpenConsole);
    if (!controller.hasConsole()) {
      button.setDisable(true);
      actions.getChildren().remove(button);
      HBox around = new HBox(button);
      Tooltip.install(around, new Tooltip(words.get("jobs.console.sandbox")));
      actions.getChildren().add(around);
    }
  }

  private void showTimeline(JobLine line) {
    timeline.getChildren().clear();
    moment("jobs.timeline.created", Optional.of(line.created()));
    moment("jobs.timeline.waiting", line.job().map(BatchJob::created));
    moment("jobs.timeline.running", line.job().flatMap(BatchJob::started));
    moment("jobs.timeline.ended", line.job().flatMap(BatchJob::ended));
  }

  private void moment(String key, Optional<Instant> at) {
    Circle dot = new Circle(4);
    dot.getStyleClass().add(at.isPresent() ? "jobs-dot" : "jobs-dot-open");
    Label name = new Label(words.get(key), dot);
    Label time = new Label(at.map(jobWords::clock).orElse("–"));
    time.getStyleClass().add("caption");
    timeline.getChildren().add(new VBox(2, name, time));
  }
}
