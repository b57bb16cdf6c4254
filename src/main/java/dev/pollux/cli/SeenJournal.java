package dev.pollux.cli;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.ForwardingJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import dev.pollux.run.state.SeenJob;

/// A journal that another process owns, as it was when it was opened. Runs are moved on by that
/// process alone: here they stay as they are.
final class SeenJournal extends ForwardingJournal {
  SeenJournal(Journal inner) {
    super(inner);
  }

  @Override
  public void begin(Run run) {
    throw new IllegalStateException("another process has the journal");
  }

  @Override
  public Run move(Run before, Run after) {
    return before;
  }

  @Override
  public void account(RunId root, RunAccount account) {
    // The owner counts for itself.
  }

  @Override
  public void answersCopy(AnswersCopy copy) {
    throw new IllegalStateException("only the owner brings answers back");
  }

  @Override
  public void seen(SeenJob job) {
    // The owner looks for itself.
  }

  @Override
  public void bill(JobName job, double usd) {
    // The owner counts for itself.
  }
}
