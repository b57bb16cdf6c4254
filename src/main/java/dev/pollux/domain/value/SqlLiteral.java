package dev.pollux.domain.value;

/// Values as literals of GoogleSQL
/// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/lexical#literals).
public final class SqlLiteral {
  private SqlLiteral() {}

  /// @param type that of a column that is no ARRAY or STRUCT
  /// @param text as [Value.Scalar] has it
  public static String of(FieldType type, String text) {
    return switch (type) {
      case INT64, BOOL -> text;
      case FLOAT64 ->
          text.matches("-?[\\d.]+([eE][+-]?\\d+)?")
              ? text
              : "CAST(" + quoted(text) + " AS FLOAT64)";
      case STRING -> quoted(text);
      case BYTES -> "FROM_BASE64(" + quoted(text) + ")";
      case GEOGRAPHY -> "ST_GEOGFROMTEXT(" + quoted(text) + ")";
      case NUMERIC, BIGNUMERIC, DATE, TIME, DATETIME, TIMESTAMP, JSON -> type + " " + quoted(text);
      case INTERVAL -> "CAST(" + quoted(text) + " AS INTERVAL)";
      case RANGE, STRUCT -> throw new IllegalArgumentException("no literal of " + type);
    };
  }

  /// A STRING between apostrophes. A surrogate that stands alone, which no STRING can hold, becomes
  /// U+FFFD.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("'");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '\'', '\\' -> out.append('\\').append((char) c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
              if (c < ' ' || c == 0x7f) {
                out.append("\\x%02x".formatted(c));
              } else {
                out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c);
              }
            }
          }
        });
    return out.append('\'').toString();
  }
}
