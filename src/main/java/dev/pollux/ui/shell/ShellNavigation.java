package dev.pollux.ui.shell;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.kit.Navigation;
import java.util.Optional;
import java.util.function.Consumer;

/// Sends people from screen to screen. Made before the features, which are given it; the shell and
/// the features are attached once they exist.
public final class ShellNavigation implements Navigation {
  private Consumer<ScreenId> show = _ -> {};
  private Optional<Features> features = Optional.empty();

  void attach(Consumer<ScreenId> shower) {
    show = shower;
  }

  void attach(Features present) {
    features = Optional.of(present);
  }

  @Override
  public void showTables() {
    show.accept(ScreenId.TABLES);
  }

  @Override
  public void showTable(TableRef table) {
    features.ifPresent(f -> f.openTable().accept(table));
    show.accept(ScreenId.TABLES);
  }

  @Override
  public void showWizard() {
    features.ifPresent(f -> f.startWizard().accept(Optional.empty()));
    show.accept(ScreenId.WIZARD);
  }

  @Override
  public void startWizard(TableRef table) {
    features.ifPresent(f -> f.startWizard().accept(Optional.of(table)));
    show.accept(ScreenId.WIZARD);
  }

  @Override
  public void showJobs() {
    show.accept(ScreenId.JOBS);
  }

  @Override
  public void showJob(JobName job) {
    show.accept(ScreenId.JOBS);
    features.ifPresent(f -> f.selectJob().accept(job));
  }

  @Override
  public void showRun(RunId root) {
    show.accept(ScreenId.JOBS);
    features.ifPresent(f -> f.selectRun().accept(root));
  }

  @Override
  public void showResults(JobName job) {
    features.ifPresent(f -> f.openResults().accept(job));
    show.accept(ScreenId.RESULTS);
  }

  @Override
  public void showOwnResults(JobName job) {
    features.ifPresent(f -> f.openOwnResults().accept(job));
    show.accept(ScreenId.RESULTS);
  }
}
