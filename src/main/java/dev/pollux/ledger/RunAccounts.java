package dev.pollux.ledger;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.JobAccounts;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.util.Optional;
import java.util.function.LongConsumer;

/// What became of all rows of a run, in the table that has its answers, and what all its jobs cost.
/// What was counted is kept in the journal.
public final class RunAccounts {
  private final Cloud cloud;
  private final Journal journal;
  private final RunAnswers answers;
  private final Bills bills;
  private final JobAccounts jobs;

  public RunAccounts(
      Cloud cloud, Journal journal, RunAnswers answers, InputRows input, Bills bills) {
    this.cloud = cloud;
    this.journal = journal;
    this.answers = answers;
    this.bills = bills;
    this.jobs = new JobAccounts(cloud.rows(), input, bills);
  }

  /// Of a table that one job wrote.
  ///
  /// @param run what the job belongs to; empty where it was not sent from here
  /// @param read hears how many rows were read so far
  public JobAccounts.Counted ofOutput(
      BatchJob job, TableInfo output, Optional<LedgerRun> run, LongConsumer read)
      throws CloudException, InterruptedException {
    JobAccounts.Counted counted = jobs.of(job, Optional.of(output), read);
    if (counted.rows().inputKnown() && run.filter(LedgerRun::isAlone).isPresent()) {
      answers.keep(run.get(), counted.rows());
    }
    return counted;
  }

  /// Of the table of answers, which has each row once.
  public JobAccounts.Counted ofJoined(LedgerRun run, TableInfo table, LongConsumer read)
      throws CloudException, InterruptedException {
    Accounting all =
        new Accountant(cloud.rows()).account(table, Optional.of(table.rows()), _ -> false, read);
    answers.keep(run, all);
    return new JobAccounts.Counted(all, spent(run));
  }

  /// Each output is read once for its price, and the price kept. Of a job that was deleted it is
  /// known where it was kept before.
  private Optional<Bills.Spent> spent(LedgerRun run) throws CloudException, InterruptedException {
    Optional<BatchJob> newest = Optional.empty();
    for (Run one : run.sent()) {
      Optional<BatchJob> job = cloud.jobs().find(one.job().orElseThrow());
      if (job.isPresent() && !journal.bills().containsKey(job.get().name())) {
        jobs.of(job.get(), cloud.catalog().table(one.plan().destination()), _ -> {});
      }
      newest = job.isPresent() ? job : newest;
    }
    return newest.flatMap(job -> bills.of(job, run));
  }
}
