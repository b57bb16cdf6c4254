package dev.pollux.domain.value;

import java.util.List;

/// One column, or one member of a STRUCT. `fields` is empty unless the type is STRUCT.
public record Field(
    String name, FieldType type, Mode mode, List<Field> fields, String description) {
  /// NULLABLE, REQUIRED or REPEATED (an ARRAY), as BigQuery has it.
  public enum Mode {
    NULLABLE,
    REQUIRED,
    REPEATED
  }

  public Field {
    fields = List.copyOf(fields);
  }

  public static Field of(String name, FieldType type) {
    return new Field(name, type, Mode.NULLABLE, List.of(), "");
  }

  public boolean isRepeated() {
    return mode == Mode.REPEATED;
  }

  /// The GoogleSQL name of the type: `INT64`, `ARRAY<STRING>`, `STRUCT<a INT64, b DATE>`.
  public String typeName() {
    String base =
        type != FieldType.STRUCT
            ? type.name()
            : fields.stream()
                .map(f -> f.name() + " " + f.typeName())
                .reduce((a, b) -> a + ", " + b)
                .map(s -> "STRUCT<" + s + ">")
                .orElse("STRUCT");
    return isRepeated() ? "ARRAY<" + base + ">" : base;
  }
}
