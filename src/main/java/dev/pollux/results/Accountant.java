package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.Page;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableSchema;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Accounts for every row of an output table by reading it page by page. Free of charge, unlike a
/// query; one page is in memory at a time; and each row is judged by the same eyes that show it.
public final class Accountant {
  private static final int PAGE = 2_000;
  private final Rows rows;
  private final Responses responses = new Responses();

  public Accountant(Rows rows) {
    this.rows = rows;
  }

  /// @param input how many rows went in; empty where nobody knows
  /// @param read hears how many rows were read so far
  /// @throws InterruptedException when the thread was interrupted between two pages
  public Accounting account(TableInfo output, Optional<Long> input, LongConsumer read)
      throws CloudException, InterruptedException {
    TableSchema schema = output.schema();
    Accounting.Tally tally = new Accounting.Tally();
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
