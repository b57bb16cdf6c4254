package dev.pollux.app;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import dev.pollux.run.AnswersCopy;
import dev.pollux.run.Journal;
import dev.pollux.run.Run;
import dev.pollux.run.RunAccount;
import dev.pollux.run.RunStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A planted fault: a run is written down when its create is over, not before.
final class LateJournal implements Journal {
  private final Journal inner;
  private final Map<RunId, Run> held = new HashMap<>();

  LateJournal(Journal inner) {
    this.inner = inner;
  }

  @Override
  public void begin(Run run) {
    held.put(run.plan().id(), run);
  }

  @Override
  public Run move(Run before, Run after) {
    Run first = held.get(before.plan().id());
    if (first == null) {
      return inner.move(before, after);
    }
    if (after.stage() == RunStage.SUBMITTED) {
      held.remove(before.plan().id());
      inner.begin(after);
    } else {
      held.put(before.plan().id(), after);
    }
    return after;
  }

  @Override
  public Optional<Run> find(RunId id) {
    return Optional.ofNullable(held.get(id)).or(() -> inner.find(id));
  }

  @Override
  public List<Run> runs() {
    return inner.runs();
  }

  @Override
  public void account(RunId root, RunAccount account) {
    inner.account(root, account);
  }

  @Override
  public Map<RunId, RunAccount> accounts() {
    return inner.accounts();
  }

  @Override
  public void answersCopy(AnswersCopy copy) {
    inner.answersCopy(copy);
  }

  @Override
  public Map<RunId, AnswersCopy> answersCopies() {
    return inner.answersCopies();
  }

  @Override
  public void bill(JobName job, double usd) {
    inner.bill(job, usd);
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
