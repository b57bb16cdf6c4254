package dev.pollux.ui.sorting;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.prompt.rows.ViewSql;
import dev.pollux.ui.kit.FailureText;
import java.util.List;

/// How far the rows are that a person asked to see, and in which order.
public sealed interface SeenRows {
  /// What they asked for.
  RowView view();

  /// All rows, as the table has them.
  record AsStored() implements SeenRows {
    @Override
    public RowView view() {
      return RowView.AS_STORED;
    }
  }

  /// All rows are being read, free of charge.
  record Reading(RowView view) implements SeenRows {}

  /// Rows that are here.
  ///
  /// @param numbers where each stands in the table, 0-based
  /// @param of how many rows the table has
  record Here(RowView view, List<Row> rows, List<Integer> numbers, long of) implements SeenRows {
    public Here {
      rows = List.copyOf(rows);
      numbers = List.copyOf(numbers);
    }
  }

  /// There are too many to read them all: what a query would read is being asked, which is free.
  record Pricing(RowView view) implements SeenRows {}

  /// The person may have it run.
  ///
  /// @param stopped whether they had, and stopped it
  record Offered(RowView view, ViewSql sql, DryRun price, boolean stopped) implements SeenRows {}

  record Querying(RowView view, ViewSql sql, DryRun price) implements SeenRows {}

  /// The first rows that the query gave.
  ///
  /// @param total how many there are in all
  record ByQuery(RowView view, ViewSql sql, DryRun price, List<Row> rows, long total)
      implements SeenRows {
    public ByQuery {
      rows = List.copyOf(rows);
    }
  }

  /// It cannot be done; a sentence says why.
  record Refused(RowView view, String why) implements SeenRows {}

  record Failed(RowView view, FailureText why) implements SeenRows {}
}
