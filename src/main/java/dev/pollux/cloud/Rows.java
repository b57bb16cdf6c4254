package dev.pollux.cloud;

import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import java.util.List;

/// Rows of a table by `tabledata.list`, which is free of charge
/// (https://docs.cloud.google.com/bigquery/pricing#free_operations).
public interface Rows {
  /// `size` rows from index `start` (0-based); fewer at the end, none behind it. All columns of the
  /// schema, in its order.
  Page page(TableRef table, TableSchema schema, long start, int size) throws CloudException;

  /// The same of some columns only: where it can be helped, the others do not travel.
  ///
  /// @param columns of the schema, in its order, at least one
  default Page page(TableRef table, TableSchema schema, List<Field> columns, long start, int size)
      throws CloudException {
    Page whole = page(table, schema, start, size);
    List<Integer> places = columns.stream().map(column -> schema.fields().indexOf(column)).toList();
    List<Row> rows =
        whole.rows().stream()
            .map(row -> new Row(places.stream().map(row.values()::get).toList()))
            .toList();
    return new Page(whole.start(), rows, whole.total());
  }
}
