package dev.pollux.ui.browser;

import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.PreviewSql;
import dev.pollux.ui.kit.FailureText;
import java.util.List;

/// How far the rows are of a table that only a query reads.
sealed interface Preview {
  /// The rows are listed, free of charge.
  record NotNeeded() implements Preview {}

  /// What it would read is being asked, free of charge.
  record Pricing() implements Preview {}

  /// The person may have it run.
  ///
  /// @param stopped whether they had, and stopped it
  record Offered(PreviewSql sql, DryRun price, boolean stopped) implements Preview {}

  record Reading(PreviewSql sql, DryRun price) implements Preview {}

  record Read(PreviewSql sql, DryRun price, List<Row> rows) implements Preview {
    public Read {
      rows = List.copyOf(rows);
    }
  }

  /// Each query of the table must narrow that column, and here is no place to say how.
  record NeedsFilter(String column) implements Preview {}

  /// All columns have policy tags.
  record NoColumn() implements Preview {}

  record Failed(FailureText why) implements Preview {}
}
