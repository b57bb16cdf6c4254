package dev.pollux.app;

import dev.pollux.app.cloud.KeptOthers;
import dev.pollux.app.cloud.SignInWatch;
import dev.pollux.app.log.RecentLog;
import dev.pollux.app.notice.CommandNotice;
import dev.pollux.app.notice.JobNotices;
import dev.pollux.app.settings.SavedConnections;
import dev.pollux.app.settings.SavedJobNotices;
import dev.pollux.app.settings.SavedTables;
import dev.pollux.app.settings.UserSettings;
import dev.pollux.app.start.DisplayPlatform;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Cloud;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Step;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.Bills;
import dev.pollux.run.RunServices;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.BrowserController;
import dev.pollux.ui.connection.ConnectionTester;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobNews;
import dev.pollux.ui.jobs.JobsController;
import dev.pollux.ui.jobs.action.JobActionsController;
import dev.pollux.ui.jobs.action.SupportFacts;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.LazyScreen;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.results.ResultsController;
import dev.pollux.ui.retry.RetryFlow;
import dev.pollux.ui.shell.Banner;
import dev.pollux.ui.shell.Features;
import dev.pollux.ui.shell.KnownPlace;
import dev.pollux.ui.shell.ScreenId;
import dev.pollux.ui.shell.ShellNavigation;
import dev.pollux.ui.wizard.WizardController;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The screens of one connection, plugged together.
///
/// Their tasks belong to a scope that ends with the workspace: what a connection answers after it
/// was left reaches no screen.
final class Workspace implements AutoCloseable {
  private final Cloud cloud;
  private final Common common;
  private final TaskRunner background;
  private final UserSettings memory;
  private final SignInWatch signIn;
  private final BrowserController browser;
  private final Lazy<WizardController> wizard;
  private final JobsController jobs;
  private final Lazy<ResultsController> results;
  private final Screen wizardScreen;
  private final Screen resultsScreen;
  // Where the person was, for the screens that are not made yet.
  private LeftPlace left;
  private Runnable moved = () -> {};

  /// What outlives a connection.
  ///
  /// @param looksAtIt whether the window has the focus
  /// @param doctor tests a connection, for who is helped
  /// @param reconnect leaves this connection for another
  record Common(
      Journal journal,
      RunClaims claims,
      TaskRunner background,
      Words words,
      ShellNavigation navigation,
      MessageLog log,
      UserSettings memory,
      Clock clock,
      SignInNews signIn,
      BooleanSupplier looksAtIt,
      Consumer<Connection> reconnect,
      ConnectionTester doctor) {}

  /// The report of the doctor on this connection, or why there is none.
  private String doctor() throws Exception {
    return new DoctorWords(common.words()).text(common.doctor().test(cloud.connection()));
  }

  /// What becomes of the session and its jobs, for the window.
  interface SignInNews {
    /// A job ended, or needs the person, and the desktop has no way to say so.
    void tell(JobNews.Line job);

    /// Something is said above all screens, or nothing any more.
    void say(Optional<Banner> banner);

    /// The session holds again.
    void signedIn();
  }

  Workspace(Cloud cloud, Common common) {
    this.cloud = cloud;
    this.common = common;
    this.left = LeftPlace.first(cloud.connection().project());
    this.memory = common.memory();
    this.background = common.background().scope(this::onFailure);
    this.signIn =
        new SignInWatch(
            cloud,
            background,
            common.words(),
            common.clock(),
            common.signIn()::say,
            () -> onSignedIn(common.signIn()));
    RunServices runs = RunServices.of(cloud, common.journal(), common.claims(), common.clock());
    background
        .task(_ -> runs.reconciler().resume(cloud.connection().project()))
        .onFailure(_ -> {}) // the follower looks again at each tick
        .start();
    browser =
        new BrowserController(
            cloud,
            background,
            common.words(),
            common.navigation(),
            new SavedTables(common.memory()));
    browser.waitFor(
        common.words().get(cloud.connection().simulated() ? "local.starting" : "shell.connecting"));
    wizard = new Lazy<>(() -> wizard(runs));
    RetryFlow retry =
        new RetryFlow(
            new Retries(cloud, common.journal(), runs.submitter()),
            memory::budget,
            background,
            common.words(),
            common.log());
    jobs =
        new JobsController(
            new JobsController.Work(
                runs.follower(),
                new JobActionsController.Work(
                    cloud.connection(),
                    cloud.jobs(),
                    runs.submitter(),
                    DisplayPlatform::browse,
                    (plan, review) -> {
                      common.navigation().showWizard();
                      wizard.get().again(plan, review);
                    },
                    retry,
                    new RunRemoval(cloud.catalog(), cloud.jobs()),
                    new SupportFacts(
                        common.journal(),
                        () -> SupportTexts.of(common.memory().settings()),
                        RecentLog::text,
                        this::doctor,
                        System.getenv())),
                new JobNotices(
                    new SavedJobNotices(common.memory(), cloud.connection().project()),
                    common.looksAtIt(),
                    CommandNotice.here(),
                    common.signIn()::tell,
                    background,
                    common.clock()),
                new KeptOthers(
                    new SavedConnections(common.memory()), common.words(), common.reconnect())),
            background,
            common.words(),
            common.navigation(),
            common.log(),
            runs.time());
    results = new Lazy<>(() -> results(runs, retry));
    wizardScreen = new LazyScreen(wizard);
    resultsScreen = new LazyScreen(results);
    jobs.running()
        .addListener((_, before, now) -> {
          if (now.intValue() < before.intValue()) {
            browser.onTablesMade();
          }
        });
    jobs.start();
    common.memory().lastTable().ifPresent(browser::open);
  }

