package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;
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
import org.jspecify.annotations.Nullable;

/// Functions of dates and times that take a part, an interval or a format. The zone is UTC.
public record Dates(Operands operands) {
  private static final Map<String, Long> MICROS =
      Map.of(
          "MICROSECOND", 1L,
          "MILLISECOND", 1_000L,
          "SECOND", 1_000_000L,
          "MINUTE", 60_000_000L,
          "HOUR", 3_600_000_000L,
          "DAY", 86_400_000_000L);
  private static final Map<String, Integer> MONTHS = Map.of("MONTH", 1, "QUARTER", 3, "YEAR", 12);

  /// More than the calendar has, and less than the engine's: of months and years alike.
  private static final long MOST_MONTHS = 120_000;

  private static final long MOST_DAYS = 4_000_000;
  private static final long MOST_MICROS = 400_000_000_000_000_000L;

  private static final String YEAR = "\u0001";

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
      return formatted(call, SqlType.Scalar.valueOf(name.substring(name.indexOf('_') + 1)));
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
      case "ADD" -> shift(call, type, 1);
      default -> shift(call, type, -1);
    };
  }

  private static void need(Ast.Call call, int count) throws SqlException {
    if (call.arguments().size() != count) {
      throw call.at().unsupported(call.name() + " with " + call.arguments().size() + " arguments");
    }
  }

  private Typed value(Ast.Call call, SqlType.Scalar type, int index) throws SqlException {
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

  private Typed shift(Ast.Call call, SqlType.Scalar type, int sign) throws SqlException {
    need(call, 2);
    Typed value = value(call, type, 0);
    if (!(call.arguments().get(1).value() instanceof Ast.Interval interval)) {
      throw call.at().unsupported(call.name() + " without INTERVAL");
    }
    Typed amount = Coercion.to(INT64, operands.typed(interval.amount()));
    if (amount == null) {
      throw interval.at().invalid("Interval value must be coercible to INT64 type");
    }
    String shifted = shifted(call, value, interval, sign, amount.sql());
    // Google's words, which are others for a DATE.
    boolean from = sign < 0 && !value.is(DATE);
    String what =
        (from ? "'Subtracting ' || " : "'Adding ' || " + sign + " * ")
            + (from ? amount.sql() : "CAST(" + amount.sql() + " AS HUGEINT)")
            + " || ' "
            + interval.unit()
            + (from ? " from " : " to ")
            + type.name().toLowerCase(Locale.ROOT)
            + " ' || "
            + ValueFormatter.cast(value, false);
    return Typed.of(
        value.type(),
        "CAST(bq_in_time(" + shifted + ", " + what + ") AS " + DuckSyntax.type(value.type()) + ")");
  }

  private static String shifted(
      Ast.Call call, Typed value, Ast.Interval interval, int sign, String amount)
      throws SqlException {
    String unit = interval.unit();
    Integer months = MONTHS.get(unit);
    if (months != null) {
      if (value.is(TIMESTAMP)) {
        throw interval
            .at()
            .invalid(
                call.name()
                    + " does not support the "
                    + unit
                    + " date part when the argument is TIMESTAMP type");
      }
      String count = sign * months + " * " + within(amount, MOST_MONTHS);
      String sql = value.sql() + " + to_months(CAST(" + count + " AS INTEGER))";
      return "CAST(" + sql + " AS " + DuckSyntax.type(value.type()) + ")";
    }
    if (value.is(DATE) && (unit.equals("DAY") || unit.equals("WEEK"))) {
      return "CAST("
          + value.sql()
          + " + CAST("
          + sign * (unit.equals("WEEK") ? 7 : 1)
          + " * "
          + within(amount, MOST_DAYS)
          + " AS INTEGER) AS DATE)";
    }
    Long micros =
        unit.equals("WEEK") && value.is(DATETIME)
            ? Long.valueOf(7 * 86_400_000_000L)
            : MICROS.get(unit);
    if (micros == null || value.is(DATE)) {
      throw interval.at().invalid(call.name() + " does not support the " + unit + " date part");
    }
    String make = value.is(TIMESTAMP) ? "make_timestamptz" : "make_timestamp";
    return make
        + "(epoch_us("
        + value.sql()
        + ") + "
        + sign * micros
        + " * "
        + within(amount, MOST_MICROS / micros)
        + ")";
  }

  /// A number, no further from zero than `most`: what is further is out of the calendar too, and
  /// the engine can say so no more.
  private static String within(String amount, long most) {
    return "(least(greatest(" + amount + ", -" + most + "), " + most + ") + 0 * " + amount + ")";
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

  /// EXTRACT of a part of a date or time.
  public static Typed extract(Ast.Extract e, Typed operand) throws SqlException {
    if (e.zone() != null) {
      throw e.at().unsupported("EXTRACT with AT TIME ZONE");
    }
    if (!Set.<SqlType>of(DATE, DATETIME, TIMESTAMP, SqlType.Scalar.TIME).contains(operand.type())) {
      throw e.at().invalid("EXTRACT does not support arguments of type: " + operand.type());
    }
    String sql =
        operand.is(TIMESTAMP) ? "(" + operand.sql() + " AT TIME ZONE 'UTC')" : operand.sql();
    boolean clock = MICROS.containsKey(e.part()) && !e.part().equals("DAY");
    if (operand.is(clock ? DATE : SqlType.Scalar.TIME)) {
      throw e.at()
          .invalid(
              "EXTRACT from "
                  + operand.type()
                  + " does not support the "
                  + e.part()
                  + " date part");
    }
    return switch (e.part()) {
      case "YEAR", "MONTH", "DAY", "QUARTER", "HOUR", "MINUTE", "ISOYEAR" ->
          whole("date_part('" + e.part() + "', " + sql + ")");
      case "SECOND" -> whole("floor(date_part('second', " + sql + "))");
      case "MILLISECOND" -> whole("date_part('millisecond', " + sql + ") % 1000");
      case "MICROSECOND" -> whole("date_part('microsecond', " + sql + ") % 1000000");
      case "DAYOFYEAR" -> whole("date_part('doy', " + sql + ")");
      case "DAYOFWEEK" -> whole("date_part('dow', " + sql + ") + 1");
      case "ISOWEEK" -> whole("date_part('week', " + sql + ")");
      case "WEEK" -> whole("strftime(" + sql + ", '%U')");
      case "DATE" -> Typed.of(DATE, "CAST(" + sql + " AS DATE)");
      default -> throw e.at().unsupported("EXTRACT of " + e.part());
    };
  }

  private static Typed whole(String sql) {
    return Typed.of(INT64, "CAST(" + sql + " AS BIGINT)");
  }

  private Typed formatted(Ast.Call call, SqlType.Scalar type) throws SqlException {
    need(call, 2);
    Typed format = operands.typed(call.arguments().getFirst().value());
    String text = format.literal();
    if (!format.is(STRING) || text == null) {
      throw call.at().unsupported(call.name() + " with a computed format");
    }
    String duck = format(text);
    if (duck == null) {
      throw call.at().unsupported("This format of " + call.name());
    }
    if (call.name().startsWith("FORMAT_")) {
      Typed value = value(call, type, 1);
      String local = value.is(TIMESTAMP) ? "(" + value.sql() + " AT TIME ZONE 'UTC')" : value.sql();
      // DuckDB writes a year with four digits, GoogleSQL with as many as it has.
      String marked = "strftime(" + local + ", " + DuckSyntax.text(duck.replace("%Y", YEAR)) + ")";
      return Typed.of(
          STRING,
          duck.contains("%Y")
              ? "replace("
                  + marked
                  + ", '"
                  + YEAR
                  + "', CAST(date_part('year', "
                  + local
                  + ") AS VARCHAR))"
              : marked);
    }
    Typed value = Coercion.to(STRING, operands.typed(call.arguments().get(1).value()));
    if (value == null) {
      throw call.at().invalid("No matching signature for function " + call.name());
    }
    // What the text does not say is that of 1970-01-01; DuckDB begins with 1900.
    boolean year = duck.contains("%Y") || duck.contains("%y");
    String parsed =
        year
            ? "strptime(" + value.sql() + ", " + DuckSyntax.text(duck) + ")"
            : "strptime('1970 ' || " + value.sql() + ", " + DuckSyntax.text("%Y " + duck) + ")";
    return Typed.of(
        type,
        type == TIMESTAMP
            ? "(CAST(" + parsed + " AS TIMESTAMP) AT TIME ZONE 'UTC')"
            : "CAST(" + parsed + " AS " + DuckSyntax.type(type) + ")");
  }

  /// The same format for DuckDB, or null if it has no equal.
  private static @Nullable String format(String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      out.append(format.charAt(i));
      if (format.charAt(i) != '%') {
        continue;
      }
      char kind = ++i < format.length() ? format.charAt(i) : ' ';
      if ("YmdHMSyjBbAaIp%".indexOf(kind) >= 0) {
        out.append(kind);
      } else if (kind == 'F' || kind == 'T') {
        out.setLength(out.length() - 1);
        out.append(kind == 'F' ? "%Y-%m-%d" : "%H:%M:%S");
      } else {
        return null;
      }
    }
    return out.toString();
  }
}
