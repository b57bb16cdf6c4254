package dev.pollux.results.export;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is written of the rows of a table. May be asked from several threads at once.
public interface ExportContent {
  /// The columns of the file.
  List<Field> columns();

  /// The columns of the table that are read for it, in the table's order.
  List<Field> read();

  /// A value for each column of the file, from a row of the columns that are read; empty where the
  /// row is left out.
  Optional<List<Value>> values(Row row);

  /// A table as it is.
  static ExportContent whole(TableSchema schema) {
    return new WholeRows(schema.fields());
  }

  /// The same, of some columns only, in that order. Names do not mind case.
  ///
  /// @throws IllegalArgumentException when there is no such column; says which there are
  default ExportContent choose(List<String> names) {
    TableSchema all = new TableSchema(columns());
    List<Integer> places = new ArrayList<>();
    for (String name : names) {
      int place = all.indexOf(name.strip());
      if (place < 0) {
        throw new IllegalArgumentException(
            name.strip()
                + ": "
                + columns().stream().map(Field::name).collect(Collectors.joining(", ")));
      }
      places.add(place);
    }
    return new ChosenColumns(this, places);
  }
}
