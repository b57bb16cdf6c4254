package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;

/// ORDER BY: NULL is the least of all, then NaN.
public record Ordering(Operands operands) {
  String clause(List<Ast.Order> order) throws SqlException {
    List<String> keys = new ArrayList<>();
    for (Ast.Order key : order) {
      keys.addAll(keys(key, operands.typed(key.expr())));
    }
    return "ORDER BY " + String.join(", ", keys);
  }

  /// One key of ORDER BY as DuckDB says it: NaN needs a key of its own before the value.
  ///
  /// @throws SqlException if values of the type have no order
  public static List<String> keys(Ast.Order order, Typed value) throws SqlException {
    if (!(value.type() instanceof SqlType.Scalar) || !Operators.isComparable(value.type())) {
      throw order
          .expr()
          .at()
          .invalid("ORDER BY does not support expressions of type " + value.type());
    }
    if (value.is(SqlType.Scalar.BIGNUMERIC)) {
      throw order.expr().at().unsupported("ORDER BY of BIGNUMERIC");
    }
    String direction = order.descending() ? " DESC" : " ASC";
    Boolean said = order.nullsFirst();
    boolean first = said == null ? !order.descending() : said;
    String nulls = first ? " NULLS FIRST" : " NULLS LAST";
    List<String> keys = new ArrayList<>();
    if (value.is(SqlType.Scalar.FLOAT64)) {
      keys.add("isnan(" + value.sql() + ")" + (order.descending() ? " ASC" : " DESC") + nulls);
    }
    keys.add(value.sql() + direction + nulls);
    return keys;
  }
}
