package dev.pollux.prompt;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.answer.RowText;
import dev.pollux.prompt.column.ColumnPath;
import java.util.Optional;

/// A row of a table as it goes into a prompt.
public record RowColumns(TableSchema schema, Row row) implements RowText {
  // Nothing is guarded here, so that no mark is ever made with it.
  private static final MarkKey NO_MARKS = new MarkKey("0".repeat(64));

  @Override
  public Optional<String> of(String column) {
    return ColumnPath.find(schema, column)
        .map(_ -> RequestSpec.of("{{" + column + "}}", ""))
        .map(alone -> new RequestRenderer(alone, schema, NO_MARKS).text(row));
  }
}
