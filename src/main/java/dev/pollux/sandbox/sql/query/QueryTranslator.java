package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.function.Ordering;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Supertype;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.value.CastReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Understands queries: WITH, set operations, ORDER BY and LIMIT around the SELECTs.
public record QueryTranslator(Context context) {
  /// An expression that stands in no query.
  public Typed alone(Ast.Expr expr) throws SqlException {
    return Exprs.plain(context, NameScope.empty(null)).typed(expr);
  }

  /// A query that stands in no other.
  public Rel rel(Ast.Query query) throws SqlException {
    return rel(query, null);
  }

  Rel rel(Ast.Query query, @Nullable NameScope outer) throws SqlException {
    Map<String, Context.Named> before = context.names();
    StringBuilder with = new StringBuilder();
    for (Ast.Cte cte : query.with()) {
      Rel rel = rel(cte.query(), outer);
      String name = DuckSyntax.name("with_" + context.alias());
      context.name(cte.name(), new Context.Named(name, rel));
      with.append(with.isEmpty() ? "WITH " : ", ");
      with.append(name).append(" AS (").append(rel.sql()).append(')');
    }
    Rel rel = body(query, outer);
    context.restore(before);
    return with.isEmpty() ? rel : new Rel(with + " " + rel.sql(), rel.columns(), rel.valueTable());
  }

  private Rel body(Ast.Query query, @Nullable NameScope outer) throws SqlException {
    if (query.body() instanceof Ast.Select select) {
      return new Selects(context, outer).rel(select, query);
    }
    Rel rel = operand(query.body(), outer);
    if (query.order().isEmpty() && query.limit() == null) {
      return rel;
    }
    String alias = context.alias();
    List<NameScope.Seen> seen = rel.seen(alias);
    NameScope scope = new NameScope(outer, List.of(), seen);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      items.add(alias + ".c" + i + " AS c" + i);
    }
    String sql = "SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS " + alias;
    Exprs exprs = Exprs.plain(context, scope);
    return new Rel(
        sql + tail(query, exprs, seen.stream().map(NameScope.Seen::value).toList()), rel.columns());
  }

  /// ORDER BY, LIMIT and OFFSET. A whole number in ORDER BY is a column's place.
  String tail(Ast.Query query, Exprs exprs, List<Typed> columns) throws SqlException {
    StringBuilder tail = new StringBuilder();
    for (Ast.Order order : query.order()) {
      Typed key;
      if (order.expr() instanceof Ast.Literal literal && literal.type() == SqlType.Scalar.INT64) {
        key = place(literal, columns, "ORDER BY");
      } else {
        key = exprs.typed(order.expr());
      }
      tail.append(tail.isEmpty() ? " ORDER BY " : ", ");
      tail.append(String.join(", ", Ordering.keys(order, key)));
    }
    Ast.Expr limit = query.limit();
    Ast.Expr offset = query.offset();
    if (limit != null) {
      tail.append(" LIMIT ").append(exprs.count("LIMIT", limit));
    }
    if (offset != null) {
      tail.append(" OFFSET ").append(exprs.count("OFFSET", offset));
    }
    return tail.toString();
  }

  static Typed place(Ast.Literal literal, List<Typed> columns, String where) throws SqlException {
    long place = CastReader.int64(String.valueOf(literal.value()));
    if (place < 1 || place > columns.size()) {
      throw literal.at().invalid(where + " is out of SELECT column number range: " + place);
    }
    return columns.get((int) place - 1);
  }

  private Rel operand(Ast.Body body, @Nullable NameScope outer) throws SqlException {
    return switch (body) {
      case Ast.Nested nested -> rel(nested.query(), outer);
      case Ast.Select select ->
          new Selects(context, outer)
              .rel(select, new Ast.Query(List.of(), select, List.of(), null, null));
      case Ast.SetOperation both -> union(both, outer);
    };
  }

  private Rel union(Ast.SetOperation both, @Nullable NameScope outer) throws SqlException {
    Rel left = operand(both.left(), outer);
    Rel right = operand(both.right(), outer);
    String operator = both.operator();
    if (left.columns().size() != right.columns().size()) {
      throw both.at()
          .invalid(
              "Queries in "
                  + (operator.equals("UNION") ? "UNION DISTINCT" : operator)
                  + " have mismatched column count; query 1 has "
                  + left.columns().size()
                  + " columns, query 2 has "
                  + right.columns().size()
                  + " columns");
    }
    List<Rel.Out> columns = new ArrayList<>();
    for (int i = 0; i < left.columns().size(); i++) {
      Typed a = left.columns().get(i).value();
      Typed b = right.columns().get(i).value();
      SqlType type = Supertype.of(List.of(a, b));
      if (type == null) {
        throw both.at()
            .invalid(
                "Column "
                    + (i + 1)
                    + " in "
                    + operator
                    + " has incompatible types: "
                    + a.type()
                    + ", "
                    + b.type());
      }
      boolean nothing = a.isNull() && b.isNull();
      columns.add(new Rel.Out(left.columns().get(i).name(), nothing ? a : Typed.of(type, "")));
    }
    return new Rel(as(left, columns) + " " + operator + " " + as(right, columns), columns);
  }

  /// A query, its columns made to be of other types.
  String as(Rel rel, List<Rel.Out> wanted) throws SqlException {
    String alias = context.alias();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Typed inner = rel.columns().get(i).value();
      Typed here = inner.named(alias + ".c" + i);
      Typed coerced = Coercion.to(wanted.get(i).value().type(), here);
      items.add((coerced == null ? here : coerced).sql() + " AS c" + i);
    }
    return "(SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS " + alias + ")";
  }
}
