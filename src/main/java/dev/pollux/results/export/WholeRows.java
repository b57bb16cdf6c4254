package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.List;
import java.util.Optional;

/// Rows as they are.
record WholeRows(List<Field> columns) implements ExportContent {
  @Override
  public List<Field> read() {
    return columns;
  }

  @Override
  public Optional<List<Value>> values(Row row) {
    return Optional.of(row.values());
  }
}
