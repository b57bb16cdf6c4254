package dev.pollux.sandbox.sql.type;

import dev.pollux.sandbox.sql.value.JsonText;
import java.util.ArrayList;
import java.util.List;

/// Values as text: CAST to STRING, TO_JSON_STRING, and FORMAT's `%t` and `%T`. The text is built by
/// the static type, so that it is what Google's own formatter writes.
public final class ValueFormatter {
  private ValueFormatter() {}

  /// CAST of a scalar to STRING.
  ///
  /// @param safe whether bytes that are no text give NULL
  public static String cast(Typed value, boolean safe) {
    String sql = value.sql();
    return switch ((SqlType.Scalar) value.type()) {
      case STRING, BIGNUMERIC, GEOGRAPHY -> sql;
      case BYTES -> (safe ? "bq_safe_utf8(hex(" : "bq_utf8(hex(") + sql + "))";
      case INT64, BOOL, DATE -> "CAST(" + sql + " AS VARCHAR)";
      case FLOAT64 -> "bq_float_text(" + sql + ")";
      case NUMERIC -> "bq_numeric_text(CAST(" + sql + " AS VARCHAR))";
      case TIMESTAMP -> "bq_timestamp_text(" + sql + ")";
      case DATETIME -> "bq_datetime_text(" + sql + ")";
      case TIME -> "bq_time_text(" + sql + ")";
      case JSON -> "bq_json(CAST(" + sql + " AS VARCHAR))";
      case INTERVAL -> "bq_interval_text(" + sql + ")";
    };
  }

  /// Whether every part of the type has a text as JSON.
  public static boolean hasJson(SqlType type) {
    return switch (type) {
      case SqlType.Array array -> hasJson(array.element());
      case SqlType.Struct struct -> struct.fields().stream().allMatch(f -> hasJson(f.type()));
      case SqlType.Range _ -> true;
      case SqlType.Scalar _ -> has(type);
    };
  }

  /// Whether every part of the type has a text.
  public static boolean has(SqlType type) {
    return switch (type) {
      case SqlType.Array array -> has(array.element());
      case SqlType.Struct struct -> struct.fields().stream().allMatch(f -> has(f.type()));
      case SqlType.Range _ -> false;
      case SqlType.Scalar scalar -> scalar != SqlType.Scalar.GEOGRAPHY;
    };
  }

  /// How numbers are written.
  ///
  /// @param value whether a JSON value is made, which knows whole numbers from others
  /// @param quoted whether what a double does not hold stands in quotes
  /// @param refusal how the refusal of such a number begins otherwise
  public record Wide(boolean value, boolean quoted, String refusal) {
    /// TO_JSON_STRING.
    static Wide text() {
      return new Wide(false, true, "");
    }

    /// TO_JSON with `stringify_wide_numbers`.
    public static Wide texts() {
      return new Wide(true, true, "");
    }

    /// TO_JSON and what makes JSON values: whole numbers of 64 bits are kept, and a number that
    /// would lose digits is refused ([reference](
    /// https://cloud.google.com/bigquery/docs/reference/standard-sql/json_functions#to_json)).
    public static Wide refused(String refusal) {
      return new Wide(true, false, refusal);
    }

    private String int64(String sql) {
      return (quoted ? "bq_json_int64(" : "CAST(") + sql + (quoted ? ")" : " AS VARCHAR)");
    }

    private String float64(String sql) {
      return (value ? "bq_json_double(" : "bq_json_float64(") + sql + ")";
    }

    private String decimal(SqlType type, String text) {
      if (!value) {
        return "bq_json_numeric(" + text + ")";
      }
      return quoted
          ? "bq_json_quoted(" + text + ")"
          : "bq_json_exact("
              + text
              + ", "
              + DuckSyntax.text(refusal + "Failed to convert type " + type + " to JSON")
              + ")";
    }
  }

  /// TO_JSON_STRING; never NULL.
  public static String json(SqlType type, String sql, int depth) {
    return json(type, sql, depth, Wide.text());
  }

  /// TO_JSON_STRING and TO_JSON with numbers written as told; never NULL.
  ///
  /// @param depth how many arrays it is inside of
  public static String json(SqlType type, String sql, int depth, Wide wide) {
    return "coalesce(" + some(type, sql, depth, wide) + ", 'null')";
  }

  private static String some(SqlType type, String sql, int depth, Wide wide) {
    return switch (type) {
      case SqlType.Array array -> {
        String item = "x" + depth;
        yield "('[' || array_to_string(list_transform("
            + sql
            + ", lambda "
            + item
            + ": "
            + json(array.element(), item, depth + 1, wide)
            + "), ',') || ']')";
      }
      case SqlType.Struct struct -> struct(struct, sql, depth, wide);
      case SqlType.Range range -> range(range, sql);
      case SqlType.Scalar scalar -> scalar(scalar, sql, wide);
    };
  }

