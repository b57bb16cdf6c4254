package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.TIMESTAMP;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.Set;

/// EXTRACT of a part of a date or time.
public final class DatePart {
  private DatePart() {}

  public static Typed typed(Ast.Extract e, Typed operand) throws SqlException {
    if (e.zone() != null) {
      throw e.at().unsupported("EXTRACT with AT TIME ZONE");
    }
    if (!Set.<SqlType>of(DATE, DATETIME, TIMESTAMP, SqlType.Scalar.TIME).contains(operand.type())) {
      throw e.at().invalid("EXTRACT does not support arguments of type: " + operand.type());
    }
    String sql =
        operand.is(TIMESTAMP) ? "(" + operand.sql() + " AT TIME ZONE 'UTC')" : operand.sql();
    boolean clock = Dates.MICROS.containsKey(e.part()) && !e.part().equals("DAY");
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
}
