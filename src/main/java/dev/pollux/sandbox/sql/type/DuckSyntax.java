package dev.pollux.sandbox.sql.type;

import java.util.stream.Collectors;

/// How DuckDB spells names, texts and types.
public final class DuckSyntax {
  private DuckSyntax() {}

  /// A name in its quotes.
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A string literal; DuckDB's know no escapes but the doubled quote. A NUL would end the
  /// statement.
  public static String text(String text) {
    String quoted = '\'' + text.replace("'", "''") + '\'';
    return text.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
  }

  /// A literal of BYTES.
  public static String bytes(byte[] bytes) {
    return "unhex('" + java.util.HexFormat.of().formatHex(bytes) + "')";
  }

  /// The type in which DuckDB keeps values of this one.
  public static String type(SqlType type) {
    return switch (type) {
      case SqlType.Array array -> type(array.element()) + "[]";
      case SqlType.Range _ -> "VARCHAR";
      case SqlType.Struct struct -> struct(struct);
      case SqlType.Scalar scalar ->
          switch (scalar) {
            case STRING, BIGNUMERIC, GEOGRAPHY -> "VARCHAR";
            case BYTES -> "BLOB";
            case INT64 -> "BIGINT";
            case FLOAT64 -> "DOUBLE";
            case NUMERIC -> "DECIMAL(38,9)";
            case BOOL -> "BOOLEAN";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DATETIME -> "TIMESTAMP";
            case JSON -> "JSON";
            case INTERVAL -> "INTERVAL";
          };
    };
  }

  private static String struct(SqlType.Struct struct) {
    return java.util.stream.IntStream.range(0, struct.fields().size())
        .mapToObj(i -> name(field(struct, i)) + " " + type(struct.fields().get(i).type()))
        .collect(Collectors.joining(", ", "STRUCT(", ")"));
  }

  /// The name of a struct's field in DuckDB, which wants each to have its own.
  public static String field(SqlType.Struct struct, int index) {
    String name = struct.fields().get(index).name();
    boolean taken =
        struct.fields().subList(0, index).stream().anyMatch(f -> f.name().equalsIgnoreCase(name));
    if (!name.isEmpty() && !taken) {
      return name;
    }
    StringBuilder own = new StringBuilder("_field_").append(index + 1);
    while (struct.fields().stream().anyMatch(f -> f.name().equalsIgnoreCase(own.toString()))) {
      own.append('_');
    }
    return own.toString();
  }
}
