package dev.pollux.domain.table;

import dev.pollux.domain.value.Field;
import java.util.List;
import java.util.Optional;

/// The columns of a table, in order.
public record TableSchema(List<Field> fields) {
  public TableSchema {
    fields = List.copyOf(fields);
  }

  /// The column of that name; BigQuery's column names do not mind case.
  public Optional<Field> find(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }

  public int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
