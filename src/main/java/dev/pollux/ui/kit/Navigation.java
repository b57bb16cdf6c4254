package dev.pollux.ui.kit;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableRef;

/// Where a feature can send a person. Implemented by the shell; features never see the shell.
public interface Navigation {
  void showTables();

  void showTable(TableRef table);

  /// Opens the wizard with the draft that is kept.
  void showWizard();

  /// Opens the wizard on a table.
  void startWizard(TableRef table);

  void showJobs();

  /// Opens the jobs with this one selected.
  void showJob(JobName job);

  void showResults(JobName job);

  /// Opens the answers that this job gave, without those of the other jobs of its run.
  void showOwnResults(JobName job);
}
