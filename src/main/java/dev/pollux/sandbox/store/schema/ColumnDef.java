package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.Quoting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A column as BigQuery declares it. `fields` are those of a RECORD; `element` is the element type
/// of a RANGE.
public record ColumnDef(
    String name,
    ColumnType type,
    ColumnMode mode,
    String description,
    List<ColumnDef> fields,
    Optional<ColumnType> element) {

  /// Whether NULL, or many values, are allowed.
  public enum ColumnMode {
    NULLABLE,
    /// NULLABLE, because nothing was said; the service then says nothing either.
    UNSTATED,
    REQUIRED,
    REPEATED
  }

  public ColumnDef {
    fields = List.copyOf(fields);
  }

  /// A column that is not nested.
  public static ColumnDef of(String name, ColumnType type) {
    return new ColumnDef(name, type, ColumnMode.NULLABLE, "", List.of(), Optional.empty());
  }

  /// The same column in another mode.
  public ColumnDef withMode(ColumnMode other) {
    return new ColumnDef(name, type, other, description, fields, element);
  }

  /// Whether it has many values.
  public boolean repeated() {
    return mode == ColumnMode.REPEATED;
  }

  /// The name as it is compared: column names differ not only by case.
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  /// The type of one value in DuckDB, the list apart.
  public String duckItem() {
    if (type != ColumnType.RECORD) {
      return type.duck();
    }
    StringBuilder struct = new StringBuilder("STRUCT(");
    for (ColumnDef field : fields) {
      struct.append(struct.length() > 7 ? ", " : "");
      struct.append(Quoting.quote(field.name())).append(' ').append(field.duck());
    }
    return struct.append(')').toString();
  }

  /// The type in DuckDB, the list with it.
  public String duck() {
    return repeated() ? duckItem() + "[]" : duckItem();
  }
}
