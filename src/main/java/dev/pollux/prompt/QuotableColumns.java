package dev.pollux.prompt;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.prompt.answer.ColumnLookup;
import dev.pollux.prompt.column.ColumnNames;
import java.util.Optional;

/// The columns that an answer can quote from: those of the table, and only those of them that the
/// prompt shows to Gemini are of use.
public record QuotableColumns(TableSchema table, Template template) implements ColumnLookup {
  @Override
  public Optional<Finding> fault(String column) {
    Optional<Finding> unknown = ColumnNames.check(column, table);
    if (unknown.isPresent()) {
      return Optional.of(
          unknown.get().code().equals("template.unknown-near")
              ? Finding.stop("schema.quote-unknown-near", unknown.get().args().toArray())
              : Finding.stop("schema.quote-unknown", column));
    }
    return isShown(column)
        ? Optional.empty()
        : Optional.of(Finding.warning("schema.quote-unshown", column));
  }

  /// A member of a column is shown with it, and a column by each of its members in part.
  private boolean isShown(String column) {
    return template.columns().stream()
        .anyMatch(shown ->
            shown.equalsIgnoreCase(column)
                || startsWith(column, shown)
                || startsWith(shown, column));
  }

  private static boolean startsWith(String path, String above) {
    return path.regionMatches(true, 0, above + ".", 0, above.length() + 1);
  }
}
