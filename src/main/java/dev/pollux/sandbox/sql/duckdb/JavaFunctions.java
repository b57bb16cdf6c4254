package dev.pollux.sandbox.sql.duckdb;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BOOL;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.value.CastReader;
import dev.pollux.sandbox.sql.value.DateReader;
import dev.pollux.sandbox.sql.value.FloatArithmetic;
import dev.pollux.sandbox.sql.value.JsonFunctions;
import dev.pollux.sandbox.sql.value.JsonNumbers;
import dev.pollux.sandbox.sql.value.JsonText;
import dev.pollux.sandbox.sql.value.NumberText;
import dev.pollux.sandbox.sql.value.TextFunctions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions in Java that statements call: those where DuckDB's own would answer something
/// else.
public final class JavaFunctions {
  /// Takes one argument.
  private interface One<T, R> {
    @Nullable R of(T value);
  }

  /// Takes two arguments.
  private interface Two<R> {
    @Nullable R of(String first, String second);
  }

  /// The most characters of a text that one of them takes or makes: several copies of it are in
  /// memory meanwhile.
  private static final int LONGEST = 8 << 20;

  private final List<ScalarFunction> all = new ArrayList<>();

  private JavaFunctions() {}

  /// All of them, to be registered once on a database, before the macros that call them.
  public static List<ScalarFunction> list() {
    JavaFunctions functions = new JavaFunctions();
    functions.numbers();
    functions.reading();
    functions.json();
    functions.texts();
    return List.copyOf(functions.all);
  }

  private void numbers() {
    real("bq_float_text", STRING, JsonNumbers::text);
    real("bq_json_float64", STRING, NumberText::json);
    real("bq_json_double", STRING, NumberText::jsonReal);
    real("bq_literal_float", STRING, NumberText::literal);
    real("bq_shown_float", STRING, NumberText::shown);
    safely("bq_float_numeric", "bq_safe_float_numeric", FLOAT64, STRING, NumberText::numeric);
    text("bq_whole", STRING, NumberText::whole);
    text("bq_numeric_text", STRING, NumberText::trimmed);
    text("bq_json_numeric", STRING, NumberText::jsonNumeric);
    text("bq_json_quoted", STRING, NumberText::jsonQuoted);
    pair("bq_json_exact", STRING, NumberText::jsonExact);
    for (FloatArithmetic operation : FloatArithmetic.values()) {
      add(
          operation.function(),
          List.of(FLOAT64, FLOAT64),
          FLOAT64,
          a -> operation.apply((Double) a[0], (Double) a[1]));
    }
    add(
        "bq_round",
        List.of(FLOAT64, INT64),
        FLOAT64,
        a -> NumberText.rounded((Double) a[0], (Long) a[1]));
    pair("bq_numeric_mul", STRING, NumberText::multiply);
    pair("bq_numeric_div", STRING, NumberText::divide);
    add(
        "bq_format_float",
        List.of(FLOAT64, STRING),
        STRING,
        a -> NumberText.formatted((Double) a[0], (String) a[1]));
  }

  private void reading() {
    safely("bq_to_int64", "bq_safe_to_int64", STRING, INT64, CastReader::int64);
    safely("bq_to_float64", "bq_safe_to_float64", STRING, FLOAT64, CastReader::float64);
    safely("bq_to_numeric", "bq_safe_to_numeric", STRING, STRING, CastReader::numeric);
    safely("bq_to_bool", "bq_safe_to_bool", STRING, BOOL, CastReader::bool);
    safely("bq_to_date", "bq_safe_to_date", STRING, STRING, DateReader::date);
    safely("bq_to_time", "bq_safe_to_time", STRING, STRING, DateReader::time);
    safely("bq_to_datetime", "bq_safe_to_datetime", STRING, STRING, DateReader::datetime);
    safely("bq_to_timestamp", "bq_safe_to_timestamp", STRING, INT64, DateReader::timestamp);
    safely("bq_utf8", "bq_safe_utf8", STRING, STRING, (String hex) -> CastReader.utf8(bytes(hex)));
  }

