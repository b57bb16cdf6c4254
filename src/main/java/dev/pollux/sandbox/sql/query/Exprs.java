package dev.pollux.sandbox.sql.query;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BOOL;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;

import dev.pollux.sandbox.sql.function.Calls;
import dev.pollux.sandbox.sql.function.Conditionals;
import dev.pollux.sandbox.sql.function.DatePart;
import dev.pollux.sandbox.sql.function.ExpressionWalk;
import dev.pollux.sandbox.sql.function.Operands;
import dev.pollux.sandbox.sql.function.Operators;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Casts;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Understands expressions: finds names, checks types, says them for DuckDB.
///
/// @param keys what is grouped, as DuckDB says it; null where nothing is grouped
/// @param aliases the select list's names, where they can be seen
/// @param windows whether window functions can stand here
record Exprs(
    Context context,
    NameScope scope,
    @Nullable Set<String> keys,
    Map<String, Typed> aliases,
    boolean windows)
    implements Operands {
  private static final Pattern ALIAS = Pattern.compile("\\bt(\\d{1,9})\\.");

  static Exprs plain(Context context, NameScope scope) {
    return new Exprs(context, scope, null, Map.of(), false);
  }

  @Override
  public boolean grouped() {
    return keys != null;
  }

  @Override
  public Exprs ungrouped() {
    return new Exprs(context, scope, null, Map.of(), false);
  }

  @Override
  public Typed typed(Ast.Expr expr) throws SqlException {
    if (keys != null
        && !(expr instanceof Ast.Literal)
        && !(expr instanceof Ast.Star)
        && !(expr instanceof Ast.Given)
        && !(expr instanceof Ast.Interval)
        && !ExpressionWalk.hasAggregate(expr)
        && !ExpressionWalk.hasWindow(expr)
        && !(expr instanceof Ast.Name name && alias(name) != null)) {
      Typed key = key(expr);
      if (key != null) {
        return key;
      }
    }
    return switch (expr) {
      case Ast.Literal e -> LiteralSql.of(e);
      case Ast.Name e -> name(e);
      case Ast.FieldOf e -> NameResolution.field(e.at(), typed(e.base()), e.name());
      case Ast.Index e -> Arrays.index(e, typed(e.base()), typed(e.index()));
      case Ast.Bound e -> context.parameter(e.at(), e.name());
      case Ast.Unary e -> Operators.unary(e, typed(e.operand()));
      case Ast.Binary e when e.operator().equals("||") && keys == null ->
          Operators.concatenated(e.at(), all(inARow(e)));
      case Ast.Binary e -> Operators.binary(e, typed(e.left()), typed(e.right()));
      case Ast.Is e -> Operators.is(e, typed(e.operand()));
      case Ast.Between e ->
          Operators.between(e, typed(e.operand()), typed(e.low()), typed(e.high()));
      case Ast.In e -> in(e);
      case Ast.Exists e -> Typed.of(BOOL, "EXISTS (" + queries().rel(e.query(), scope).sql() + ")");
      case Ast.Subquery e -> subquery(e);
      case Ast.ArrayQuery e -> arrayQuery(e);
      case Ast.Case e -> new Conditionals(this).caseOf(e);
      case Ast.Cast e -> Casts.explicit(e.at(), typed(e.operand()), e.type(), e.safe());
      case Ast.Call e -> new Calls(this).call(e);
      case Ast.Star e -> throw e.at().invalid("Argument * can only be used in COUNT(*)");
      case Ast.StructOf e -> Arrays.struct(e, types(e.fields()));
      case Ast.ArrayOf e -> Arrays.array(e, all(e.items()));
      case Ast.Interval e -> throw e.at().unsupported("An INTERVAL value");
      case Ast.Extract e -> DatePart.typed(e, typed(e.operand()));
      case Ast.Given e -> e.value();
    };
  }

  /// The operands of `a || b || c`.
  private static List<Ast.Expr> inARow(Ast.Binary concatenation) {
    List<Ast.Expr> operands = new ArrayList<>();
    Ast.Expr left = concatenation;
    while (left instanceof Ast.Binary binary && binary.operator().equals("||")) {
      operands.addFirst(binary.right());
      left = binary.left();
    }
    operands.addFirst(left);
    return operands;
  }

  /// The expression if it is one that is grouped by. What is wrong with it is said later.
  private @Nullable Typed key(Ast.Expr expr) {
    try {
      Typed raw = ungrouped().typed(expr);
      return keys != null && keys.contains(raw.sql()) ? raw : null;
    } catch (SqlException e) {
      return null;
    }
  }

  QueryTranslator queries() {
    return new QueryTranslator(context);
  }

  @Override
  public List<Typed> all(List<Ast.Expr> exprs) throws SqlException {
    List<Typed> all = new ArrayList<>();
    for (Ast.Expr expr : exprs) {
      all.add(typed(expr));
    }
    return all;
  }

  private List<Typed> types(List<Ast.Argument> arguments) throws SqlException {
    return all(arguments.stream().map(Ast.Argument::value).toList());
  }

  @Override
  public Typed bool(Ast.Expr expr, String where) throws SqlException {
    Typed value = typed(expr);
    Typed bool = Coercion.to(BOOL, value);
    if (bool == null) {
      throw expr.at().invalid(where + " should return type BOOL, but returns " + value.type());
    }
    return bool;
  }

  private @Nullable Typed alias(Ast.Name name) {
    return aliases.get(name.path().getFirst().toLowerCase(java.util.Locale.ROOT));
  }

  private Typed name(Ast.Name name) throws SqlException {
    Typed alias = alias(name);
    if (alias != null) {
      return NameResolution.fields(name, alias, 1);
    }
    return NameResolution.find(name, scope, keys);
  }

  private Typed in(Ast.In in) throws SqlException {
    Typed operand = typed(in.operand());
    String not = in.not() ? " NOT IN " : " IN ";
    return switch (in.set()) {
      case Ast.InList list -> {
        List<Typed> all = all(list.items());
        all.add(0, operand);
        List<Typed> same = Operators.comparable(in.at(), "IN", all);
        String items = same.stream().skip(1).map(Typed::sql).collect(Collectors.joining(", "));
        boolean numbers = all.stream().skip(1).allMatch(i -> i.form() == Typed.Form.NUMBER);
        yield same.getFirst().is(FLOAT64) && !numbers
            ? inNumbers(in, same.getFirst(), "[" + items + "]")
            : Typed.of(BOOL, "(" + same.getFirst().sql() + not + "(" + items + "))");
      }
      case Ast.InArray array -> {
        Typed values = typed(array.array());
        if (!(values.type() instanceof SqlType.Array type)) {
          throw in.at().invalid("IN UNNEST requires an array, but got " + values.type());
        }
        Typed left = Coercion.to(type.element(), operand);
        if (left == null && Coercion.becomes(new SqlType.Array(operand.type()), values)) {
          left = operand;
          values =
              java.util.Objects.requireNonNull(
                  Coercion.to(new SqlType.Array(operand.type()), values));
        }
        if (left == null) {
          throw in.at()
              .invalid(
                  "No matching signature for operator IN UNNEST for argument types: "
                      + operand.type()
                      + ", "
                      + values.type());
        }
        comparable(in, left.type());
        if (left.is(FLOAT64)) {
          yield inNumbers(in, left, values.sql());
        }
        // With no element the engine would not work out what is looked for, which may fail.
        boolean empty = array.array() instanceof Ast.ArrayOf of && of.items().isEmpty();
        yield isKnown(array.array()) && !empty
            ? Typed.of(BOOL, "(" + left.sql() + not + "(SELECT unnest(" + values.sql() + ")))")
            : inArray(in, left, values.sql());
      }
      case Ast.InQuery query -> {
        String before = context.alias();
        Rel rel = queries().rel(query.query(), scope);
        if (rel.columns().size() != 1) {
          throw in.at().invalid("Subquery of type IN must have only one output column");
        }
        SqlType right = rel.columns().getFirst().value().type();
        Typed left = Coercion.to(right, operand);
        if (left == null) {
          throw in.at()
              .invalid(
                  "Cannot execute IN subquery with uncomparable types "
                      + operand.type()
                      + " and "
                      + right);
        }
        comparable(in, right);
        if (readsAround(rel.sql(), before)) {
          String values = arrayOf(rel, right);
          yield left.is(FLOAT64) ? inNumbers(in, left, values) : inArray(in, left, values);
        }
        String rows =
            left.is(FLOAT64)
                ? "SELECT c0 FROM (" + rel.sql() + ") WHERE c0 IS NULL OR NOT isnan(c0)"
                : rel.sql();
        yield Typed.of(BOOL, "(" + left.sql() + not + "(" + rows + "))");
      }
    };
  }

  /// Whether an array is the same for all rows, so that a long list of keys is looked up and not
  /// read through. What reads a row, or a group, cannot stand in a subquery of DuckDB's.
  private static boolean isKnown(Ast.Expr array) {
    return switch (array) {
      case Ast.Bound _, Ast.Literal _ -> true;
      case Ast.ArrayOf of -> of.items().stream().allMatch(Exprs::isKnown);
      default -> false;
    };
  }

  private static Typed inArray(Ast.In in, Typed value, String list) {
    return Typed.of(
        BOOL,
        (in.not() ? "(NOT bq_in_array(" : "(bq_in_array(") + value.sql() + ", " + list + "))");
  }

  /// Whether a query reads a row of the query around it: it names an alias that was given before
  /// its own. DuckDB's IN over such a query takes its set for one with a NULL where another query
  /// with UNNEST stands in it; its ARRAY does not. A text that looks like an alias costs nothing
  /// but the array.
  private static boolean readsAround(String sql, String before) {
    int last = Integer.parseInt(before.substring(1));
    return ALIAS.matcher(sql).results().anyMatch(found -> Integer.parseInt(found.group(1)) < last);
  }

  private static String arrayOf(Rel rel, SqlType type) {
    return "coalesce(ARRAY(" + rel.sql() + "), CAST([] AS " + DuckSyntax.type(type) + "[]))";
  }

  /// NaN equals nothing, itself neither.
  private static Typed inNumbers(Ast.In in, Typed value, String list) {
    return Typed.of(
        BOOL, (in.not() ? "(NOT bq_in(" : "(bq_in(") + value.sql() + ", " + list + "))");
  }

  private static void comparable(Ast.In in, SqlType type) throws SqlException {
    List<Typed> _ = Operators.comparable(in.at(), "IN", List.of(Typed.of(type, "")));
  }

  private Typed subquery(Ast.Subquery subquery) throws SqlException {
    Rel rel = queries().rel(subquery.query(), scope);
    if (rel.columns().size() != 1) {
      throw subquery
          .at()
          .invalid(
              "Scalar subquery cannot have more than one column unless using SELECT AS STRUCT to build STRUCT values");
    }
    return Typed.of(rel.columns().getFirst().value().type(), "(" + rel.sql() + ")");
  }

  private Typed arrayQuery(Ast.ArrayQuery array) throws SqlException {
    Rel rel = queries().rel(array.query(), scope);
    if (rel.columns().size() != 1) {
      throw array
          .at()
          .invalid(
              "ARRAY subquery cannot have more than one column unless using SELECT AS STRUCT to build STRUCT values");
    }
    SqlType type = rel.columns().getFirst().value().type();
    if (type instanceof SqlType.Array) {
      throw array.at().invalid("Cannot use array subquery with column of type " + type);
    }
    return Typed.of(new SqlType.Array(type), arrayOf(rel, type));
  }

  @Override
  public String count(String clause, Ast.Expr expr) throws SqlException {
    String expected = clause + " expects an integer literal or parameter";
    if (!(expr instanceof Ast.Literal) && !(expr instanceof Ast.Bound)) {
      throw expr.at().invalid(expected);
    }
    Typed value = typed(expr);
    if (!value.is(INT64) || value.isNull()) {
      throw expr.at().invalid(expected);
    }
    if (value.sql().contains("NULL")) {
      throw expr.at().invalid(clause + " must not be null");
    }
    if (value.sql().contains("-")) {
      throw expr.at().invalid(clause + " must not be negative");
    }
    return value.sql();
  }
}
