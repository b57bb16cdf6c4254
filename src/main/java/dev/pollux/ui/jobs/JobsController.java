package dev.pollux.ui.jobs;

import dev.pollux.background.Background;
import dev.pollux.background.Ticker;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.action.JobActionsController;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/// The live list of jobs. Follows them from the moment it is made until it is closed, whether its
/// screen is in front or not.
public final class JobsController implements Screen, AutoCloseable {
  private final Work work;
  private final Words words;
  private final Navigation navigation;
  private final InstantSource clock;
  private final JobsModel model = new JobsModel();
  private final JobsRefresh refresh;
  private final JobActionsController actions;
  private final Lazy<JobsView> view;
  private final Ticker ticker = new Ticker(this::onTick);

  /// What the screen asks of the rest: following the jobs, and what their actions need; `news`
  /// hears of what ended.
  public record Work(
      JobFollower follower,
      JobActionsController.Work actions,
      JobNews news,
      OtherConnections others) {}

  public JobsController(
      Work work,
      Background background,
      Words words,
      Navigation navigation,
      MessageLog log,
      InstantSource clock) {
    this.work = work;
    this.words = words;
    this.navigation = navigation;
    this.clock = clock;
    this.refresh = new JobsRefresh(work, model, background, words, log);
    this.actions =
        new JobActionsController(work.actions(), asker(), background, words, navigation, log);
    onTick();
    this.view = new Lazy<>(() -> new JobsView(model, this, words, ZoneId.systemDefault()));
  }

  private JobActionsController.Asker asker() {
    return new JobActionsController.Asker() {
      @Override
      public Optional<JobRow> selected() {
        return model.selected().get();
      }

      @Override
      public Parent root() {
        return JobsController.this.root();
      }

      @Override
      public void onChanged() {
        onRefresh();
      }
    };
  }

  /// What can be done with a job.
  JobActionsController actions() {
    return actions;
  }

  /// Begins to follow. FX thread only.
  public void start() {
    refresh.start();
  }

  @Override
  public Parent root() {
    return view.get().root();
  }

  /// Who comes here may look for what was sent a moment ago: the next tick may be far.
  @Override
  public void activate() {
    refresh.start();
  }

  /// How many jobs can still change.
  public ObservableValue<Number> running() {
    return model.running();
  }

  /// The key of the job that is selected.
  public ObservableValue<Optional<String>> job() {
    return model.selectedKey();
  }

  /// Goes on as the list was left in another language.
  public void goOnFrom(JobsController before) {
    model.goOnFrom(before.model);
    if (before.readsOlder()) {
      onOlder();
    }
  }

  /// Goes on with the job that was selected, as soon as it is on the list.
  public void resume(String key) {
    model.select(Optional.of(key));
  }

  public ObservableValue<Optional<Instant>> updated() {
    return model.updated();
  }

  /// Selects the job as soon as it is on the list.
  public void select(JobName job) {
    refresh.select(job);
  }

  /// Selects the run as soon as it is on the list.
  ///
  /// @param root the first of its attempts and parts
  public void select(RunId root) {
    refresh.select(root);
  }

  /// Asks now instead of at the next tick.
  public void onRefresh() {
    refresh.anew();
  }

  /// All jobs there ever were, from now on.
  void onOlder() {
    work.follower().readOlder();
    refresh.start();
  }

  boolean readsOlder() {
    return work.follower().readsOlder();
  }

  /// The jobs of the list, for who looks for one by its name: the key, the title and when it was
  /// made.
  public List<NamedJob> named() {
    JobWords said = new JobWords(words, ZoneId.systemDefault());
    return model.lines().stream()
        .map(line -> new NamedJob(line.key(), JobWords.title(line), said.moment(line.created())))
        .toList();
  }

  /// Selects a job of the list.
  public void select(String key) {
    onShowAll();
    model.select(Optional.of(key));
  }

  /// Takes back what keeps jobs from the list.
  void onShowAll() {
    model.show(JobsModel.Tab.ALL);
    model.filter("");
  }

  @Override
  public void focus() {
    view.get().focus();
  }

  @Override
  public void find() {
    view.get().find();
  }

  /// The list is in a window.
  void onShown() {
    ticker.start();
  }

  /// It is in none any more.
  void onHidden() {
    ticker.stop();
  }

  void onTick() {
    model.tick(clock.instant());
  }

  void onTab(JobsModel.Tab tab) {
    model.show(tab);
  }

  void onFilter(String text) {
    model.filter(text);
  }

  void onSelect(Optional<JobRow> row) {
    refresh.onSelect();
    model.select(row.map(JobRow::key));
  }

  /// Shows the jobs of a run below it, or no longer.
  void onFold(JobRow row) {
    model.fold(row);
  }

  void onNewJob() {
    navigation.showWizard();
  }

  void onBrowse() {
    navigation.showTables();
  }

  /// What the connection of a run is called.
  String connection(JobBoard.Elsewhere run) {
    return work.others().name(run.project()).orElse(run.project());
  }

  /// Leaves this connection for that of a run.
  void onSwitch(JobRow row) {
    row.elsewhere().ifPresent(run -> work.others().open(run.project()));
  }

  /// Whether the person is told outside of the window.
  boolean tells() {
    return work.news().isOn();
  }

  void onTell(boolean on) {
    work.news().setOn(on);
  }

  /// The order changes when a person asks, and then only.
  ///
  /// @param by the column that is it, where it is one
  void onSort(Comparator<JobLine> order, Optional<JobsModel.Order> by) {
    model.order(by);
    model.sort(order);
  }

  @Override
  public void close() {
    ticker.stop();
    refresh.close();
  }
}