  private void json() {
    text("bq_json_text", STRING, JsonText::quote);
    text("bq_json", STRING, JsonFunctions::canonical);
    safely("bq_parse_json", "bq_safe_parse_json", STRING, STRING, JsonFunctions::parse);
    text("bq_parse_json_round", STRING, JsonFunctions::canonical);
    text("bq_json_type", STRING, JsonFunctions::type);
    text("bq_json_int", INT64, JsonFunctions::int64);
    text("bq_json_float", FLOAT64, JsonFunctions::float64);
    text("bq_json_bool", BOOL, JsonFunctions::bool);
    text("bq_json_string", STRING, JsonFunctions::string);
    text("bq_lax_int", INT64, JsonFunctions::laxInt64);
    text("bq_lax_float", FLOAT64, JsonFunctions::laxFloat64);
    text("bq_lax_bool", BOOL, JsonFunctions::laxBool);
    text("bq_lax_string", STRING, JsonFunctions::laxString);
    pair("bq_json_value", STRING, (json, path) -> JsonFunctions.value(json, path, false));
    pair("bq_json_query", STRING, (json, path) -> JsonFunctions.query(json, path, false));
    pair("bq_json_extract", STRING, (json, path) -> JsonFunctions.query(json, path, true));
    pair("bq_json_extract_scalar", STRING, (json, path) -> JsonFunctions.value(json, path, true));
    pair("bq_json_at", STRING, JsonFunctions::at);
    pair("bq_json_get", STRING, JsonFunctions::get);
    pair("bq_json_strings", STRING, JsonFunctions::strings);
    pair("bq_json_items", STRING, JsonFunctions::items);
    pair("bq_json_pretty", STRING, (json, _) -> JsonFunctions.pretty(json));
  }

  private void texts() {
    text("bq_base64", STRING, TextFunctions::base64);
    text("bq_hex", STRING, TextFunctions::hex);
    text("bq_fail", STRING, JavaFunctions::fail);
    text("bq_upper", STRING, s -> s.toUpperCase(java.util.Locale.ROOT));
    text("bq_lower", STRING, s -> s.toLowerCase(java.util.Locale.ROOT));
    text("bq_formatted", STRING, TextFunctions::formatted);
    text("bq_reverse", STRING, TextFunctions::reverse);
    text("bq_quoted", STRING, TextFunctions::quoted);
    text("bq_initcap", STRING, TextFunctions::initcap);
    pair("bq_normalize", STRING, TextFunctions::normalize);
    text("bq_bytes_text", STRING, hex -> TextFunctions.replacing(bytes(hex)));
    text("bq_shown_bytes", STRING, hex -> TextFunctions.shown(bytes(hex)));
    text(
        "bq_sha512",
        STRING,
        hex -> java.util.HexFormat.of().formatHex(TextFunctions.sha512(bytes(hex))));
  }

  /// DuckDB's own error() is volatile, and then neither TRY nor PARTITION BY takes it.
  private static String fail(String message) {
    throw new IllegalArgumentException(message);
  }

  /// DuckDB hands no BYTES to Java: they come as hexadecimal digits.
  private static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  private void real(String name, SqlType.Scalar result, One<Double, ?> body) {
    add(name, List.of(FLOAT64), result, a -> body.of((Double) a[0]));
  }

  private void text(String name, SqlType.Scalar result, One<String, ?> body) {
    add(name, List.of(STRING), result, a -> body.of((String) a[0]));
  }

  private void pair(String name, SqlType.Scalar result, Two<?> body) {
    add(name, List.of(STRING, STRING), result, a -> body.of((String) a[0], (String) a[1]));
  }

  /// Two functions: one that fails, one that gives NULL instead.
  @SuppressWarnings("unchecked")
  private <T> void safely(
      String name, String safe, SqlType.Scalar from, SqlType.Scalar to, One<T, ?> body) {
    add(name, List.of(from), to, a -> body.of((T) a[0]));
    add(
        safe,
        List.of(from),
        to,
        a -> {
          try {
            return body.of((T) a[0]);
          } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
          }
        });
  }

  private void add(
      String name,
      List<SqlType.Scalar> parameters,
      SqlType.Scalar result,
      ScalarFunction.Body body) {
    all.add(
        new ScalarFunction(
            name,
            parameters,
            result,
            arguments -> {
              for (Object argument : arguments) {
                needRoom(argument);
              }
              Object made = body.apply(arguments);
              needRoom(made);
              return made;
            }));
  }

  /// What quotes what was quoted doubles with each level.
  private static void needRoom(@Nullable Object value) {
    if (value instanceof String text && text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Resources exceeded during query execution: The query could not be executed in the"
              + " allotted memory.");
    }
  }
}
