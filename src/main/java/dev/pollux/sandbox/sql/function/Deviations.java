package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.NUMERIC;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;

/// Standard deviations and variances, of numbers of any width.
final class Deviations {
  /// 2 to the power of 400: what is narrower has a square.
  private static final String WIDE = "2.582249878086909e120";

  /// 2 to the power of -400: what is wider has one too.
  private static final String NARROW = "3.8725919148493183e-121";

  /// 2 to the powers of -700 and 700.
  private static final String SHRINK = "CAST('%s' AS DOUBLE)".formatted(0x1p-700);

  private static final String GROW = "CAST('%s' AS DOUBLE)".formatted(0x1p700);

  private Deviations() {}

  /// The squares of wide numbers do not fit into a double, and those of narrow ones are nothing:
  /// such numbers are made smaller or larger before, and their deviation larger or smaller after,
  /// by a power of two, which loses nothing. DuckDB works out all forms, so none is given what it
  /// cannot take.
  static Typed typed(Ast.Call call, Typed value, String distinct, String over) throws SqlException {
    if (value.is(NUMERIC)) {
      throw call.at().unsupported(call.name() + " of NUMERIC");
    }
    String x = Aggregates.need(call, value, FLOAT64);
    String function = function(call.name());
    boolean root = function.startsWith("stddev");
    String greatest = "max(abs(" + x + "))" + over;
    String plain = sql(function, distinct, x, "abs(" + x + ") <= " + WIDE, "") + over;
    String wide = sql(function, distinct, x, "isfinite(" + x + ")", " * " + SHRINK) + over;
    String narrow = sql(function, distinct, x, "abs(" + x + ") < " + NARROW, " * " + GROW) + over;
    String widened = wide + (root ? "" : " * " + GROW) + " * " + GROW;
    String narrowed = narrow + (root ? "" : " * " + SHRINK) + " * " + SHRINK;
    String few = "count(" + distinct + x + ")" + over + " < 2";
    return Typed.of(
        FLOAT64,
        "(CASE"
            + (function.endsWith("_samp") ? " WHEN " + few + " THEN NULL" : "")
            + " WHEN bool_or(NOT isfinite("
            + x
            + "))"
            + over
            + " THEN CAST('nan' AS DOUBLE) WHEN "
            + greatest
            + " > "
            + WIDE
            + " THEN "
            + widened
            + " WHEN "
            + greatest
            + " < "
            + NARROW
            + " THEN "
            + narrowed
            + " ELSE "
            + plain
            + " END)");
  }

  private static String sql(
      String function, String distinct, String x, String where, String factor) {
    return function + "(" + distinct + "CASE WHEN " + where + " THEN " + x + factor + " END)";
  }

  private static String function(String name) {
    return switch (name) {
      case "STDDEV", "STDDEV_SAMP" -> "stddev_samp";
      case "STDDEV_POP" -> "stddev_pop";
      case "VAR_POP" -> "var_pop";
      default -> "var_samp";
    };
  }
}
