package dev.pollux.run;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import java.util.Optional;
import java.util.function.LongConsumer;

/// What became of all rows of a job, read from the table that it wrote, and what they cost.
public record JobAccounts(Rows rows, InputRows input, Bills bills) {
  /// @param spent empty where nobody knows the price of the model
  public record Counted(Accounting rows, Optional<Bills.Spent> spent) {}

  /// @param output the table that the job wrote; where there is none, no row was answered
  /// @param read hears how many rows were read so far
  public Counted of(BatchJob job, Optional<TableInfo> output, LongConsumer read)
      throws CloudException, InterruptedException {
    Optional<Long> owed = owed(job);
    Accounting all =
        output.isPresent()
            ? new Accountant(rows).account(output.get(), owed, bills.longPrompts(job), read)
            : new Accounting.Tally(bills.longPrompts(job)).against(owed);
    return new Counted(all, bills.of(job, all));
  }

  /// Only a job that has ended owes an answer for each of its rows.
  private Optional<Long> owed(BatchJob job) throws CloudException {
    return job.state().isFinal() ? input.of(job) : Optional.empty();
  }
}