  private static String struct(SqlType.Struct struct, String sql, int depth, Wide wide) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < struct.fields().size(); i++) {
      SqlColumn field = struct.fields().get(i);
      String key = (i == 0 ? "" : ",") + JsonText.quote(field.name()) + ":";
      parts.add(DuckSyntax.text(key));
      parts.add(
          json(
              field.type(),
              "struct_extract(" + sql + ", " + DuckSyntax.text(DuckSyntax.field(struct, i)) + ")",
              depth,
              wide));
    }
    return "CASE WHEN "
        + sql
        + " IS NOT NULL THEN concat('{', "
        + String.join(", ", parts)
        + (parts.isEmpty() ? "" : ", ")
        + "'}') END";
  }

  /// From `[start, end)`, in which UNBOUNDED is no bound.
  private static String range(SqlType.Range range, String sql) {
    return "CASE WHEN "
        + sql
        + " IS NOT NULL THEN '{\"start\":' || "
        + bound(range, "regexp_extract(" + sql + ", '^\\[(.*), .*\\)$', 1)")
        + " || ',\"end\":' || "
        + bound(range, "regexp_extract(" + sql + ", '^\\[.*, (.*)\\)$', 1)")
        + " || '}' END";
  }

  private static String bound(SqlType.Range range, String text) {
    String value =
        "CAST(nullif(" + text + ", 'UNBOUNDED') AS " + DuckSyntax.type(range.element()) + ")";
    return json(range.element(), value, 0);
  }

  private static String scalar(SqlType.Scalar scalar, String sql, Wide wide) {
    Typed value = Typed.of(scalar, sql);
    return switch (scalar) {
      case STRING -> "bq_json_text(" + sql + ")";
      case BYTES -> "('\"' || to_base64(" + sql + ") || '\"')";
      case INT64 -> wide.int64(sql);
      case FLOAT64 -> wide.float64(sql);
      case NUMERIC, BIGNUMERIC -> wide.decimal(scalar, cast(value, false));
      case BOOL, JSON -> cast(value, false);
      case DATE -> "('\"' || " + cast(value, false) + " || '\"')";
      case TIME -> "('\"' || bq_time_text(" + sql + ") || '\"')";
      case DATETIME -> "('\"' || replace(bq_datetime_text(" + sql + "), ' ', 'T') || '\"')";
      case TIMESTAMP ->
          "('\"' || replace(bq_datetime_text(" + sql + " AT TIME ZONE 'UTC'), ' ', 'T') || 'Z\"')";
      case INTERVAL -> "('\"' || bq_interval_iso(" + sql + ") || '\"')";
      case GEOGRAPHY -> throw new IllegalArgumentException(scalar + " has no JSON");
    };
  }

  /// FORMAT's `%t`, or `%T` where `literal`; NULL for NULL.
  public static String shown(SqlType type, String sql, boolean literal, boolean inside)
      throws SqlException {
    if (type instanceof SqlType.Array array) {
      return "('[' || array_to_string(list_transform("
          + sql
          + ", lambda y: coalesce("
          + shown(array.element(), "y", literal, true)
          + ", 'NULL')), ', ') || ']')";
    }
    if (type instanceof SqlType.Struct struct) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < struct.fields().size(); i++) {
        parts.add(
            "coalesce("
                + shown(
                    struct.fields().get(i).type(),
                    "struct_extract("
                        + sql
                        + ", "
                        + DuckSyntax.text(DuckSyntax.field(struct, i))
                        + ")",
                    literal,
                    true)
                + ", 'NULL')");
      }
      return "CASE WHEN "
          + sql
          + " IS NOT NULL THEN concat('"
          + (parts.size() == 1 && literal ? "STRUCT" : "")
          + "(', "
          + String.join(", ', ', ", parts)
          + ", ')') END";
    }
    String text = cast(Typed.of(type, sql), false);
    if (!literal) {
      return switch ((SqlType.Scalar) type) {
        case BYTES -> "bq_shown_bytes(hex(" + sql + "))";
        case FLOAT64 -> "bq_shown_float(" + sql + ")";
        default -> text;
      };
    }
    return switch ((SqlType.Scalar) type) {
      case STRING -> "bq_quoted(" + sql + ")";
      case INT64, BOOL -> text;
      case FLOAT64 -> "bq_literal_float(" + sql + ")";
      case NUMERIC, DATE, TIME, DATETIME, TIMESTAMP, JSON, BIGNUMERIC ->
          "('" + type + " ' || bq_quoted(" + text + "))";
      case BYTES, GEOGRAPHY, INTERVAL ->
          throw SqlException.notImplemented(
              "FORMAT with %T of " + type + " is not served by the sandbox");
    };
  }
}
