package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.results.outcome.Responses;
import dev.pollux.run.Bills;
import dev.pollux.run.JobAccounts;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.util.Optional;

/// Accounts for the rows of runs that have ended, from their tables, and keeps the accounts in the
/// journal.
record RunEnds(Cloud cloud, Journal journal, JobAccounts accounts, RunAnswers answers) {
  /// @param line of a job that has ended
  RunEnd of(JobLine line) throws CloudException, InterruptedException {
    Optional<LedgerRun> run =
        line.run().filter(_ -> !line.isSecond()).flatMap(r -> journal.ledger(r.plan().id()));
    if (run.isPresent() && !run.get().isAlone()) {
      return several(run.get());
    }
    BatchJob job = line.job().orElseThrow();
    Optional<TableInfo> written = written(job);
    JobAccounts.Counted counted = accounts.of(job, written, _ -> {});
    run.ifPresent(ledger -> answers.keep(ledger, counted.rows()));
    return new RunEnd(
        counted.rows().fates(), written.map(TableInfo::ref), counted.spent().map(Bills.Spent::usd));
  }

  /// One answer for each row, whichever attempt gave it; the price is that of all attempts.
  private RunEnd several(LedgerRun run) throws CloudException, InterruptedException {
    var rows = answers.account(run, _ -> {}).rows();
    Optional<Double> cost = Optional.of(0.0);
    for (Run attempt : run.sent()) {
      Optional<Double> more = spent(attempt.job().orElseThrow());
      cost = cost.flatMap(sum -> more.map(usd -> sum + usd));
    }
    return new RunEnd(rows, Optional.of(answers.find(run).table()), cost);
  }

  /// Empty where nobody knows it, as of a job that was deleted and not counted before.
  private Optional<Double> spent(JobName name) throws CloudException, InterruptedException {
    Optional<BatchJob> job = cloud.jobs().find(name);
    return job.isPresent()
        ? accounts.of(job.get(), written(job.get()), _ -> {}).spent().map(Bills.Spent::usd)
        : Optional.ofNullable(journal.bills().get(name));
  }

  private Optional<TableInfo> written(BatchJob job) throws CloudException {
    Optional<TableRef> named = job.destinationTable();
    return (named.isPresent() ? cloud.catalog().table(named.get()) : Optional.<TableInfo>empty())
        .filter(table -> Responses.isOutput(table.schema()));
  }
}
