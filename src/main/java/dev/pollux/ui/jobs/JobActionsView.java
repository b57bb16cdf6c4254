package dev.pollux.ui.jobs;

import dev.pollux.domain.job.JobState;
import dev.pollux.run.follow.JobAdoption;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.action.JobActionsController;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.retry.RetryFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// What can be done with the selected job. The buttons are made once: news of the job comes each
/// second, and a button that is made anew between press and release never fires, nor keeps the
/// focus. Those of every job keep their places, and cannot be pressed where they do not fit; those
/// of few jobs stand after them.
final class JobActionsView {
  /// Wide enough for whatever number of rows it names: those after it do not move.
  private static final double RETRY_WIDTH = 190;

  private static final String SWITCH = "jobs-switch";
  private final Words words;
  private final FlowPane root = new FlowPane(8, 8);
  private final List<Action> all = new ArrayList<>();
  private final List<Button> keeping = new ArrayList<>();
  private final List<Action> placed = new ArrayList<>();
  private final List<Action> rare = new ArrayList<>();
  private final JobActionsController actions;
  private final Button retry;
  private final Button support;
  private final MenuButton more = new MenuButton();
  private final Tooltip why = new Tooltip();
  private Optional<JobRow> shown = Optional.empty();

  /// `node` is the button, or a box around it.
  private record Action(Node node, Button button, Predicate<JobRow> fits) {
    /// What belongs to another connection can be gone to, and no more.
    boolean fit(JobRow row) {
      return row.elsewhere().isPresent() == button.getId().equals(SWITCH) && fits.test(row);
    }
  }

  JobActionsView(JobsController controller, Words words) {
    this.words = words;
    this.actions = controller.actions();
    more.setId("jobs-more");
    more.setText("…");
    more.setAccessibleText(words.get("jobs.more"));
    more.getItems().setAll(new MenuItem()); // an empty one would never open
    more.setOnShowing(_ -> more.getItems().setAll(items(action -> !isButton(action))));
    add("results", DisplayState::hasResults, actions::onOpenResults, "jobs-open-results")
        .getStyleClass()
        .add("accent");
    retry = whole("retry", JobActionsView::leftOpen, actions::onRetry, "jobs-retry");
    retry.setMinWidth(RETRY_WIDTH);
    kept("again", true);
    kept("duplicate", false);
    add("cancel", JobActionsView::canStop, actions::onCancel, "jobs-cancel")
        .getStyleClass()
        .add("danger");
    whole("delete", JobActionsView::ended, actions::onDelete, "jobs-delete");
    placed.addAll(all);
    Button elsewhere = new Button(words.get("jobs.action.switch"));
    elsewhere.setId(SWITCH);
    elsewhere.getStyleClass().add("accent");
    elsewhere.setOnAction(_ -> shown.ifPresent(controller::onSwitch));
    all.add(new Action(elsewhere, elsewhere, _ -> true));
    add("send-again", JobActionsView::awaitsPerson, actions::onSendAgain, "jobs-send-again");
    add("give-up", JobActionsView::awaitsPerson, actions::onGiveUp, "jobs-give-up");
    add("look-again", JobActionsView::unknown, _ -> controller.onRefresh(), "jobs-look-again");
    add("adopt", JobAdoption::fits, actions::onAdopt, "jobs-adopt");
    rare.addAll(all.subList(placed.size(), all.size()));
    console();
    add("copy", line -> line.name().isPresent(), actions::onCopyName, "jobs-copy-name");
    support = button("support", actions::onSupport, "jobs-support");
  }

  Node root() {
    return root;
  }

  /// The buttons stand in one line where this width has room for them.
  void wrapAt(ObservableValue<Number> width) {
    root.prefWrapLengthProperty().bind(width);
  }

