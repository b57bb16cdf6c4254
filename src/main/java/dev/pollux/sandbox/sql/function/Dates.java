package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.TIMESTAMP;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Functions of dates and times that take a part, an interval or a format. The zone is UTC.
record Dates(Operands operands) {
  /// The parts that are of one length, in microseconds.
  static final Map<String, Long> MICROS =
      Map.of(
          "MICROSECOND", 1L,
          "MILLISECOND", 1_000L,
          "SECOND", 1_000_000L,
          "MINUTE", 60_000_000L,
          "HOUR", 3_600_000_000L,
          "DAY", 86_400_000_000L);

  /// The parts that are not, in months.
  static final Map<String, Integer> MONTHS = Map.of("MONTH", 1, "QUARTER", 3, "YEAR", 12);

  static final Set<String> NAMES =
      Set.of(
          ("DATE_ADD DATE_DIFF DATE_SUB DATE_TRUNC DATETIME_ADD DATETIME_DIFF DATETIME_SUB"
                  + " DATETIME_TRUNC FORMAT_DATE FORMAT_DATETIME FORMAT_TIMESTAMP PARSE_DATE"
                  + " PARSE_DATETIME PARSE_TIMESTAMP TIMESTAMP_ADD TIMESTAMP_DIFF TIMESTAMP_SUB"
                  + " TIMESTAMP_TRUNC")
              .split(" "));

  static boolean is(String name) {
    return NAMES.contains(name);
  }

  Typed call(Ast.Call call) throws SqlException {
    String name = call.name();
    if (name.startsWith("FORMAT_") || name.startsWith("PARSE_")) {
      return new DateFormats(this)
          .typed(call, SqlType.Scalar.valueOf(name.substring(name.indexOf('_') + 1)));
    }
    int underscore = name.indexOf('_');
    SqlType.Scalar type = SqlType.Scalar.valueOf(name.substring(0, underscore));
    return switch (name.substring(underscore + 1)) {
      case "DIFF" -> diff(call, type);
      case "TRUNC" -> {
        need(call, 2);
        Typed value = value(call, type, 0);
        String part = part(call, 1);
        String what =
            "'Truncating ' || " + ValueFormatter.cast(value, false) + " || ' to " + part + "'";
        yield Typed.of(
            value.type(),
            "CAST(bq_in_time("
                + truncated(call.at(), part, value)
                + ", "
                + what
                + ") AS "
                + DuckSyntax.type(value.type())
                + ")");
      }
      case "ADD" -> new DateShift(this).typed(call, type, 1);
      default -> new DateShift(this).typed(call, type, -1);
    };
  }

  static void need(Ast.Call call, int count) throws SqlException {
    if (call.arguments().size() != count) {
      throw call.at().unsupported(call.name() + " with " + call.arguments().size() + " arguments");
    }
  }

  Typed value(Ast.Call call, SqlType.Scalar type, int index) throws SqlException {
    Typed given = operands.typed(call.arguments().get(index).value());
    if (type == DATE && (given.is(TIMESTAMP) || given.is(DATETIME))) {
      return given;
    }
    Typed value = Coercion.to(type, given);
    if (value == null) {
      throw Operators.mismatch(call.at(), "function " + call.name(), List.of(given));
    }
    return value;
  }

  private static String part(Ast.Call call, int index) throws SqlException {
    return switch (call.arguments().get(index).value()) {
      case Ast.Name name when name.path().size() == 1 ->
          name.path().getFirst().toUpperCase(Locale.ROOT);
      case Ast.Call week
          when week.name().equals("WEEK")
              && week.arguments().size() == 1
              && week.arguments().getFirst().value() instanceof Ast.Name day ->
          "WEEK(" + day.path().getFirst().toUpperCase(Locale.ROOT) + ")";
      default -> throw call.at().invalid("A valid date part name is required");
    };
  }

  private Typed diff(Ast.Call call, SqlType.Scalar type) throws SqlException {
    need(call, 3);
    Typed a = value(call, type, 0);
    Typed b = value(call, type, 1);
    String part = part(call, 2);
    if (!a.type().equals(b.type())) {
      throw Operators.mismatch(call.at(), "function " + call.name(), List.of(a, b));
    }
    if (a.is(TIMESTAMP)) {
      Long micros = MICROS.get(part);
      if (micros == null) {
        throw call.at().invalid(call.name() + " does not support the " + part + " date part");
      }
      return Typed.of(
          INT64, "((epoch_us(" + a.sql() + ") - epoch_us(" + b.sql() + ")) // " + micros + ")");
    }
    if (part.contains("WEEK")) {
      return Typed.of(
          INT64,
          "(date_diff('day', "
              + truncated(call.at(), part, b)
              + ", "
              + truncated(call.at(), part, a)
              + ") // 7)");
    }
    if (!MONTHS.containsKey(part)
        && !(a.is(DATE) ? part.equals("DAY") : MICROS.containsKey(part))) {
      throw call.at().unsupported(call.name() + " with the part " + part);
    }
    return Typed.of(
        INT64,
        "date_diff('" + part.toLowerCase(Locale.ROOT) + "', " + b.sql() + ", " + a.sql() + ")");
  }

  private static String truncated(Position at, String part, Typed value) throws SqlException {
    boolean zoned = value.is(TIMESTAMP);
    String local = zoned ? "(" + value.sql() + " AT TIME ZONE 'UTC')" : value.sql();
    String sql =
        switch (part) {
          case "DAY", "MONTH", "QUARTER", "YEAR" -> "date_trunc('" + part + "', " + local + ")";
          case "HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND" -> {
            if (value.is(DATE)) {
              throw at.invalid("DATE_TRUNC does not support the " + part + " date part");
            }
            yield "date_trunc('" + part + "', " + local + ")";
          }
          case "WEEK", "WEEK(SUNDAY)" ->
              "(date_trunc('week', " + local + " + INTERVAL 1 DAY) - INTERVAL 1 DAY)";
          case "ISOWEEK", "WEEK(MONDAY)" -> "date_trunc('week', " + local + ")";
          default -> throw at.unsupported("The date part " + part);
        };
    return zoned
        ? "(CAST(" + sql + " AS TIMESTAMP) AT TIME ZONE 'UTC')"
        : "CAST(" + sql + " AS " + DuckSyntax.type(value.type()) + ")";
  }
}
