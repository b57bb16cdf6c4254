package dev.pollux.ui.kit;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
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

  /// Opens the jobs with this run selected, whether its job is known or not.
  ///
  /// @param root the first of its attempts and parts
  void showRun(RunId root);

  void showResults(JobName job);

  /// Opens the answers that this job gave, without those of the other jobs of its run.
  void showOwnResults(JobName job);
}