  void show(JobRow row) {
    JobLine line = row.line();
    if (!shown.map(JobRow::key).equals(Optional.of(row.key()))) {
      // What was pressed was meant for the other job.
      all.forEach(action -> action.button().disarm());
    }
    shown = Optional.of(row);
    Optional<RetryFlow.Phase> retrying = actions.retrying(line);
    long failed = JobWords.counts(line).failed();
    retry.setText(
        retrying.isPresent()
            ? words.get("jobs.retry.busy")
            : leftOpen(line) && failed > 0
                ? words.get("jobs.action.retry-failed", failed)
                : words.get("jobs.action.retry"));
    boolean draft = line.run().flatMap(run -> run.plan().draft()).isPresent();
    why.setText(words.get(draft ? "jobs.again.what" : "jobs.again.older"));
    for (Action action : placed) {
      boolean usable = action.fit(row) && (draft || !keeping.contains(action.button()));
      // While rows are counted it stays: who presses Space once more is not to press the next one.
      boolean agreed = retrying.filter(phase -> phase != RetryFlow.Phase.COUNTING).isPresent();
      disable(action.button(), !usable || (action.button().equals(retry) && agreed));
    }
    List<Node> fit =
        Stream.concat(
                Stream.concat(placed.stream().map(Action::node), Stream.<Node>of(more)),
                rare.stream().filter(action -> action.fit(row)).map(Action::node))
            .toList();
    if (!fit.equals(root.getChildren())) {
      root.getChildren().setAll(fit);
    }
  }

  /// The focus does not pass to the next button, which does something else.
  private void disable(Button button, boolean disabled) {
    if (disabled && button.isFocused()) {
      more.requestFocus();
    }
    button.setDisable(disabled);
  }

  /// What fits the job as a menu; each item does what its button does.
  List<MenuItem> items() {
    return items(_ -> true);
  }

  private boolean isButton(Action action) {
    return placed.contains(action) || rare.contains(action);
  }

  private List<MenuItem> items(Predicate<Action> which) {
    return Stream.concat(
            all.stream()
                .filter(action -> which.test(action) && shown.filter(action::fit).isPresent())
                .map(Action::button),
            Stream.of(support))
        .map(button -> {
          MenuItem item = new MenuItem(button.getText());
          item.setId(button.getId() + "-item");
          item.setDisable(button.isDisabled());
          item.setOnAction(_ -> button.fire());
          return item;
        })
        .toList();
  }

  private Button add(String key, Predicate<JobLine> fits, Consumer<JobLine> then, String id) {
    Button button = button(key, then, id);
    all.add(new Action(button, button, row -> fits.test(row.line())));
    return button;
  }

  /// What is done with all jobs of a run, and not with one of them.
  private Button whole(String key, Predicate<JobLine> fits, Consumer<JobLine> then, String id) {
    Button button = button(key, then, id);
    all.add(new Action(button, button, row -> !row.isPart() && fits.test(row.line())));
    return button;
  }

  private Button button(String key, Consumer<JobLine> then, String id) {
    Button button = new Button(words.get("jobs.action." + key));
    button.setId(id);
    button.setOnAction(_ -> shown.map(JobRow::line).ifPresent(then));
    return button;
  }

  /// A disabled button shows no tooltip, so that a box around it does.
  private void console() {
    Button button = button("console", actions::onOpenConsole, "jobs-console");
    HBox around = new HBox(button);
    if (!actions.hasConsole()) {
      button.setDisable(true);
      Tooltip.install(around, new Tooltip(words.get("jobs.console.sandbox")));
    }
    all.add(new Action(around, button, row -> row.line().job().isPresent()));
  }

  /// Opens what was decided for the job in the wizard; jobs of other programs were not decided
  /// here.
  private void kept(String key, boolean review) {
    Button button = button(key, line -> actions.onAgain(line, review), "jobs-" + key);
    HBox around = new HBox(button);
    Tooltip.install(around, why);
    all.add(
        new Action(
            around,
            button,
            row -> !row.isPart() && row.line().run().isPresent() && !row.line().isSecond()));
    keeping.add(button);
  }

  private static boolean canStop(JobLine line) {
    DisplayState state = DisplayState.of(line);
    return line.job().isPresent() && state.moving() && state != DisplayState.STOPPING;
  }

  /// Whether all of its jobs ended and some rows may have no answer.
  private static boolean leftOpen(JobLine line) {
    return line.run().isPresent()
        && !line.isSecond()
        && !line.active()
        && line.job().isPresent()
        && DisplayState.of(line) != DisplayState.DONE;
  }

  private static boolean awaitsPerson(JobLine line) {
    return line.job().isEmpty()
        && line.run().map(Run::stage).filter(RunStage::awaitsPerson).isPresent();
  }

  private static boolean unknown(JobLine line) {
    return line.job().isEmpty()
        && line.run().filter(run -> run.stage() == RunStage.UNKNOWN).isPresent();
  }

  private static boolean ended(JobLine line) {
    return line.state().filter(JobState::isFinal).isPresent();
  }
}
