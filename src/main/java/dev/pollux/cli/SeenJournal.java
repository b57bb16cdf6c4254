package dev.pollux.cli;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import dev.pollux.run.AnswersCopy;
import dev.pollux.run.Journal;
import dev.pollux.run.Run;
import dev.pollux.run.RunAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal that another process owns, as it was when it was opened. Runs are moved on by that
/// process alone: here they stay as they are.
record SeenJournal(Journal inner) implements Journal {
  @Override
  public void begin(Run run) {
    throw new IllegalStateException("another process has the journal");
  }

  @Override
  public Run move(Run before, Run after) {
    return before;
  }

  @Override
  public Optional<Run> find(RunId id) {
    return inner.find(id);
  }

  @Override
  public List<Run> runs() {
    return inner.runs();
  }

  @Override
  public void account(RunId root, RunAccount account) {
    // The owner counts for itself.
  }

  @Override
  public Map<RunId, RunAccount> accounts() {
    return inner.accounts();
  }

  @Override
  public void answersCopy(AnswersCopy copy) {
    throw new IllegalStateException("only the owner brings answers back");
  }

  @Override
  public Map<RunId, AnswersCopy> answersCopies() {
    return inner.answersCopies();
  }

  @Override
  public void bill(JobName job, double usd) {
    // The owner counts for itself.
  }

  @Override
  public Map<JobName, Double> bills() {
    return inner.bills();
  }

  @Override
  public void close() {
    inner.close();
  }
}
