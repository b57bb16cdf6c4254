package dev.pollux.sandbox.sql.type;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

/// CAST and SAFE_CAST. From text, the sandbox's own functions read as GoogleSQL does; DuckDB's
/// casts are more generous
/// ([rules](https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_functions)).
public final class Casts {
  private Casts() {}

  /// CAST as a statement writes it.
  ///
  /// @param safe whether it is SAFE_CAST: what cannot be read is NULL
  /// @throws SqlException if there is no cast from the one type to the other
  public static Typed explicit(Position at, Typed value, SqlType target, boolean safe)
      throws SqlException {
    if (value.isNull() || value.form() == Typed.Form.EMPTY_ARRAY || value.type().equals(target)) {
      Typed same = Coercion.to(target, value);
      if (same != null) {
        return same.plain();
      }
    }
    if (value.form() == Typed.Form.NUMBER
        && value.is(SqlType.Scalar.FLOAT64)
        && target == SqlType.Scalar.NUMERIC) {
      return written(value, safe);
    }
    if (!allowed(value.type(), target)) {
      throw at.invalid("Invalid cast from " + value.type() + " to " + target);
    }
    if (target == SqlType.Scalar.BIGNUMERIC
        || value.type() instanceof SqlType.Struct
        || value.type() instanceof SqlType.Array
        || target == SqlType.Scalar.INTERVAL
        || target instanceof SqlType.Range) {
      throw at.unsupported("CAST from " + value.type() + " to " + target);
    }
    return cast(value.plain(), target, safe);
  }

  /// A number as it is written, as NUMERIC: 0.1 is that, and not what FLOAT64 makes of it.
  static Typed written(Typed number, boolean safe) {
    return cast(
        Typed.of(STRING, DuckSyntax.text(String.valueOf(number.literal()))),
        SqlType.Scalar.NUMERIC,
        safe);
  }

  private static boolean allowed(SqlType from, SqlType to) {
    if ((from instanceof SqlType.Range && to == STRING)
        || (from == STRING && to instanceof SqlType.Range)) {
      return true;
    }
    if (!(from instanceof SqlType.Scalar source) || !(to instanceof SqlType.Scalar target)) {
      return from.getClass() == to.getClass();
    }
    return switch (source) {
      case STRING -> target != SqlType.Scalar.JSON && target != SqlType.Scalar.GEOGRAPHY;
      case BYTES -> target == STRING;
      case INT64 -> isNumber(target) || target == STRING || target == SqlType.Scalar.BOOL;
      case FLOAT64, NUMERIC, BIGNUMERIC -> isNumber(target) || target == STRING;
      case BOOL -> target == STRING || target == SqlType.Scalar.INT64;
      case TIMESTAMP, DATETIME ->
          target == STRING
              || target == SqlType.Scalar.DATE
              || target == SqlType.Scalar.TIME
              || target == SqlType.Scalar.DATETIME
              || target == SqlType.Scalar.TIMESTAMP;
      case DATE ->
          target == STRING
              || target == SqlType.Scalar.DATETIME
              || target == SqlType.Scalar.TIMESTAMP;
      case TIME, INTERVAL -> target == STRING;
      case JSON, GEOGRAPHY -> false;
    };
  }

  private static boolean isNumber(SqlType type) {
    return type == SqlType.Scalar.INT64
        || type == SqlType.Scalar.FLOAT64
        || type == SqlType.Scalar.NUMERIC
        || type == SqlType.Scalar.BIGNUMERIC;
  }

  /// The cast, which must be allowed. A safe one gives NULL where the other fails.
  static Typed cast(Typed value, SqlType target, boolean safe) {
    if (value.type().equals(target)) {
      return value;
    }
    if (value.type() instanceof SqlType.Range) {
      return Typed.of(target, value.sql()); // kept as text
    }
    String sql =
        target == STRING
            ? ValueFormatter.cast(value, safe)
            : value.is(STRING) || value.is(SqlType.Scalar.BIGNUMERIC)
                ? fromText(value.is(STRING) ? value.sql() : digits(value, target), target, safe)
                : between(value, target, safe);
    return Typed.of(target, sql);
  }

  /// BIGNUMERIC is kept as text; what becomes INT64 is rounded.
  private static String digits(Typed value, SqlType target) {
    return target == SqlType.Scalar.INT64 ? "bq_whole(" + value.sql() + ")" : value.sql();
  }

  private static String fromText(String sql, SqlType target, boolean safe) {
    String call =
        (safe ? "bq_safe_to_" : "bq_to_")
            + target.toString().toLowerCase(java.util.Locale.ROOT)
            + "("
            + sql
            + ")";
    return switch ((SqlType.Scalar) target) {
      case BYTES -> "encode(" + sql + ")";
      case INT64, FLOAT64, BOOL, STRING, BIGNUMERIC, GEOGRAPHY, JSON, INTERVAL -> call;
      case NUMERIC, DATE, TIME, DATETIME -> "CAST(" + call + " AS " + DuckSyntax.type(target) + ")";
      case TIMESTAMP -> "make_timestamptz(" + call + ")";
    };
  }

  private static String between(Typed value, SqlType target, boolean safe) {
    String sql = value.sql();
    String cast = safe ? "TRY_CAST(" : "CAST(";
    String type = " AS " + DuckSyntax.type(target) + ")";
    if (target == SqlType.Scalar.BIGNUMERIC && value.is(SqlType.Scalar.NUMERIC)) {
      return "bq_numeric_text(CAST(" + sql + " AS VARCHAR))";
    }
    if (value.is(SqlType.Scalar.FLOAT64) && target == SqlType.Scalar.INT64) {
      return cast + "round(" + sql + ")" + type;
    }
    if (value.is(SqlType.Scalar.FLOAT64) && target == SqlType.Scalar.NUMERIC) {
      return cast + (safe ? "bq_safe_float_numeric(" : "bq_float_numeric(") + sql + ")" + type;
    }
    if (value.is(SqlType.Scalar.TIMESTAMP)) {
      String local = "(" + sql + " AT TIME ZONE 'UTC')";
      return target == SqlType.Scalar.DATETIME ? local : cast + local + type;
    }
    if (target == SqlType.Scalar.TIMESTAMP) {
      return "(CAST(" + sql + " AS TIMESTAMP) AT TIME ZONE 'UTC')";
    }
    return cast + sql + type;
  }
}
