package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the names of DuckDB's types, such as `STRUCT(a INTEGER, "b c" VARCHAR[])[]`, into columns.
final class DuckTypes {
  private DuckTypes() {}

  static ColumnDef column(String name, String type) {
    String text = type.strip();
    if (text.endsWith("]")) {
      ColumnDef item = column(name, text.substring(0, text.lastIndexOf('[')));
      if (item.repeated()) {
        throw new StoreFailure(
            StoreFailure.Kind.INVALID, "Field " + name + " is an array of arrays");
      }
      return item.withMode(ColumnDef.ColumnMode.REPEATED);
    }
    if (text.startsWith("STRUCT(")) {
      return record(name, fields(text.substring(7, text.length() - 1)));
    }
    if (text.startsWith("MAP(")) {
      List<String> parts = parts(text.substring(4, text.length() - 1));
      return record(name, List.of(column("key", parts.get(0)), column("value", parts.get(1))))
          .withMode(ColumnDef.ColumnMode.REPEATED);
    }
    return ColumnDef.of(name, scalar(text));
  }

  private static ColumnDef record(String name, List<ColumnDef> fields) {
    return new ColumnDef(
        name, ColumnType.RECORD, ColumnDef.ColumnMode.NULLABLE, "", fields, Optional.empty());
  }

  private static List<ColumnDef> fields(String text) {
    List<ColumnDef> fields = new ArrayList<>();
    for (String part : parts(text)) {
      boolean quoted = part.startsWith("\"");
      int end = quoted ? part.indexOf('"', 1) + 1 : part.indexOf(' ');
      String name = quoted ? part.substring(1, end - 1) : part.substring(0, end);
      fields.add(column(name, part.substring(end)));
    }
    return fields;
  }

  /// Cuts at commas that are in no parentheses and no quotes.
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  private static ColumnType scalar(String type) {
    if (type.startsWith("DECIMAL")) {
      String[] numbers = type.replaceAll("[^0-9,]", "").split(",", -1);
      int precision = Integer.parseInt(numbers[0]);
      int scale = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
      return scale <= 9 && precision - scale <= 29 ? ColumnType.NUMERIC : ColumnType.BIGNUMERIC;
    }
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          ColumnType.INTEGER;
      case "UBIGINT" -> ColumnType.NUMERIC;
      case "HUGEINT", "UHUGEINT" -> ColumnType.BIGNUMERIC;
      case "FLOAT", "DOUBLE" -> ColumnType.FLOAT;
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "BLOB" -> ColumnType.BYTES;
      case "DATE" -> ColumnType.DATE;
      case "TIME" -> ColumnType.TIME;
      case "TIMESTAMP WITH TIME ZONE" -> ColumnType.TIMESTAMP;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.DATETIME;
      case "JSON" -> ColumnType.JSON;
      case "INTERVAL" -> ColumnType.INTERVAL;
      default -> ColumnType.STRING;
    };
  }
}
