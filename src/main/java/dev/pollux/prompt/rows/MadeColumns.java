package dev.pollux.prompt.rows;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Columns that a table does not have and a query can make of those that it has, as what an answer
/// says.
///
/// @param fields their names and types, as the query has them
/// @param over makes a query over another one that has all its columns and these
public record MadeColumns(List<Field> fields, UnaryOperator<String> over) {
  /// None.
  public static final MadeColumns NONE = new MadeColumns(List.of(), rows -> rows);

  public MadeColumns {
    fields = List.copyOf(fields);
  }

  boolean has(String column) {
    return fields.stream().anyMatch(field -> field.name().equals(column));
  }

  /// The columns of a table, and these.
  TableSchema with(TableSchema table) {
    return new TableSchema(Stream.concat(table.fields().stream(), fields.stream()).toList());
  }
}
