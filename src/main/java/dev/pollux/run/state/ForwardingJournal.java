package dev.pollux.run.state;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.settings.StorageNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal that hands everything to another; who does some of it otherwise extends it.
public abstract class ForwardingJournal implements Journal {
  private final Journal inner;

  protected ForwardingJournal(Journal inner) {
    this.inner = inner;
  }

  @Override
  public List<StorageNotice> notices() {
    return inner.notices();
  }

  @Override
  public void begin(Run run) {
    inner.begin(run);
  }

  @Override
  public Run move(Run before, Run after) {
    return inner.move(before, after);
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
  public void seen(SeenJob job) {
    inner.seen(job);
  }

  @Override
  public Map<String, SeenJob> seen() {
    return inner.seen();
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
