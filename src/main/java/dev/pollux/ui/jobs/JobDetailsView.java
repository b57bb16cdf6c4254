package dev.pollux.ui.jobs;

import dev.pollux.run.JobLine;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All about the selected job: its way so far, what happened, what to do next. The nodes stay, and
/// what they say is brought up to date.
final class JobDetailsView {
  /// How much of the width the buttons take before they go on in a second line.
  private static final double SHARE_OF_ACTIONS = 0.58;

  private final Words words;
  private final JobWords jobWords;
  private final Label title = new Label();
  private final Label where = new Label();
  private final JobActions actions;
  private final JobTimeline timeline;
  private final Label attempts = new Label();
  private final Label happened = new Label();
  private final Label next = new Label();
  private final Label raw = new Label();
  private final TitledPane fold = new TitledPane();
  private final ScrollPane root = new ScrollPane();
  private final JobQuestionPane question;
  private final Label none = new Label();
  private final VBox content = new VBox(10);

  JobDetailsView(JobsController controller, Words words, JobWords jobWords) {
    this.words = words;
    this.jobWords = jobWords;
    this.actions = new JobActions(controller, words);
    this.question = new JobQuestionPane(words);
    this.timeline = new JobTimeline(words, jobWords);
    title.setId("jobs-details-title");
    title.getStyleClass().add("heading");
    where.getStyleClass().add("caption");
    attempts.setId("jobs-attempts");
    attempts.visibleProperty().bind(attempts.textProperty().isNotEmpty());
    attempts.managedProperty().bind(attempts.visibleProperty());
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
    where.setWrapText(true);
    VBox story = new VBox(6, happened, next, fold);
    story.getStyleClass().addAll("card", "jobs-story");
    actions.wrapAt(root.widthProperty().multiply(SHARE_OF_ACTIONS));
    content
        .getChildren()
        .addAll(
            new HBox(12, names, actions.root()), timeline.root(), attempts, story, question.root());
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
    attempts.setText(
        line.together().stream().map(jobWords::attempt).collect(Collectors.joining("\n")));
    JobExplanation story = JobExplanation.of(line, words);
    happened.setText(story.happened());
    next.setText(story.next());
    raw.setText(story.raw());
    fold.setVisible(!story.raw().isEmpty());
    fold.setManaged(!story.raw().isEmpty());
    actions.show(line);
    timeline.show(line);
    question.show(line);
  }
}
