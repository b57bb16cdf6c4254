package dev.pollux.testing;

import dev.pollux.domain.JobName;
import dev.pollux.domain.RunId;
import dev.pollux.run.AnswersCopy;
import dev.pollux.run.Journal;
import dev.pollux.run.Run;
import dev.pollux.run.RunAccount;
import dev.pollux.settings.StorageNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal whose writes are watched.
public record WatchedJournal(Journal inner, CallWatch watch) implements Journal {
  @Override
  public List<StorageNotice> notices() {
    return inner.notices();
  }

  @Override
  public void begin(Run run) {
    watch.at("before journal " + run.stage());
    inner.begin(run);
    watch.at("after journal " + run.stage());
  }

  @Override
  public Run move(Run before, Run after) {
    watch.at("before journal " + after.stage());
    Run now = inner.move(before, after);
    watch.at("after journal " + after.stage());
    return now;
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
    watch.at("before journal answers " + copy.stage());
    inner.answersCopy(copy);
    watch.at("after journal answers " + copy.stage());
  }

  @Override
  public Map<RunId, AnswersCopy> answersCopies() {
    return inner.answersCopies();
  }

  @Override
  public void bill(JobName job, double usd) {
    watch.at("before journal bill");
    inner.bill(job, usd);
    watch.at("after journal bill");
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
