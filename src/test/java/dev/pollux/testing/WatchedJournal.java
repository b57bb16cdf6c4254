package dev.pollux.testing;

import dev.pollux.domain.job.JobName;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.ForwardingJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.SeenJob;

/// A journal whose writes are watched.
public final class WatchedJournal extends ForwardingJournal {
  private final CallWatch watch;

  public WatchedJournal(Journal inner, CallWatch watch) {
    super(inner);
    this.watch = watch;
  }

  @Override
  public void begin(Run run) {
    watch.at("before journal " + run.stage());
    super.begin(run);
    watch.at("after journal " + run.stage());
  }

  @Override
  public Run move(Run before, Run after) {
    watch.at("before journal " + after.stage());
    Run now = super.move(before, after);
    watch.at("after journal " + after.stage());
    return now;
  }

  @Override
  public void answersCopy(AnswersCopy copy) {
    watch.at("before journal answers " + copy.stage());
    super.answersCopy(copy);
    watch.at("after journal answers " + copy.stage());
  }

  @Override
  public void seen(SeenJob job) {
    watch.at("before journal seen");
    super.seen(job);
    watch.at("after journal seen");
  }

  @Override
  public void bill(JobName job, double usd) {
    watch.at("before journal bill");
    super.bill(job, usd);
    watch.at("after journal bill");
  }
}
