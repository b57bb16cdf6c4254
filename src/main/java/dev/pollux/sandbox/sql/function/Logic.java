package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.Set;

/// AND and OR: the right operand is worked out where the left one leaves it open, and not
/// elsewhere, as Google's own evaluator does. In which order operands are worked out "can vary, and
/// evaluation can be skipped if unnecessary"
/// ([operators](https://cloud.google.com/bigquery/docs/reference/standard-sql/operators#logical_operators)):
/// `x != 0 AND 1 / x > 2` is what people write. DuckDB works out both operands of a value, and of a
/// condition the right one only where the left one is TRUE.
public final class Logic {
  /// What would be another value the second time.
  private static final Set<String> VOLATILE = Set.of("RAND", "GENERATE_UUID");

  /// The left operand stands twice. Where that becomes too long, the order is DuckDB's.
  private static final int LONGEST = 1 << 15;

  private Logic() {}

  static String sql(Ast.Binary e, String left, String right) {
    String plain = "(" + left + " " + e.operator() + " " + right + ")";
    if (isTotal(e.right()) || left.length() > LONGEST || isVolatile(e.left())) {
      return plain;
    }
    return e.operator().equals("AND")
        ? "(CASE WHEN NOT " + left + " THEN false ELSE " + plain + " END)"
        : "(CASE WHEN " + left + " THEN true ELSE " + plain + " END)";
  }

  /// The condition of a filter or a join. It is only asked whether it is TRUE, so that DuckDB can
  /// take its parts apart: a join by equal values stays one.
  public static Typed filter(Operands operands, Ast.Expr expr, String where) throws SqlException {
    if (expr instanceof Ast.Binary e && e.operator().equals("AND")) {
      return Typed.of(
          SqlType.Scalar.BOOL,
          "("
              + filter(operands, e.left(), where).sql()
              + " AND "
              + filter(operands, e.right(), where).sql()
              + ")");
    }
    return expr instanceof Ast.In
        ? Typed.of(SqlType.Scalar.BOOL, condition(operands, expr, where))
        : operands.bool(expr, where);
  }

  /// A condition that is worked out as a value is. Where DuckDB is only asked for the rows that it
  /// is TRUE for, it leaves out what stands beside NULL, and would have failed.
  static String condition(Operands operands, Ast.Expr expr, String where) throws SqlException {
    return asked(expr, operands.bool(expr, where).sql());
  }

  /// The same for what is made of an expression.
  static String asked(Ast.Expr expr, String sql) {
    return isTotal(expr) ? sql : "(" + sql + " IS TRUE)";
  }

  /// Whether an expression has a value whatever the row is.
  private static boolean isTotal(Ast.Expr expr) {
    return !ExpressionWalk.any(expr, Logic::canFail);
  }

  private static boolean canFail(Ast.Expr expr) {
    return switch (expr) {
      case Ast.Literal _,
          Ast.Name _,
          Ast.Bound _,
          Ast.FieldOf _,
          Ast.Is _,
          Ast.Between _,
          Ast.Case _,
          Ast.StructOf _,
          Ast.ArrayOf _ ->
          false;
      case Ast.In e -> e.set() instanceof Ast.InQuery;
      case Ast.Unary e -> !e.operator().equals("NOT");
      case Ast.Binary e -> Set.of("+", "-", "*", "/", "||").contains(e.operator());
      case Ast.Star _,
          Ast.Exists _,
          Ast.Subquery _,
          Ast.ArrayQuery _,
          Ast.Index _,
          Ast.Cast _,
          Ast.Call _,
          Ast.Interval _,
          Ast.Extract _,
          Ast.Given _ ->
          true;
    };
  }

  private static boolean isVolatile(Ast.Expr expr) {
    return ExpressionWalk.any(
        expr, e -> e instanceof Ast.Call call && VOLATILE.contains(call.name()));
  }
}
