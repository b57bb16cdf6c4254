package dev.pollux.results;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.RowPages;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.results.outcome.Responses;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/// Accounts for every row of an output table by reading what the service wrote of it, page by page:
/// free of charge, unlike a query, and with a few pages in memory at a time. [Responses] decides
/// what became of a row, here as in the grid that shows it, so that the counts agree with what is
/// seen.
public final class Accountant {
  private final RowPages pages;
  private final Responses responses = new Responses();

  public Accountant(Rows rows) {
    this.pages = new RowPages(rows);
  }

  /// @param input how many rows went in; empty where nobody knows
  /// @param longPrompt whether a prompt of so many tokens is billed as a long one
  /// @param read hears how many rows were read so far
  /// @throws InterruptedException when the thread was interrupted between two pages
  public Accounting account(
      TableInfo output, Optional<Long> input, LongPredicate longPrompt, LongConsumer read)
      throws CloudException, InterruptedException {
    TableSchema written = new TableSchema(written(output.schema()));
    Accounting.Tally tally = new Accounting.Tally(longPrompt);
    pages.read(
        output,
        written.fields(),
        page ->
            page.rows().stream().map(row -> DecodedRow.of(responses.decode(written, row))).toList(),
        decoded -> {
          decoded.forEach(tally::add);
          read.accept(tally.rows());
        });
    return tally.against(input);
  }

  private static List<Field> written(TableSchema schema) {
    return schema.fields().stream().filter(Accountant::isWritten).toList();
  }

  private static boolean isWritten(Field field) {
    return field.name().equalsIgnoreCase(Responses.RESPONSE)
        || field.name().equalsIgnoreCase(Responses.STATUS);
  }
}
