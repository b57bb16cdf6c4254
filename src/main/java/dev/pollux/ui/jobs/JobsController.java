package dev.pollux.ui.jobs;

import dev.pollux.background.Background;
import dev.pollux.background.Ticker;
import dev.pollux.cloud.BatchJobs;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.follow.JobFollower;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.retry.RetryFlow;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The live list of jobs. Follows them from the moment it is made until it is closed, whether its
/// screen is in front or not.
public final class JobsController implements Screen, AutoCloseable {
  private final Work work;
  private final Words words;
  private final Navigation navigation;
  private final InstantSource clock;
  private final JobsModel model = new JobsModel();
  private final JobsRefresh refresh;
  private final JobSteps steps;
  private final DeleteFlow deletion;
  private final SupportFlow support;
  private final Lazy<JobsView> view;
  private final Ticker ticker = new Ticker(this::onTick);

  /// What the screen asks of the rest: following, the jobs themselves, and the submitter for runs
  /// that wait for the person. `browser` opens a page, `drafts` the wizard; `retry` asks again what
  /// failed, `removal` deletes what a run left; `news` hears of what ended.
  public record Work(
      Connection connection,
      JobFollower follower,
      BatchJobs jobs,
      Submitter submitter,
      WebBrowser browser,
      JobDrafts drafts,
      RetryFlow retry,
      RunRemoval removal,
      SupportFacts support,
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
    this.steps = new JobSteps(work, background, words, log, this::onRefresh);
    this.deletion = new DeleteFlow(work.removal(), background, words, log, Confirm::choose);
    this.support =
        new SupportFlow(work.support(), background, words, log, Confirm::choose, this::saveFile);
    onTick();
    work.retry().underWay().subscribe((before, now) -> onRetrying(before, now));
    this.view = new Lazy<>(() -> new JobsView(model, this, words, ZoneId.systemDefault()));
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

  void onOpenResults(JobLine line) {
    boolean part =
        model.selected().get().filter(row -> row.isPart() && row.line().equals(line)).isPresent();
    line.name().ifPresent(part ? navigation::showOwnResults : navigation::showResults);
  }

  /// Whether jobs of this connection can be seen in Google's console.
  boolean hasConsole() {
    return !work.connection().simulated();
  }

  void onOpenConsole(JobLine line) {
    line.name().ifPresent(steps::openConsole);
  }

  void onCopyName(JobLine line) {
    line.name()
        .ifPresent(name ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, name.toString())));
  }

  void onCancel(JobLine line) {
    boolean sure =
        Confirm.ask(
            root().getScene().getWindow(),
            words.get("jobs.cancel.title"),
            whatStopping(JobWords.counts(line).done()),
            words.get("jobs.cancel.do"),
            words.get("jobs.cancel.keep"));
    if (sure) {
      line.activeJobs().forEach(steps::cancel);
    }
  }

  private String whatStopping(long done) {
    String text = words.get("jobs.cancel.text", done);
    return work.connection().simulated() ? text + " " + words.get("jobs.cancel.simulated") : text;
  }

  void onDelete(JobLine line) {
    Optional<LedgerRun> run =
        line.run().flatMap(one -> work.support().journal().ledger(one.plan().id()));
    if (run.isPresent() && !line.isSecond()) {
      deletion.ask(root().getScene().getWindow(), run.get(), this::onRefresh);
      return;
    }
    boolean sure =
        Confirm.ask(
            root().getScene().getWindow(),
            words.get("jobs.delete.title"),
            words.get("jobs.delete.text"),
            words.get("jobs.delete.do"),
            words.get("jobs.delete.keep"));
    if (sure) {
      line.jobs().forEach(steps::delete);
    }
  }

  /// What the connection of a run is called.
  String connection(JobBoard.Elsewhere run) {
    return work.others().name(run.project()).orElse(run.project());
  }

  /// Leaves this connection for that of a run.
  void onSwitch(JobRow row) {
    row.elsewhere().ifPresent(run -> work.others().open(run.project()));
  }

  /// Takes a job that another program made among the runs.
  void onAdopt(JobLine line) {
    line.job().ifPresent(steps::adopt);
  }

  void onSupport(JobLine line) {
    support.ask(root().getScene().getWindow(), line);
  }

  private Optional<Path> saveFile(@Nullable Window owner, String name) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(words.get("jobs.support.zip"), "*.zip"));
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// Whether the person is told outside of the window.
  boolean tells() {
    return work.news().isOn();
  }

  void onTell(boolean on) {
    work.news().setOn(on);
  }

  /// Asks again what failed, once the person has seen how much that is.
  void onRetry(JobLine line) {
    Optional<JobRow> asked = model.selected().get();
    line.run()
        .ifPresent(run ->
            work.retry()
                .ask(
                    new RetryFlow.Asker() {
                      @Override
                      public boolean inFront() {
                        return root().getScene() != null
                            && model
                                .selected()
                                .get()
                                .map(JobRow::key)
                                .equals(asked.map(JobRow::key));
                      }

                      @Override
                      public Window window() {
                        return root().getScene().getWindow();
                      }

                      @Override
                      public void sending() {}
                    },
                    run.plan().place().root(),
                    Retries.USUAL));
  }

  /// How far a retry of the run is.
  Optional<RetryFlow.Phase> retrying(JobLine line) {
    return line.run().map(run -> run.plan().place().root()).map(work.retry().underWay().get()::get);
  }

  /// How far the retries are.
  ObservableValue<Map<RunId, RetryFlow.Phase>> retries() {
    return work.retry().underWay();
  }

  /// What is on its way, or has ended, is seen at once: the next tick may be far.
  private void onRetrying(Map<RunId, RetryFlow.Phase> before, Map<RunId, RetryFlow.Phase> now) {
    boolean begun =
        now.entrySet().stream()
            .anyMatch(one ->
                one.getValue() == RetryFlow.Phase.SENDING
                    && before.get(one.getKey()) != RetryFlow.Phase.SENDING);
    boolean ended =
        before.entrySet().stream()
            .anyMatch(
                one -> one.getValue() == RetryFlow.Phase.SENDING && !now.containsKey(one.getKey()));
    if (begun || ended) {
      onRefresh();
    }
  }

  void onAgain(JobLine line, boolean review) {
    line.run()
        .map(Run::plan)
        .filter(plan -> plan.draft().isPresent())
        .ifPresent(plan -> work.drafts().open(plan, review));
  }

  /// The order changes when a person asks, and then only.
  ///
  /// @param by the column that is it, where it is one
  void onSort(Comparator<JobLine> order, Optional<JobsModel.Order> by) {
    model.order(by);
    model.sort(order);
  }

  void onSendAgain(JobLine line) {
    line.run().ifPresent(run -> steps.sendAgain(run.plan().id()));
  }

  void onGiveUp(JobLine line) {
    line.run().ifPresent(run -> steps.giveUp(run.plan().id()));
  }

  @Override
  public void close() {
    ticker.stop();
    refresh.close();
  }
}
