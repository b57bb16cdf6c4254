package dev.pollux.testing;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.kit.Navigation;
import java.util.ArrayList;
import java.util.List;

/// Goes nowhere, and writes down where it was to go: the method, and what it was asked to show.
public final class RecordedNavigation implements Navigation {
  public final List<String> went = new ArrayList<>();

  @Override
  public void showTables() {
    went.add("showTables");
  }

  @Override
  public void showTable(TableRef table) {
    went.add("showTable " + table);
  }

  @Override
  public void showWizard() {
    went.add("showWizard");
  }

  @Override
  public void startWizard(TableRef table) {
    went.add("startWizard " + table);
  }

  @Override
  public void showJobs() {
    went.add("showJobs");
  }

  @Override
  public void showJob(JobName job) {
    went.add("showJob " + job);
  }

  @Override
  public void showRun(RunId root) {
    went.add("showRun " + root.id());
  }

  @Override
  public void showResults(JobName job) {
    went.add("showResults " + job);
  }

  @Override
  public void showOwnResults(JobName job) {
    went.add("showOwnResults " + job);
  }
}
