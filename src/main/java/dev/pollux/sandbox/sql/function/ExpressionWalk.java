package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks through an expression; subqueries stay closed.
public final class ExpressionWalk {
  private ExpressionWalk() {}

  /// Whether an aggregate is called in it, other than over a window.
  public static boolean hasAggregate(Ast.Expr expr) {
    return any(expr, ExpressionWalk::isAggregate);
  }

  /// Whether it depends on a row; a subquery may.
  public static boolean hasName(Ast.Expr expr) {
    return any(
        expr, e -> e instanceof Ast.Name || e instanceof Ast.Exists || e instanceof Ast.ArrayQuery);
  }

  private static boolean isAggregate(Ast.Expr expr) {
    return expr instanceof Ast.Call call && call.over() == null && Aggregates.is(call.name());
  }

  /// Whether anything in it is called over a window.
  public static boolean hasWindow(Ast.Expr expr) {
    return any(expr, e -> e instanceof Ast.Call call && call.over() != null);
  }

  static boolean any(Ast.Expr expr, Predicate<Ast.Expr> test) {
    return test.test(expr) || parts(expr).stream().anyMatch(part -> any(part, test));
  }

  private static List<Ast.Expr> parts(Ast.Expr expr) {
    return switch (expr) {
      case Ast.Literal _,
          Ast.Name _,
          Ast.Bound _,
          Ast.Star _,
          Ast.Exists _,
          Ast.Subquery _,
          Ast.ArrayQuery _ ->
          List.of();
      case Ast.FieldOf e -> List.of(e.base());
      case Ast.Index e -> List.of(e.base(), e.index());
      case Ast.Unary e -> List.of(e.operand());
      case Ast.Binary e -> List.of(e.left(), e.right());
      case Ast.Is e -> List.of(e.operand());
      case Ast.Between e -> List.of(e.operand(), e.low(), e.high());
      case Ast.In e -> in(e);
      case Ast.Case e -> cases(e);
      case Ast.Cast e -> List.of(e.operand());
      case Ast.Call e -> call(e);
      case Ast.StructOf e -> e.fields().stream().map(Ast.Argument::value).toList();
      case Ast.ArrayOf e -> e.items();
      case Ast.Interval e -> List.of(e.amount());
      case Ast.Extract e -> List.of(e.operand());
      case Ast.Given e -> List.of(e.written());
    };
  }

  private static List<Ast.Expr> in(Ast.In in) {
    List<Ast.Expr> parts = new ArrayList<>(List.of(in.operand()));
    switch (in.set()) {
      case Ast.InList list -> parts.addAll(list.items());
      case Ast.InArray array -> parts.add(array.array());
      case Ast.InQuery _ -> {}
    }
    return parts;
  }

  private static List<Ast.Expr> cases(Ast.Case e) {
    List<Ast.Expr> parts = new ArrayList<>();
    add(parts, e.operand());
    for (Ast.When when : e.whens()) {
      parts.add(when.condition());
      parts.add(when.result());
    }
    add(parts, e.otherwise());
    return parts;
  }

  private static List<Ast.Expr> call(Ast.Call call) {
    List<Ast.Expr> parts =
        new ArrayList<>(call.arguments().stream().map(Ast.Argument::value).toList());
    call.order().forEach(o -> parts.add(o.expr()));
    Ast.Window over = call.over();
    if (over != null) {
      parts.addAll(over.partition());
      over.order().forEach(o -> parts.add(o.expr()));
    }
    return parts;
  }

  private static void add(List<Ast.Expr> parts, Ast.@Nullable Expr expr) {
    if (expr != null) {
      parts.add(expr);
    }
  }
}
