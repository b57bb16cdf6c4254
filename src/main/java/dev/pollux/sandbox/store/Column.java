package dev.pollux.sandbox.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A column as BigQuery declares it. `fields` are those of a RECORD; `element` is the element type
/// of a RANGE.
public record Column(
    String name,
    ColumnType type,
    Mode mode,
    String description,
    List<Column> fields,
    Optional<ColumnType> element) {

  /// Whether NULL, or many values, are allowed.
  public enum Mode {
    NULLABLE,
    REQUIRED,
    REPEATED
  }

  public Column {
    fields = List.copyOf(fields);
  }

  /// A column that is not nested.
  public static Column of(String name, ColumnType type) {
    return new Column(name, type, Mode.NULLABLE, "", List.of(), Optional.empty());
  }

  public Column withMode(Mode other) {
    return new Column(name, type, other, description, fields, element);
  }

  public boolean repeated() {
    return mode == Mode.REPEATED;
  }

  /// The name as it is compared: column names differ not only by case.
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The type of one value in DuckDB, the list apart.
  String duckItem() {
    if (type != ColumnType.RECORD) {
      return type.duck();
    }
    StringBuilder struct = new StringBuilder("STRUCT(");
    for (Column field : fields) {
      struct.append(struct.length() > 7 ? ", " : "");
      struct.append(Names.quote(field.name())).append(' ').append(field.duck());
    }
    return struct.append(')').toString();
  }

  String duck() {
    return repeated() ? duckItem() + "[]" : duckItem();
  }
}