  /// With the draft that was left, at the step that was left.
  private WizardController wizard(RunServices runs) {
    WizardController made =
        new WizardController(
            cloud,
            runs.submitter(),
            background,
            common.words(),
            common.navigation(),
            common.clock(),
            memory.wizard(),
            memory::keepDraft);
    memory.draft().ifPresent(made::restore);
    made.resume(left.step());
    made.step().subscribe(this::moved);
    return made;
  }

  /// Of the job whose results were shown.
  private ResultsController results(RunServices runs, RetryFlow retry) {
    ResultsController made =
        new ResultsController(
            cloud,
            runs.input(),
            new Bills(memory.wizard().prices(), common.journal()),
            new ResultsController.Runs(
                common.journal(),
                new RunAnswers(cloud, common.journal(), common.clock()),
                retry,
                new AnswersCopies(cloud, common.journal(), common.claims(), common.clock()),
                memory::budget),
            background,
            common.words(),
            common.navigation());
    left.results().ifPresent(made::open);
    made.job().subscribe(this::moved);
    return made;
  }

  /// The cloud answers from now on.
  void connected() {
    browser.goOn();
  }

  /// Hears of every failure of the connection.
  void onFailure(Exception problem) {
    signIn.onFailure(problem);
  }

  private void onSignedIn(SignInNews news) {
    news.signedIn();
    browser.onSignedIn();
    jobs.onRefresh();
    wizard.ifMade(WizardController::onSignedIn);
    results.ifMade(ResultsController::onSignedIn);
  }

  Features features() {
    return new Features(
        browser,
        wizardScreen,
        jobs,
        resultsScreen,
        browser::open,
        table -> table.or(this::proposed).ifPresent(this::startWizard),
        jobs::select,
        jobs::select,
        job -> results.get().open(job),
        job -> results.get().openAlone(job),
        jobs.running(),
        jobs.updated(),
        this::known,
        browser::onChooseFile,
        this::refresh);
  }

  /// With the rows that the person looks at in the browser, where it shows the table.
  private void startWizard(TableRef table) {
    wizard.get().start(table, browser.conditions(table));
  }

  /// What has a name and can be gone to.
  private List<KnownPlace> known() {
    return Stream.concat(
            browser.known().stream()
                .map(ref ->
                    new KnownPlace(
                        KnownPlace.Kind.TABLE,
                        ref.table(),
                        ref.project() + "." + ref.dataset(),
                        () -> common.navigation().showTable(ref))),
            jobs.named().stream()
                .map(job ->
                    new KnownPlace(
                        KnownPlace.Kind.JOB,
                        job.title(),
                        job.created(),
                        () -> {
                          common.navigation().showJobs();
                          jobs.select(job.key());
                        })))
        .toList();
  }

  /// A job that is about nothing so far is about the table that was looked at last.
  private Optional<TableRef> proposed() {
    return wizard.get().isAboutNothing() ? memory.lastTable() : Optional.empty();
  }

  /// Goes on where the person was.
  void resume(LeftPlace place) {
    left = place;
    wizard.ifMade(made -> made.resume(place.step()));
    left.job().ifPresent(jobs::resume);
  }

  /// Goes on with the screens of the same connection in another language: what is open and chosen
  /// there is so here. Of the other ones nothing is held.
  void goOnFrom(Workspace other) {
    other.wizard.ifMade(before -> wizard.get().goOnFrom(before));
    other.results.ifMade(before -> results.get().goOnFrom(before));
    browser.goOnFrom(other.browser);
    jobs.goOnFrom(other.jobs);
  }

  /// Of the same connection.
  boolean isOf(Connection connection) {
    return cloud.connection().equals(connection);
  }

  /// Where the person is now.
  ///
  /// @param screen the one in front
  LeftPlace place(ScreenId screen) {
    return new LeftPlace(
        cloud.connection().project(),
        screen,
        wizard.made().map(made -> made.step().getValue()).orElse(left.step()),
        results.made().map(made -> made.job().getValue()).orElse(left.results()),
        jobs.job().getValue());
  }

  /// @param hearer hears when the person goes to another step, or opens other results
  void onMoved(Runnable hearer) {
    moved = hearer;
    jobs.job().subscribe(this::moved);
  }

  private void moved() {
    moved.run();
  }

  /// The screens that are not in front at first.
  List<Screen> screens() {
    return List.of(wizardScreen, jobs, resultsScreen);
  }

  /// What is laid out before it is shown: a table, the screens, then what stands behind the first
  /// step of the wizard.
  List<Screen> unseen() {
    return Stream.of(
            Stream.<Screen>of(browser::table),
            screens().stream(),
            Stream.of(Step.values()).<Screen>map(step -> () -> wizard.get().root(step)),
            Stream.<Screen>of(() -> wizard.get().trial()))
        .flatMap(all -> all)
        .toList();
  }

  private void refresh(Screen shown) {
    if (shown.equals(browser)) {
      browser.onRefresh();
    } else if (shown.equals(jobs)) {
      jobs.onRefresh();
    } else if (shown.equals(resultsScreen)) {
      results.get().onRefresh();
    }
  }

  void importFile(Path file) {
    browser.importFile(file);
  }

  void openRecipe(Path file) {
    wizard.get().openRecipe(file);
  }

  /// Keeps the draft as it is now, whichever screen is in front, and ends all that runs.
  @Override
  public void close() {
    screens().forEach(Screen::deactivate);
    jobs.close();
    background.close();
    cloud.close();
  }
}
