package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BOOL;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BYTES;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.NUMERIC;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.syntax.UnservedFunctions;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.List;
import java.util.Set;

/// Aggregates, and all that stands before OVER.
record Aggregates(Operands operands) {
  static final Set<String> NAMES =
      Set.of(
          "COUNT",
          "COUNTIF",
          "SUM",
          "AVG",
          "MIN",
          "MAX",
          "ANY_VALUE",
          "STRING_AGG",
          "ARRAY_AGG",
          "APPROX_COUNT_DISTINCT",
          "LOGICAL_AND",
          "LOGICAL_OR",
          "STDDEV",
          "STDDEV_SAMP",
          "STDDEV_POP",
          "VARIANCE",
          "VAR_SAMP",
          "VAR_POP");

  static boolean is(String name) {
    return NAMES.contains(name);
  }

  Typed call(Ast.Call call) throws SqlException {
    Ast.Window over = call.over();
    boolean aggregate = NAMES.contains(call.name());
    if (over == null) {
      if (!operands.grouped()) {
        throw call.at().invalid("Aggregate function " + call.name() + " not allowed here");
      }
      return new Aggregates(operands.ungrouped()).aggregate(call, "");
    }
    if (!aggregate && !AnalyticCalls.is(call.name())) {
      throw Calls.names().contains(call.name())
          ? call.at().invalid("Function " + call.name() + " does not support an OVER clause")
          : UnservedFunctions.refusal(call);
    }
    if (!operands.windows()) {
      throw call.at().invalid("Analytic function not allowed here");
    }
    AnalyticCalls analytic = new AnalyticCalls(operands);
    String window = analytic.window(over);
    return aggregate ? aggregate(call, window) : analytic.typed(call, window);
  }

  private Typed aggregate(Ast.Call call, String over) throws SqlException {
    String distinct = call.distinct() ? "DISTINCT " : "";
    if (call.name().equals("COUNT")
        && call.arguments().size() == 1
        && call.arguments().getFirst().value() instanceof Ast.Star) {
      return Typed.of(INT64, "count(*)" + over);
    }
    if (call.arguments().isEmpty()) {
      throw call.at()
          .invalid(
              "No matching signature for aggregate function " + call.name() + " with no arguments");
    }
    Ast.Expr argument = call.arguments().getFirst().value();
    if (over.isEmpty() && ExpressionWalk.hasAggregate(argument)) {
      throw argument.at().invalid("Aggregations of aggregations are not allowed");
    }
    Typed value = operands.typed(argument);
    if (value.is(SqlType.Scalar.BIGNUMERIC)
        && !List.of("COUNT", "ANY_VALUE", "ARRAY_AGG").contains(call.name())) {
      throw call.at().unsupported(call.name() + " of BIGNUMERIC");
    }
    String sql = value.sql();
    return switch (call.name()) {
      case "COUNT" -> Typed.of(INT64, "count(" + distinct + sql + ")" + over);
      case "COUNTIF" ->
          // Over no rows DuckDB says NULL.
          Typed.of(
              INT64,
              "CAST(coalesce(count_if("
                  + distinct
                  + need(call, value, BOOL)
                  + ")"
                  + over
                  + ", 0) AS BIGINT)");
      case "APPROX_COUNT_DISTINCT" -> Typed.of(INT64, "count(DISTINCT " + sql + ")" + over);
      case "SUM" -> sum(call, value, distinct, over);
      case "AVG" -> {
        if (value.is(NUMERIC)) {
          throw call.at().unsupported("AVG of NUMERIC");
        }
        String x = need(call, value, FLOAT64);
        yield Typed.of(FLOAT64, finite("AVG", "avg(" + distinct + x + ")" + over, x, over));
      }
      case "MIN", "MAX" -> extreme(call, value, over);
      case "ANY_VALUE" -> Typed.of(value.type(), "any_value(" + sql + ")" + over);
      case "LOGICAL_AND" -> Typed.of(BOOL, "bool_and(" + need(call, value, BOOL) + ")" + over);
      case "LOGICAL_OR" -> Typed.of(BOOL, "bool_or(" + need(call, value, BOOL) + ")" + over);
      case "STRING_AGG" -> strings(call, value, over);
      case "ARRAY_AGG" -> array(call, value, over);
      default -> Deviations.typed(call, value, distinct, over);
    };
  }

