package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Supertype;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// CASE, IF, COALESCE, NULLIF, GREATEST and LEAST: branches of one type.
public record Conditionals(Operands operands) {
  /// CASE, with an operand or without.
  public Typed caseOf(Ast.Case e) throws SqlException {
    List<Typed> results = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    Ast.Expr operand = e.operand();
    List<Typed> compared = operand == null ? List.of() : compared(e, operand);
    for (int i = 0; i < e.whens().size(); i++) {
      Ast.When when = e.whens().get(i);
      conditions.add(
          operand == null
              ? Logic.condition(operands, when.condition(), "CASE WHEN")
              : Logic.asked(
                  when.condition(),
                  Operators.comparison(
                          new Ast.Binary(when.condition().at(), "=", operand, when.condition()),
                          compared.getFirst(),
                          compared.get(i + 1))
                      .sql()));
      results.add(operands.typed(when.result()));
    }
    Ast.Expr otherwise = e.otherwise();
    results.add(otherwise == null ? Typed.nothing() : operands.typed(otherwise));
    List<Typed> same = same(e.at(), "CASE", results);
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ").append(conditions.get(i)).append(" THEN ").append(same.get(i).sql());
    }
    sql.append(" ELSE ").append(same.getLast().sql()).append(" END");
    return Typed.of(same.getLast().type(), "(" + sql + ")");
  }

  /// The operand of CASE and what it is compared with, all of one type.
  private List<Typed> compared(Ast.Case e, Ast.Expr operand) throws SqlException {
    List<Typed> all = new ArrayList<>();
    all.add(operands.typed(operand));
    for (Ast.When when : e.whens()) {
      all.add(operands.typed(when.condition()));
    }
    return Operators.comparable(e.at(), "CASE", all);
  }

  Typed ifOf(Ast.Call call) throws SqlException {
    need(call, 3);
    String condition = Logic.condition(operands, call.arguments().getFirst().value(), "IF");
    List<Typed> same =
        same(
            call.at(),
            "IF",
            operands.all(call.arguments().stream().skip(1).map(Ast.Argument::value).toList()));
    return Typed.of(
        same.getFirst().type(),
        "(CASE WHEN "
            + condition
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
        "coalesce("
            + same.getFirst().sql()
            + ", "
            + same.stream().skip(1).map(Conditionals::whenAsked).collect(Collectors.joining(", "))
            + ")");
  }

  /// DuckDB takes what stands twice in a statement out of COALESCE, and works it out before; out of
  /// CASE it does not.
  private static String whenAsked(Typed value) {
    return value.sql().indexOf('(') < 0
        ? value.sql()
        : "CASE WHEN true THEN " + value.sql() + " END";
  }

  Typed nullIf(Ast.Call call) throws SqlException {
    need(call, 2);
    List<Typed> same = Operators.comparable(call.at(), "NULLIF", arguments(call));
    String a = same.get(0).sql();
    String b = same.get(1).sql();
    return Typed.of(
        same.getFirst().type(),
        same.getFirst().is(SqlType.Scalar.FLOAT64)
            ? "(CASE WHEN bq_eq(" + a + ", " + b + ") THEN NULL ELSE " + a + " END)"
            : "nullif(" + a + ", " + b + ")");
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
    return operands.all(call.arguments().stream().map(Ast.Argument::value).toList());
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
    SqlType type = Supertype.of(values);
    if (type == null) {
      throw Operators.mismatch(
          at, what.equals("CASE") || what.contains(" ") ? what : "function " + what, values);
    }
    List<Typed> same = new ArrayList<>();
    for (Typed value : values) {
      Typed coerced = Coercion.to(type, value);
      same.add(coerced == null ? value : coerced);
    }
    return same;
  }
}
