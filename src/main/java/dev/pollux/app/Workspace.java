package dev.pollux.app;

import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Cloud;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.JobFollower;
import dev.pollux.run.Journal;
import dev.pollux.run.Reconciler;
import dev.pollux.run.RequestTables;
import dev.pollux.run.RunClaims;
import dev.pollux.run.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.BrowserController;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobsController;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.results.ResultsController;
import dev.pollux.ui.shell.Features;
import dev.pollux.ui.shell.ShellNavigation;
import dev.pollux.ui.wizard.WizardController;
import dev.pollux.ui.wizard.WizardSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The screens of one connection, plugged together.
///
/// Their tasks belong to a scope that ends with the workspace: what a connection answers after it
/// was left reaches no screen.
final class Workspace implements AutoCloseable {
  private final Cloud cloud;
  private final TaskRunner background;
  private final BrowserController browser;
  private final WizardController wizard;
  private final JobsController jobs;
  private final ResultsController results;

  /// What outlives a connection.
  record Common(
      Journal journal,
      RunClaims claims,
      TaskRunner background,
      Words words,
      ShellNavigation navigation,
      MessageLog log,
      UserSettings memory,
      Clock clock) {}

  Workspace(Cloud cloud, Common common) {
    this.cloud = cloud;
    this.background = common.background().scope();
    Reconciler reconciler =
        new Reconciler(cloud.jobs(), common.journal(), common.claims(), common.clock());
    RequestTables tables = new RequestTables(cloud.catalog(), cloud.queries());
    Submitter submitter =
        new Submitter(tables, cloud.jobs(), common.journal(), reconciler, common.clock());
    JobFollower follower =
        new JobFollower(
            cloud.connection(), cloud.jobs(), common.journal(), reconciler, common.clock());
    background
        .task(_ -> reconciler.resume(cloud.connection().project()))
        .onFailure(_ -> {}) // the follower looks again at each tick
        .start();
    browser =
        new BrowserController(
            cloud.catalog(),
            cloud.rows(),
            background,
            common.words(),
            common.navigation(),
            common.memory().shelf());
    WizardSettings costs = common.memory().wizard();
    wizard =
        new WizardController(
            cloud,
            submitter,
            background,
            common.words(),
            common.navigation(),
            common.clock(),
            costs,
            common.memory()::keepDraft);
    jobs =
        new JobsController(
            new JobsController.Work(
                cloud.connection(), follower, cloud.jobs(), submitter, DisplayPlatform::browse),
            background,
            common.words(),
            common.navigation(),
            common.log(),
            common.clock());
    results =
        new ResultsController(
            cloud,
            new InputRows(cloud.catalog(), common.journal()),
            new Bills(costs.prices(), common.journal()),
            background,
            common.words(),
            common.navigation());
    jobs.running()
        .addListener((_, before, now) -> {
          if (now.intValue() < before.intValue()) {
            browser.onTablesMade();
          }
        });
    jobs.start();
    common.memory().draft().ifPresent(wizard::restore);
    common.memory().lastTable().ifPresent(browser::open);
  }

  Features features() {
    return new Features(
        browser,
        wizard,
        jobs,
        results,
        browser::open,
        table -> table.ifPresent(wizard::start),
        jobs::select,
        results::open,
        jobs.running(),
        jobs.updated(),
        this::refresh);
  }

  /// The screens that are not in front at first.
  List<Screen> screens() {
    return List.of(wizard, jobs, results);
  }

  private void refresh(Screen shown) {
    if (shown instanceof BrowserController) {
      browser.onRefresh();
    } else if (shown instanceof JobsController) {
      jobs.onRefresh();
    } else if (shown instanceof ResultsController) {
      results.onRefresh();
    }
  }

  void openRecipe(Path file) {
    wizard.openRecipe(file);
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
