package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query says, before anyone asks what its names mean.
public final class Ast {
  private Ast() {}

  /// The name that a column has for the expression that stands there: a field's own, or empty.
  public static String implied(Expr value) {
    return switch (value) {
      case Name name -> name.path().getLast();
      case FieldOf field -> field.name();
      default -> "";
    };
  }

  /// An expression.
  public sealed interface Expr {
    Position at();
  }

  /// A literal; the value is a String, byte[], Boolean, or null for NULL; numbers are their text.
  public record Literal(Position at, SqlType.@Nullable Scalar type, @Nullable Object value)
      implements Expr {}

  /// A name, or a path of names with dots: a column, a field of one, a table's row.
  public record Name(Position at, List<String> path) implements Expr {}

  /// A field of what is no path: `f(x).name`.
  public record FieldOf(Position at, Expr base, String name) implements Expr {}

  /// A place in an array, `base[index]`; `mode` is OFFSET, SAFE_OFFSET, ORDINAL, SAFE_ORDINAL or
  /// empty.
  public record Index(Position at, Expr base, String mode, Expr index) implements Expr {}

  /// A parameter: its name in small letters, or `?` and its number from zero.
  public record Bound(Position at, String name) implements Expr {}

  /// An operator before its operand: a sign, or NOT.
  public record Unary(Position at, String operator, Expr operand) implements Expr {}

  /// An operator between its operands.
  public record Binary(Position at, String operator, Expr left, Expr right) implements Expr {}

  /// `IS [NOT] NULL`, `TRUE` or `FALSE`.
  public record Is(Position at, Expr operand, String what, boolean not) implements Expr {}

  /// `BETWEEN low AND high`.
  public record Between(Position at, Expr operand, Expr low, Expr high, boolean not)
      implements Expr {}

  /// `IN` what is in parentheses or in an array.
  public record In(Position at, Expr operand, InSet set, boolean not) implements Expr {}

  /// What stands behind IN.
  public sealed interface InSet {}

  /// IN of values that are written out.
  public record InList(List<Expr> items) implements InSet {}

  /// IN of what a query finds.
  public record InQuery(Query query) implements InSet {}

  /// IN UNNEST of an array.
  public record InArray(Expr array) implements InSet {}

  /// Whether a query finds any row.
  public record Exists(Position at, Query query) implements Expr {}

  /// The one value that a query finds.
  public record Subquery(Position at, Query query) implements Expr {}

  /// All values that a query finds, as an array.
  public record ArrayQuery(Position at, Query query) implements Expr {}

  /// CASE. With an operand each condition is compared with it.
  public record Case(
      Position at, @Nullable Expr operand, List<When> whens, @Nullable Expr otherwise)
      implements Expr {}

  /// One branch of CASE.
  public record When(Expr condition, Expr result) {}

  /// CAST, or SAFE_CAST.
  public record Cast(Position at, Expr operand, SqlType type, boolean safe) implements Expr {}

  /// A call. `nulls` is IGNORE, RESPECT or empty; `over` is present for a window function.
  public record Call(
      Position at,
      String name,
      boolean safe,
      boolean distinct,
      List<Argument> arguments,
      String nulls,
      List<Order> order,
      @Nullable Expr limit,
      @Nullable Window over)
      implements Expr {
    /// The same call of other arguments, without SAFE.
    public Call with(List<Argument> others) {
      return new Call(at, name, false, distinct, others, nulls, order, limit, over);
    }
  }

  /// An argument, perhaps named (`name => value`) or with an alias (`value AS name`, STRUCT only).
  public record Argument(String name, Expr value) {}

  /// `COUNT(*)`.
  public record Star(Position at) implements Expr {}

  /// What stands behind OVER; `frame` is its ROWS or RANGE as text, or empty.
  public record Window(List<Expr> partition, List<Order> order, String frame) {}

  /// A struct that is written out, perhaps with its type.
  public record StructOf(Position at, SqlType.@Nullable Struct type, List<Argument> fields)
      implements Expr {}

  /// An array that is written out, perhaps with the type of its elements.
  public record ArrayOf(Position at, @Nullable SqlType element, List<Expr> items) implements Expr {}

  /// `INTERVAL amount unit`.
  public record Interval(Position at, Expr amount, String unit) implements Expr {}

  /// An expression that is already understood.
  public record Given(Position at, Expr written, Typed value) implements Expr {}

  /// `EXTRACT(part FROM operand)`, perhaps with AT TIME ZONE.
  public record Extract(Position at, String part, Expr operand, @Nullable Expr zone)
      implements Expr {}

  /// A key of ORDER BY; `nullsFirst` is null where nothing is said of NULL.
  public record Order(Expr expr, boolean descending, @Nullable Boolean nullsFirst) {}

  /// A query with its own tables, order and limit.
  public record Query(
      List<Cte> with, Body body, List<Order> order, @Nullable Expr limit, @Nullable Expr offset) {}

  /// A query that WITH gives a name.
  public record Cte(Position at, String name, Query query) {}

  /// What a query consists of, below WITH and above ORDER BY.
  public sealed interface Body {}

  /// A query in parentheses.
  public record Nested(Query query) implements Body {}

  /// UNION ALL, UNION, INTERSECT or EXCEPT of two bodies.
  public record SetOperation(Position at, String operator, Body left, Body right) implements Body {}

  /// SELECT, with its clauses.
  public record Select(
      Position at,
      boolean distinct,
      boolean asStruct,
      List<Item> items,
      @Nullable From from,
      @Nullable Expr where,
      @Nullable GroupBy group,
      @Nullable Expr having,
      @Nullable Expr qualify)
      implements Body {}

  /// `GROUP BY`; `all` is `GROUP BY ALL`.
  public record GroupBy(boolean all, List<Expr> keys) {}

  /// What stands between SELECT and FROM.
  public sealed interface Item {}

  /// An expression with its alias, or an empty one.
  public record Plain(Expr expr, String alias) implements Item {}

  /// `*` or `x.*`, with what is left out or replaced.
  public record All(Position at, @Nullable Expr base, List<String> except, List<Plain> replace)
      implements Item {}

  /// What stands behind FROM.
  public sealed interface From {}

  /// A table, a name of WITH, or an array of the row, by its path; the alias can be empty.
  public record TableRef(Position at, List<String> path, String alias) implements From {}

  /// A subquery; the alias can be empty.
  public record QueryRef(Position at, Query query, String alias) implements From {}

  /// UNNEST of an array; alias and the name of the offset can be empty.
  public record UnnestRef(Position at, Expr array, String alias, String offset) implements From {}

  /// A join; `kind` is CROSS, INNER, LEFT, RIGHT or FULL, and what has no ON has USING or is CROSS.
  public record Join(
      Position at, String kind, From left, From right, @Nullable Expr on, List<String> using)
      implements From {}
}
