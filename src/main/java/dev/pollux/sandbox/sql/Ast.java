package dev.pollux.sandbox.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query says, before anyone asks what its names mean.
final class Ast {
  private Ast() {}

  /// An expression.
  sealed interface Expr {
    Position at();
  }

  /// A literal; the value is a String, byte[], Boolean, or null for NULL; numbers are their text.
  record Literal(Position at, SqlType.@Nullable Scalar type, @Nullable Object value)
      implements Expr {}

  record Name(Position at, List<String> path) implements Expr {}

  record FieldOf(Position at, Expr base, String name) implements Expr {}

  record Index(Position at, Expr base, String mode, Expr index) implements Expr {}

  record Bound(Position at, String name) implements Expr {}

  record Unary(Position at, String operator, Expr operand) implements Expr {}

  record Binary(Position at, String operator, Expr left, Expr right) implements Expr {}

  /// `IS [NOT] NULL`, `TRUE` or `FALSE`.
  record Is(Position at, Expr operand, String what, boolean not) implements Expr {}

  record Between(Position at, Expr operand, Expr low, Expr high, boolean not) implements Expr {}

  record In(Position at, Expr operand, InSet set, boolean not) implements Expr {}

  sealed interface InSet {}

  record InList(List<Expr> items) implements InSet {}

  record InQuery(Query query) implements InSet {}

  record InArray(Expr array) implements InSet {}

  record Exists(Position at, Query query) implements Expr {}

  record Subquery(Position at, Query query) implements Expr {}

  record ArrayQuery(Position at, Query query) implements Expr {}

  record Case(Position at, @Nullable Expr operand, List<When> whens, @Nullable Expr otherwise)
      implements Expr {}

  record When(Expr condition, Expr result) {}

  record Cast(Position at, Expr operand, SqlType type, boolean safe) implements Expr {}

  /// A call. `nulls` is IGNORE, RESPECT or empty; `over` is present for a window function.
  record Call(
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
    Call with(List<Argument> others) {
      return new Call(at, name, false, distinct, others, nulls, order, limit, over);
    }
  }

  /// An argument, perhaps named (`name => value`) or with an alias (`value AS name`, STRUCT only).
  record Argument(String name, Expr value) {}

  /// `COUNT(*)`.
  record Star(Position at) implements Expr {}

  record Window(List<Expr> partition, List<Order> order, String frame) {}

  record StructOf(Position at, SqlType.@Nullable Struct type, List<Argument> fields)
      implements Expr {}

  record ArrayOf(Position at, @Nullable SqlType element, List<Expr> items) implements Expr {}

  record Interval(Position at, Expr amount, String unit) implements Expr {}

  /// An expression that is already understood.
  record Given(Position at, Expr written, Typed value) implements Expr {}

  record Extract(Position at, String part, Expr operand, @Nullable Expr zone) implements Expr {}

  record Order(Expr expr, boolean descending, @Nullable Boolean nullsFirst) {}

  /// A query with its own tables, order and limit.
  record Query(
      List<Cte> with, Body body, List<Order> order, @Nullable Expr limit, @Nullable Expr offset) {}

  record Cte(Position at, String name, Query query) {}

  sealed interface Body {}

  record Nested(Query query) implements Body {}

  record SetOperation(Position at, String operator, Body left, Body right) implements Body {}

  record Select(
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
  record GroupBy(boolean all, List<Expr> keys) {}

  sealed interface Item {}

  record Plain(Expr expr, String alias) implements Item {}

  /// `*` or `x.*`, with what is left out or replaced.
  record All(Position at, @Nullable Expr base, List<String> except, List<Plain> replace)
      implements Item {}

  sealed interface From {}

  record TableRef(Position at, List<String> path, String alias) implements From {}

  record QueryRef(Position at, Query query, String alias) implements From {}

  record UnnestRef(Position at, Expr array, String alias, String offset) implements From {}

  record Join(
      Position at, String kind, From left, From right, @Nullable Expr on, List<String> using)
      implements From {}
}
