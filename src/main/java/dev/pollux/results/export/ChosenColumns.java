package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.List;
import java.util.Optional;

/// Some columns of a content, in an order of their own.
///
/// @param places 0-based, in the columns of `all`
record ChosenColumns(ExportContent all, List<Integer> places) implements ExportContent {
  @Override
  public List<Field> columns() {
    return places.stream().map(all.columns()::get).toList();
  }

  @Override
  public List<Field> read() {
    return all.read();
  }

  @Override
  public Optional<List<Value>> values(Row row) {
    return all.values(row).map(values -> places.stream().map(values::get).toList());
  }
}
