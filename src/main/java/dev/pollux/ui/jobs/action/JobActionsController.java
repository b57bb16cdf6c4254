package dev.pollux.ui.jobs.action;

import dev.pollux.background.Background;
import dev.pollux.cloud.BatchJobs;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.Navigation;
import dev.pollux.ui.retry.RetryFlow;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What a person can do with a job of the list. FX thread only.
public final class JobActionsController {
  private final Work work;
  private final Words words;
  private final Navigation navigation;
  private final Asker asker;
  private final JobSteps steps;
  private final DeleteFlow deletion;
  private final SupportFlow support;

  /// What the actions ask of the rest: the jobs themselves, and the submitter for runs that wait
  /// for the person. `browser` opens a page, `drafts` the wizard; `retry` asks again what failed,
  /// `removal` deletes what a run left.
  public record Work(
      Connection connection,
      BatchJobs jobs,
      Submitter submitter,
      WebBrowser browser,
      JobDrafts drafts,
      RetryFlow retry,
      RunRemoval removal,
      SupportFacts support) {}

  /// The list where the person asks.
  public interface Asker {
    /// The row that is selected there.
    Optional<JobRow> selected();

    /// What shows it.
    Parent root();

    /// The jobs may be others by now, and are to be asked for.
    void onChanged();
  }

  public JobActionsController(
      Work work,
      Asker asker,
      Background background,
      Words words,
      Navigation navigation,
      MessageLog log) {
    this.work = work;
    this.asker = asker;
    this.words = words;
    this.navigation = navigation;
    this.steps = new JobSteps(work, background, words, log, asker::onChanged);
    this.deletion = new DeleteFlow(work.removal(), background, words, log, Confirm::choose);
    this.support =
        new SupportFlow(work.support(), background, words, log, Confirm::choose, this::saveFile);
    work.retry().underWay().subscribe((before, now) -> onRetrying(before, now));
  }

  /// Shows the answers: of a job below its run, those of that job alone.
  public void onOpenResults(JobLine line) {
    boolean part =
        asker.selected().filter(row -> row.isPart() && row.line().equals(line)).isPresent();
    line.name().ifPresent(part ? navigation::showOwnResults : navigation::showResults);
  }

  /// Whether jobs of this connection can be seen in Google's console.
  public boolean hasConsole() {
    return !work.connection().simulated();
  }

  /// Opens the page of the job in Google's console.
  public void onOpenConsole(JobLine line) {
    line.name().ifPresent(steps::openConsole);
  }

  /// Puts the full name of the job on the clipboard.
  public void onCopyName(JobLine line) {
    line.name()
        .ifPresent(name ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, name.toString())));
  }

  /// Stops what is active of it, once the person is sure.
  public void onCancel(JobLine line) {
    boolean sure =
        Confirm.ask(
            asker.root().getScene().getWindow(),
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

  /// Deletes the job, and with a run those of its tables that the person names.
  public void onDelete(JobLine line) {
    Optional<LedgerRun> run =
        line.run().flatMap(one -> work.support().journal().ledger(one.plan().id()));
    if (run.isPresent() && !line.isSecond()) {
      deletion.ask(asker.root().getScene().getWindow(), run.get(), asker::onChanged);
      return;
    }
    boolean sure =
        Confirm.ask(
            asker.root().getScene().getWindow(),
            words.get("jobs.delete.title"),
            words.get("jobs.delete.text"),
            words.get("jobs.delete.do"),
            words.get("jobs.delete.keep"));
    if (sure) {
      line.jobs().forEach(steps::delete);
    }
  }

  /// Takes a job that another program made among the runs.
  public void onAdopt(JobLine line) {
    line.job().ifPresent(steps::adopt);
  }

  /// Writes a bundle about the job, for who looks into what failed.
  public void onSupport(JobLine line) {
    support.ask(asker.root().getScene().getWindow(), line);
  }

  private Optional<Path> saveFile(@Nullable Window owner, String name) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(words.get("jobs.support.zip"), "*.zip"));
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// Asks again what failed, once the person has seen how much that is.
  public void onRetry(JobLine line) {
    Optional<JobRow> asked = asker.selected();
    line.run()
        .ifPresent(run ->
            work.retry()
                .ask(
                    new RetryFlow.Asker() {
                      @Override
                      public boolean inFront() {
                        return asker.root().getScene() != null
                            && asker.selected().map(JobRow::key).equals(asked.map(JobRow::key));
                      }

                      @Override
                      public Window window() {
                        return asker.root().getScene().getWindow();
                      }

                      @Override
                      public void sending() {}
                    },
                    run.plan().place().root(),
                    Retries.USUAL));
  }

  /// How far a retry of the run is.
  public Optional<RetryFlow.Phase> retrying(JobLine line) {
    return line.run().map(run -> run.plan().place().root()).map(work.retry().underWay().get()::get);
  }

  /// How far the retries are.
  public ObservableValue<Map<RunId, RetryFlow.Phase>> retries() {
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
      asker.onChanged();
    }
  }

  /// Opens what was decided for the job in the wizard.
  ///
  /// @param review whether the person wants to send it as it is, and not to change it first
  public void onAgain(JobLine line, boolean review) {
    line.run()
        .map(Run::plan)
        .filter(plan -> plan.draft().isPresent())
        .ifPresent(plan -> work.drafts().open(plan, review));
  }

  /// Sends a run that waits for the person once more.
  public void onSendAgain(JobLine line) {
    line.run().ifPresent(run -> steps.sendAgain(run.plan().id()));
  }

  /// Sends a run that waits for the person no more.
  public void onGiveUp(JobLine line) {
    line.run().ifPresent(run -> steps.giveUp(run.plan().id()));
  }
}
