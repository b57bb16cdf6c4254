package dev.pollux.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// CASE, IF, COALESCE, NULLIF, GREATEST and LEAST: branches of one type.
record Conditionals(Exprs exprs) {
  Typed caseOf(Ast.Case e) throws SqlException {
    List<Typed> results = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    Ast.Expr operand = e.operand();
    for (Ast.When when : e.whens()) {
      conditions.add(
          operand == null
              ? exprs.bool(when.condition(), "CASE WHEN").sql()
              : Operators.comparison(
                      new Ast.Binary(when.condition().at(), "=", operand, when.condition()),
                      exprs.typed(operand),
                      exprs.typed(when.condition()))
                  .sql());
      results.add(exprs.typed(when.result()));
    }
    Ast.Expr otherwise = e.otherwise();
    results.add(otherwise == null ? Typed.nothing() : exprs.typed(otherwise));
    List<Typed> same = same(e.at(), "CASE", results);
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ").append(conditions.get(i)).append(" THEN ").append(same.get(i).sql());
    }
    sql.append(" ELSE ").append(same.getLast().sql()).append(" END");
    return Typed.of(same.getLast().type(), "(" + sql + ")");
  }

  Typed ifOf(Ast.Call call) throws SqlException {
    need(call, 3);
    Typed condition = exprs.bool(call.arguments().getFirst().value(), "IF");
    List<Typed> same =
        same(
            call.at(),
            "IF",
            exprs.all(call.arguments().stream().skip(1).map(Ast.Argument::value).toList()));
    return Typed.of(
        same.getFirst().type(),
        "(CASE WHEN "
            + condition.sql()
            + " THEN "
            + same.get(0).sql()
            + " ELSE "
            + same.get(1).sql()
            + " END)");
  }

  Typed coalesce(Ast.Call call) throws SqlException {
    List<Typed> same = same(call.at(), call.name(), arguments(call));
    return Typed.of(
        same.getFirst().type(),
        "coalesce(" + same.stream().map(Typed::sql).collect(Collectors.joining(", ")) + ")");
  }

  Typed nullIf(Ast.Call call) throws SqlException {
    need(call, 2);
    List<Typed> same = Operators.comparable(call.at(), "NULLIF", arguments(call));
    return Typed.of(
        same.getFirst().type(), "nullif(" + same.get(0).sql() + ", " + same.get(1).sql() + ")");
  }

  /// GREATEST and LEAST: NULL if any is NULL; NaN if any is NaN.
  Typed extreme(Ast.Call call) throws SqlException {
    List<Typed> same = Operators.comparable(call.at(), call.name(), arguments(call));
    List<String> sql = same.stream().map(Typed::sql).toList();
    String nulls = sql.stream().map(s -> s + " IS NULL").collect(Collectors.joining(" OR "));
    String value = call.name() + "(" + String.join(", ", sql) + ")";
    String nan =
        same.getFirst().is(SqlType.Scalar.FLOAT64)
            ? " WHEN "
                + sql.stream().map(s -> "isnan(" + s + ")").collect(Collectors.joining(" OR "))
                + " THEN CAST('nan' AS DOUBLE)"
            : "";
    return Typed.of(
        same.getFirst().type(),
        "(CASE WHEN " + nulls + " THEN NULL" + nan + " ELSE " + value + " END)");
  }

  List<Typed> arguments(Ast.Call call) throws SqlException {
    if (call.arguments().isEmpty()) {
      throw call.at()
          .invalid("No matching signature for function " + call.name() + " with no arguments");
    }
    return exprs.all(call.arguments().stream().map(Ast.Argument::value).toList());
  }

  private static void need(Ast.Call call, int count) throws SqlException {
    if (call.arguments().size() != count) {
      throw call.at()
          .invalid(
              "No matching signature for function "
                  + call.name()
                  + "; it takes "
                  + count
                  + " arguments");
    }
  }

  static List<Typed> same(Position at, String what, List<Typed> values) throws SqlException {
    SqlType type = Coercion.common(values);
    if (type == null) {
      throw at.invalid(
          "No matching signature for "
              + (what.equals("CASE") ? "operator " : "function ")
              + what
              + " for argument types: "
              + String.join(", ", values.stream().map(v -> v.type().toString()).toList()));
    }
    List<Typed> same = new ArrayList<>();
    for (Typed value : values) {
      Typed coerced = Coercion.to(type, value);
      same.add(coerced == null ? value : coerced);
    }
    return same;
  }
}
