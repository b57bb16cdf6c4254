package dev.pollux.sandbox.store;

import dev.pollux.sandbox.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns as the translator names them, and back.
final class SqlTypes {
  private SqlTypes() {}

  static dev.pollux.sandbox.sql.Column toSql(Column column) {
    SqlType item = item(column);
    return new dev.pollux.sandbox.sql.Column(
        column.name(), column.repeated() ? new SqlType.Array(item) : item);
  }

  private static SqlType item(Column column) {
    return switch (column.type()) {
      case RECORD -> new SqlType.Struct(column.fields().stream().map(SqlTypes::toSql).toList());
      case RANGE -> new SqlType.Range(scalar(column.element().orElse(ColumnType.DATE)));
      default -> scalar(column.type());
    };
  }

  private static SqlType.Scalar scalar(ColumnType type) {
    return SqlType.Scalar.valueOf(type.sql());
  }

  static List<Column> fromSql(List<dev.pollux.sandbox.sql.Column> columns) {
    List<Column> list = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      list.add(fromSql(columns.get(i), i + 1));
    }
    return list;
  }

  static Column fromSql(dev.pollux.sandbox.sql.Column column, int position) {
    String name = column.name().isEmpty() ? "_field_" + position : column.name();
    return column.type() instanceof SqlType.Array(SqlType element)
        ? item(name, element).withMode(Column.Mode.REPEATED)
        : item(name, column.type());
  }

  private static Column item(String name, SqlType type) {
    return switch (type) {
      case SqlType.Scalar scalar -> Column.of(name, ColumnType.parse(scalar.name()));
      case SqlType.Struct struct ->
          new Column(
              name,
              ColumnType.RECORD,
              Column.Mode.NULLABLE,
              "",
              fromSql(struct.fields()),
              Optional.empty());
      case SqlType.Range range ->
          new Column(
              name,
              ColumnType.RANGE,
              Column.Mode.NULLABLE,
              "",
              List.of(),
              Optional.of(ColumnType.parse(range.element().toString())));
      case SqlType.Array _ ->
          throw new StoreFailure(
              StoreFailure.Kind.INVALID_QUERY, "Cannot have arrays of arrays: column " + name);
    };
  }
}
