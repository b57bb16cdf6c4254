package dev.pollux.ui.results;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.ledger.RunAccounts;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.results.outcome.Responses;
import dev.pollux.run.AnswerShape;
import dev.pollux.run.Bills;
import dev.pollux.run.InputRows;
import dev.pollux.run.JobAccounts;
import dev.pollux.run.state.LedgerRun;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Finds the table in which the answers of a job are, and counts what is in it. Asks the cloud: not
/// for the FX thread.
final class OutputFinder {
  private final Cloud cloud;
  private final ResultsController.Runs runs;
  private final RunAccounts accounts;

  OutputFinder(Cloud cloud, ResultsController.Runs runs, InputRows input, Bills bills) {
    this.cloud = cloud;
    this.runs = runs;
    this.accounts = new RunAccounts(cloud, runs.journal(), runs.answers(), input, bills);
  }

  /// What there is of a job.
  ///
  /// @param alone whether only what this job wrote is wanted, and not all of its run
  /// @param agreed whether the person agreed to what making the table of answers reads
  ResultsModel.Shown find(JobName name, boolean alone, boolean agreed)
      throws CloudException, InterruptedException {
    BatchJob job = cloud.jobs().get(name);
    Optional<LedgerRun> run = RunLabels.run(job).flatMap(runs.journal()::ledger);
    if (run.isPresent() && !run.get().isAlone()) {
      return alone
          ? shown(
              job,
              job.destinationTable(),
              Optional.empty(),
              new ResultsModel.Extent.OneOf(run.get(), place(name, run.get())))
          : several(job, run.get(), agreed);
    }
    return shown(job, job.destinationTable(), run, new ResultsModel.Extent.OnlyJob());
  }

  private static Optional<Place> place(JobName name, LedgerRun run) {
    return run.sent().stream()
        .filter(one -> one.job().filter(name::equals).isPresent())
        .map(one -> one.plan().place())
        .findFirst();
  }

  /// The answers that several jobs gave, in one table: it is made where it is not there so far.
  private ResultsModel.Shown several(BatchJob job, LedgerRun run, boolean agreed)
      throws CloudException, InterruptedException {
    return switch (runs.answers().find(run)) {
      case RunAnswers.Place.Output(TableRef table) ->
          shown(job, Optional.of(table), Optional.of(run), new ResultsModel.Extent.OnlyJob());
      case RunAnswers.Place.Joined(TableRef table) ->
          shown(job, Optional.of(table), Optional.of(run), new ResultsModel.Extent.WholeRun());
      case RunAnswers.Place.ToMake(TableRef _, long bytes)
          when runs.budget().get().asksQuery(bytes) && !agreed ->
          new ResultsModel.Shown.ToMake(job, run, bytes);
      case RunAnswers.Place.ToMake _ ->
          shown(
              job,
              Optional.of(runs.answers().make(run)),
              Optional.of(run),
              new ResultsModel.Extent.WholeRun());
    };
  }

  private ResultsModel.Shown shown(
      BatchJob job, Optional<TableRef> where, Optional<LedgerRun> run, ResultsModel.Extent extent)
      throws CloudException {
    Optional<TableInfo> table =
        where.isPresent() ? cloud.catalog().table(where.get()) : Optional.empty();
    if (table.filter(t -> Responses.isOutput(t.schema())).isPresent()) {
      return output(job, table.get(), run, extent);
    }
    return job.state().isFinal()
        ? new ResultsModel.Shown.NoOutput(job)
        : new ResultsModel.Shown.TooEarly(job);
  }

  /// The columns that the first answers make; all of them are looked at when they are counted.
  private ResultsModel.Shown output(
      BatchJob job, TableInfo table, Optional<LedgerRun> run, ResultsModel.Extent extent)
      throws CloudException {
    AnswerShape shape = AnswerShape.of(cloud.rows(), table);
    return new ResultsModel.Shown.Output(job, table, shape.seen(), shape.asked(), run, extent);
  }

  /// Counts the rows of an output, and what they cost.
  ///
  /// @param read hears how many rows were read so far
  ResultsModel.Counting count(ResultsModel.Shown.Output output, LongConsumer read)
      throws CloudException, InterruptedException {
    JobAccounts.Counted counted =
        output.extent() instanceof ResultsModel.Extent.WholeRun
            ? accounts.ofJoined(output.run().orElseThrow(), output.table(), read)
            : accounts.ofOutput(output.job(), output.table(), output.run(), read);
    return new ResultsModel.Counting.Done(counted.rows(), counted.spent());
  }
}
