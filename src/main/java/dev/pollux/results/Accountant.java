package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Page;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableSchema;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/// Accounts for every row of an output table by reading it page by page: free of charge, unlike a
/// query, and with one page in memory at a time. [Responses] decides what became of a row, here as
/// in the grid that shows it, so that the counts agree with what is seen.
public final class Accountant {
  private static final int PAGE = 2_000;
  private final Rows rows;
  private final Responses responses = new Responses();

  public Accountant(Rows rows) {
    this.rows = rows;
  }

  /// @param input how many rows went in; empty where nobody knows
  /// @param longPrompt whether a prompt of so many tokens is billed as a long one
  /// @param read hears how many rows were read so far
  /// @throws InterruptedException when the thread was interrupted between two pages
  public Accounting account(
      TableInfo output, Optional<Long> input, LongPredicate longPrompt, LongConsumer read)
      throws CloudException, InterruptedException {
    TableSchema schema = output.schema();
    Accounting.Tally tally = new Accounting.Tally(longPrompt);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Page page = rows.page(output.ref(), schema, tally.rows(), PAGE);
      if (page.rows().isEmpty()) {
        return tally.against(input);
      }
      for (Row row : page.rows()) {
        tally.add(responses.decode(schema, row));
      }
      read.accept(tally.rows());
      if (tally.rows() >= page.total()) {
        return tally.against(input);
      }
    }
  }
}
