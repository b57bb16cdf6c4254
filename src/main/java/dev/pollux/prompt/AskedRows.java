package dev.pollux.prompt;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;

/// The rows that a specification asks about: those that a person chose, without those where a
/// column is NULL that the prompt cannot do without.
public final class AskedRows {
  private AskedRows() {}

  /// Of a table of any kind.
  ///
  /// @throws IllegalArgumentException when a column is not there; [RowFilter#check] first
  public static RowFilter of(TableInfo table, RequestSpec spec, RowChoice choice) {
    return RowFilter.of(table, RequestShape.required(spec, table.conditionColumns()), choice);
  }

  /// Of a plain table.
  ///
  /// @throws IllegalArgumentException when a column is not there; [RowFilter#check] first
  public static RowFilter of(
      TableRef source, TableSchema schema, RequestSpec spec, RowChoice choice) {
    return new RowFilter(source, schema, RequestShape.required(spec, schema), choice);
  }
}
