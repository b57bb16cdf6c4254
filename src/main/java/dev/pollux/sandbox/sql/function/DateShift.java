package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.TIMESTAMP;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import java.util.Locale;

/// A date or time that is later, or earlier, by an interval.
record DateShift(Dates dates) {
  /// More than the calendar has, and less than the engine's: of months and years alike.
  private static final long MOST_MONTHS = 120_000;

  private static final long MOST_DAYS = 4_000_000;
  private static final long MOST_MICROS = 400_000_000_000_000_000L;

  Typed typed(Ast.Call call, SqlType.Scalar type, int sign) throws SqlException {
    Dates.need(call, 2);
    Typed value = dates.value(call, type, 0);
    if (!(call.arguments().get(1).value() instanceof Ast.Interval interval)) {
      throw call.at().unsupported(call.name() + " without INTERVAL");
    }
    Typed amount = Coercion.to(INT64, dates.operands().typed(interval.amount()));
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
    Integer months = Dates.MONTHS.get(unit);
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
            : Dates.MICROS.get(unit);
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
}
