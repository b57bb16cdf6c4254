package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns as the translator names them, and back.
public final class SqlTypes {
  private SqlTypes() {}

  /// A column as the translator names it.
  public static dev.pollux.sandbox.sql.type.SqlColumn toSql(ColumnDef column) {
    SqlType item = item(column);
    return new dev.pollux.sandbox.sql.type.SqlColumn(
        column.name(), column.repeated() ? new SqlType.Array(item) : item);
  }

  private static SqlType item(ColumnDef column) {
    return switch (column.type()) {
      case RECORD -> new SqlType.Struct(column.fields().stream().map(SqlTypes::toSql).toList());
      case RANGE -> new SqlType.Range(scalar(column.element().orElse(ColumnType.DATE)));
      default -> scalar(column.type());
    };
  }

  private static SqlType.Scalar scalar(ColumnType type) {
    return SqlType.Scalar.valueOf(type.sql());
  }

  /// The columns of a result; those without a name get one.
  public static List<ColumnDef> fromSql(List<dev.pollux.sandbox.sql.type.SqlColumn> columns) {
    List<ColumnDef> list = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      list.add(fromSql(columns.get(i), i + 1));
    }
    return list;
  }

  /// A column of a result, or a field.
  ///
  /// @param position counted from one, for the name of what has none
  public static ColumnDef fromSql(dev.pollux.sandbox.sql.type.SqlColumn column, int position) {
    String name = column.name().isEmpty() ? "_field_" + position : column.name();
    return column.type() instanceof SqlType.Array(SqlType element)
        ? item(name, element).withMode(ColumnDef.ColumnMode.REPEATED)
        : item(name, column.type());
  }

  private static ColumnDef item(String name, SqlType type) {
    return switch (type) {
      case SqlType.Scalar scalar -> ColumnDef.of(name, ColumnType.parse(scalar.name()));
      case SqlType.Struct struct ->
          new ColumnDef(
              name,
              ColumnType.RECORD,
              ColumnDef.ColumnMode.NULLABLE,
              "",
              fromSql(struct.fields()),
              Optional.empty());
      case SqlType.Range range ->
          new ColumnDef(
              name,
              ColumnType.RANGE,
              ColumnDef.ColumnMode.NULLABLE,
              "",
              List.of(),
              Optional.of(ColumnType.parse(range.element().toString())));
      case SqlType.Array _ ->
          throw new StoreFailure(
              StoreFailure.Kind.INVALID_QUERY, "Cannot have arrays of arrays: column " + name);
    };
  }
}