  static String need(Ast.Call call, Typed value, SqlType type) throws SqlException {
    Typed coerced = Coercion.to(type, value);
    if (coerced == null) {
      throw Operators.mismatch(call.at(), "function " + call.name(), List.of(value));
    }
    return coerced.sql();
  }

  private static Typed sum(Ast.Call call, Typed value, String distinct, String over)
      throws SqlException {
    if (!Operators.isNumber(value.type())) {
      throw Operators.mismatch(call.at(), "function SUM", List.of(value));
    }
    String sum = "sum(" + distinct + value.sql() + ")" + over;
    return Typed.of(
        value.type(),
        value.is(FLOAT64)
            ? finite("SUM", sum, value.sql(), over)
            : "CAST(" + sum + " AS " + DuckSyntax.type(value.type()) + ")");
  }

  /// The result, which is an error if it is not finite and all that it was made of is.
  private static String finite(String name, String result, String value, String over) {
    return "(CASE WHEN isinf("
        + result
        + ") AND NOT bool_or(isinf("
        + value
        + "))"
        + over
        + " THEN CAST(bq_fail('double overflow: "
        + name
        + "') AS DOUBLE) ELSE "
        + result
        + " END)";
  }

  private static Typed extreme(Ast.Call call, Typed value, String over) throws SqlException {
    if (!(value.type() instanceof SqlType.Scalar) || !Operators.isComparable(value.type())) {
      throw call.at()
          .invalid(call.name() + " is not defined for arguments of type " + value.type());
    }
    String sql = call.name().toLowerCase(java.util.Locale.ROOT) + "(" + value.sql() + ")" + over;
    return Typed.of(
        value.type(),
        value.is(FLOAT64)
            ? "(CASE WHEN bool_or(isnan("
                + value.sql()
                + "))"
                + over
                + " THEN CAST('nan' AS DOUBLE) ELSE "
                + sql
                + " END)"
            : sql);
  }

  private Typed strings(Ast.Call call, Typed value, String over) throws SqlException {
    String separator = "','";
    if (call.arguments().size() > 1) {
      Ast.Expr given = call.arguments().get(1).value();
      Typed told = operands.typed(given);
      if (!(given instanceof Ast.Literal || given instanceof Ast.Bound) || told.isNull()) {
        throw given
            .at()
            .invalid("Argument 2 to STRING_AGG must be a literal or query parameter, and not NULL");
      }
      separator = need(call, told, STRING);
    }
    if (value.is(BYTES)) {
      throw call.at().unsupported("STRING_AGG of BYTES");
    }
    String text = need(call, value, STRING);
    String list =
        "list("
            + (call.distinct() ? "DISTINCT " : "")
            + text
            + order(call)
            + ") FILTER ("
            + text
            + " IS NOT NULL)"
            + over;
    return Typed.of(STRING, "bq_join(" + limited(call, list) + ", " + separator + ")");
  }

  private Typed array(Ast.Call call, Typed value, String over) throws SqlException {
    if (value.type() instanceof SqlType.Array) {
      throw call.at()
          .invalid("The argument to ARRAY_AGG must not be an array type but was " + value.type());
    }
    String filter =
        call.nulls().equals("IGNORE") ? " FILTER (" + value.sql() + " IS NOT NULL)" : "";
    String list =
        "list("
            + (call.distinct() ? "DISTINCT " : "")
            + value.sql()
            + order(call)
            + ")"
            + filter
            + over;
    return Typed.of(new SqlType.Array(value.type()), limited(call, list));
  }

  private String order(Ast.Call call) throws SqlException {
    return call.order().isEmpty() ? "" : " " + new Ordering(operands).clause(call.order());
  }

  private String limited(Ast.Call call, String list) throws SqlException {
    Ast.Expr limit = call.limit();
    return limit == null ? list : "(" + list + ")[1:" + operands.count("LIMIT", limit) + "]";
  }
}
