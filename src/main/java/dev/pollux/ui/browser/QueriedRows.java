package dev.pollux.ui.browser;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.ui.kit.FailureText;
import java.util.List;

/// How far the rows are of a table that only a query reads.
sealed interface QueriedRows {
  /// The rows are listed, free of charge.
  record NotNeeded() implements QueriedRows {}

  /// What it would read is being asked, free of charge.
  record Pricing() implements QueriedRows {}

  /// The person may have it run.
  ///
  /// @param stopped whether they had, and stopped it
  record Offered(PreviewSql sql, DryRun price, boolean stopped) implements QueriedRows {}

  record Reading(PreviewSql sql, DryRun price) implements QueriedRows {}

  record Read(PreviewSql sql, DryRun price, List<Row> rows) implements QueriedRows {
    public Read {
      rows = List.copyOf(rows);
    }
  }

  /// Each query of the table must narrow that column, and here is no place to say how.
  record NeedsFilter(String column) implements QueriedRows {}

  /// All columns have policy tags.
  record NoColumn() implements QueriedRows {}

  record Failed(FailureText why) implements QueriedRows {}
}
