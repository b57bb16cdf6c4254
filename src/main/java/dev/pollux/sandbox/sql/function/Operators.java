package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BOOL;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BYTES;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.NUMERIC;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Supertype;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operators. FLOAT64's NaN equals nothing and is neither more nor less; in DuckDB it is the
/// greatest.
public final class Operators {
  private Operators() {}

  /// A sign, or NOT.
  ///
  /// @throws SqlException if the operator has no form for this type
  public static Typed unary(Ast.Unary e, Typed operand) throws SqlException {
    needTyped(e.at(), e.operator(), operand);
    if (e.operator().equals("NOT")) {
      Typed bool = Coercion.to(BOOL, operand);
      if (bool == null) {
        throw mismatch(e.at(), "NOT", List.of(operand));
      }
      return Typed.of(BOOL, "(NOT " + bool.sql() + ")");
    }
    if (!isNumber(operand.type())) {
      throw mismatch(e.at(), "unary " + e.operator(), List.of(operand));
    }
    return Typed.of(operand.type(), "(" + e.operator() + operand.sql() + ")");
  }

  /// NULL without a type is no operand.
  private static void needTyped(Position at, String operator, Typed... operands)
      throws SqlException {
    for (Typed operand : operands) {
      if (operand.isNull()) {
        throw at.invalid("Operands of " + operator + " cannot be literal NULL");
      }
      if (operand.is(SqlType.Scalar.BIGNUMERIC) && !operator.equals("||")) {
        throw at.unsupported(operator + " of BIGNUMERIC");
      }
    }
  }

  /// Arithmetic, a comparison, AND and OR, LIKE, or `||` of two operands.
  ///
  /// @throws SqlException if the operator has no form for these types
  public static Typed binary(Ast.Binary e, Typed left, Typed right) throws SqlException {
    boolean logical =
        e.operator().equals("AND") || e.operator().equals("OR") || e.operator().startsWith("IS ");
    if (!logical) {
      needTyped(e.at(), e.operator(), left, right);
    }
    return switch (e.operator()) {
      case "AND", "OR" -> {
        Typed a = Coercion.to(BOOL, left);
        Typed b = Coercion.to(BOOL, right);
        if (a == null || b == null) {
          throw mismatch(e.at(), e.operator(), List.of(left, right));
        }
        yield Typed.of(BOOL, Logic.sql(e, a.sql(), b.sql()));
      }
      case "LIKE" -> {
        Typed a = Coercion.to(STRING, left);
        Typed b = Coercion.to(STRING, right);
        if (a == null || b == null) {
          throw mismatch(e.at(), "LIKE", List.of(left, right));
        }
        yield Typed.of(BOOL, "(" + a.sql() + " LIKE " + b.sql() + " ESCAPE '\\')");
      }
      case "||" -> concatenated(e.at(), List.of(left, right));
      case "+", "-", "*", "/" -> arithmetic(e, left, right);
      case "IS DISTINCT FROM", "IS NOT DISTINCT FROM" -> {
        List<Typed> same = comparable(e.at(), e.operator(), List.of(left, right));
        yield Typed.of(
            BOOL, "(" + same.get(0).sql() + " " + e.operator() + " " + same.get(1).sql() + ")");
      }
      default -> comparison(e, left, right);
    };
  }

  static Typed comparison(Ast.Binary e, Typed left, Typed right) throws SqlException {
    List<Typed> same = comparable(e.at(), e.operator(), List.of(left, right));
    String a = same.get(0).sql();
    String b = same.get(1).sql();
    boolean literal = isConstant(left) || isConstant(right);
    if (same.getFirst().is(FLOAT64) && !(literal && e.operator().equals("="))) {
      String name =
          switch (e.operator()) {
            case "=" -> "bq_eq";
            case "!=" -> "bq_ne";
            case "<" -> "bq_lt";
            case "<=" -> "bq_le";
            case ">" -> "bq_gt";
            default -> "bq_ge";
          };
      return Typed.of(BOOL, name + "(" + a + ", " + b + ")");
    }
    return Typed.of(BOOL, "(" + a + " " + e.operator() + " " + b + ")");
  }

  private static boolean isConstant(Typed value) {
    return value.form() == Typed.Form.NUMBER;
  }

  /// BETWEEN: both ends belong to it.
  public static Typed between(Ast.Between e, Typed operand, Typed low, Typed high)
      throws SqlException {
    for (Typed part : List.of(operand, low, high)) {
      if (part.is(SqlType.Scalar.BIGNUMERIC)) {
        throw e.at().unsupported("BETWEEN of BIGNUMERIC");
      }
    }
    List<Typed> same = comparable(e.at(), "BETWEEN", List.of(operand, low, high));
    Typed value = same.getFirst();
    Typed above =
        comparison(new Ast.Binary(e.at(), ">=", e.operand(), e.low()), value, same.get(1));
    Typed below =
        comparison(new Ast.Binary(e.at(), "<=", e.operand(), e.high()), value, same.get(2));
    String both = "(" + above.sql() + " AND " + below.sql() + ")";
    return Typed.of(BOOL, e.not() ? "(NOT " + both + ")" : both);
  }

  /// IS, with NULL, TRUE or FALSE.
  public static Typed is(Ast.Is e, Typed operand) throws SqlException {
    String not = e.not() ? " IS NOT " : " IS ";
    if (!e.what().equals("NULL")) {
      Typed bool = Coercion.to(BOOL, operand);
      if (bool == null) {
        throw mismatch(e.at(), "IS " + e.what(), List.of(operand));
      }
      return Typed.of(BOOL, "(" + bool.sql() + not + e.what() + ")");
    }
    return Typed.of(BOOL, "(" + operand.sql() + not + "NULL)");
  }

  /// The values as one type that can be compared.
  public static List<Typed> comparable(Position at, String operator, List<Typed> values)
      throws SqlException {
    SqlType type = Supertype.of(values);
    if (type == null || !isComparable(type)) {
      throw mismatch(at, operator, values);
    }
    if (type == SqlType.Scalar.BIGNUMERIC || !(type instanceof SqlType.Scalar)) {
      throw at.unsupported("Comparing values of type " + type);
    }
    return Conditionals.same(at, operator, values);
  }

  /// Whether values of a type can be compared, grouped and ordered.
  public static boolean isComparable(SqlType type) {
    return type != SqlType.Scalar.JSON && type != SqlType.Scalar.GEOGRAPHY;
  }

  static boolean isNumber(SqlType type) {
    return type == INT64 || type == FLOAT64 || type == NUMERIC;
  }

  private static Typed arithmetic(Ast.Binary e, Typed left, Typed right) throws SqlException {
    Typed shifted = days(e, left, right);
    if (shifted != null) {
      return shifted;
    }
    List<Typed> both = List.of(left, right);
    SqlType common = Supertype.of(both);
    if (common == null || !isNumber(common)) {
      throw mismatch(e.at(), e.operator(), both);
    }
    SqlType type = e.operator().equals("/") && common == INT64 ? FLOAT64 : common;
    Typed a = Coercion.to(type, left);
    Typed b = Coercion.to(type, right);
    if (a == null || b == null) {
      throw mismatch(e.at(), e.operator(), both);
    }
    return Typed.of(type, number(e.operator(), type, a.sql(), b.sql()));
  }

  private static String number(String operator, SqlType type, String a, String b) {
    if (type == NUMERIC && (operator.equals("*") || operator.equals("/"))) {
      String function = operator.equals("*") ? "bq_numeric_mul" : "bq_numeric_div";
      return "CAST("
          + function
          + "(CAST("
          + a
          + " AS VARCHAR), CAST("
          + b
          + " AS VARCHAR)) AS DECIMAL(38,9))";
    }
    if (type == FLOAT64) {
      String function =
          switch (operator) {
            case "+" -> "bq_float_add";
            case "-" -> "bq_float_sub";
            case "*" -> "bq_float_mul";
            default -> "bq_float_div";
          };
      return function + "(" + a + ", " + b + ")";
    }
    String plain = "(" + a + " " + operator + " " + b + ")";
    return type == NUMERIC ? "CAST(" + plain + " AS DECIMAL(38,9))" : plain;
  }

  /// DATE and a number of days.
  private static @Nullable Typed days(Ast.Binary e, Typed left, Typed right) {
    boolean plus = e.operator().equals("+");
    if ((plus || e.operator().equals("-")) && left.is(DATE) && right.is(INT64)) {
      return Typed.of(DATE, "bq_days(" + left.sql() + ", " + e.operator() + right.sql() + ")");
    }
    if (plus && left.is(INT64) && right.is(DATE)) {
      return Typed.of(DATE, "bq_days(" + right.sql() + ", " + left.sql() + ")");
    }
    return null;
  }

  /// `a || b || c`, of any number of operands.
  public static Typed concatenated(Position at, List<Typed> operands) throws SqlException {
    needTyped(at, "||", operands.toArray(Typed[]::new));
    return concat(at, "operator ||", operands);
  }

  /// CONCAT and `||`: NULL if any is NULL; what is no text becomes text. CONCAT joins no arrays,
  /// `||` and ARRAY_CONCAT do.
  static Typed concat(Position at, String what, List<Typed> values) throws SqlException {
    if (!what.equals("function CONCAT")
        && values.stream().allMatch(v -> v.type() instanceof SqlType.Array || v.isNull())
        && values.stream().anyMatch(v -> v.type() instanceof SqlType.Array)) {
      List<Typed> same = Conditionals.same(at, what, values);
      StringBuilder sql = new StringBuilder(same.getFirst().sql());
      for (Typed value : same.subList(1, same.size())) {
        String left = sql.toString();
        sql.setLength(0);
        sql.append("bq_array_concat(").append(left).append(", ").append(value.sql()).append(')');
      }
      return Typed.of(same.getFirst().type(), sql.toString());
    }
    // A literal text beside bytes is bytes.
    boolean bytes = values.stream().anyMatch(v -> v.is(BYTES));
    for (Typed value : values) {
      bytes &= Coercion.to(BYTES, value) != null;
    }
    List<String> parts = new ArrayList<>();
    for (Typed value : values) {
      Typed blob = bytes ? Coercion.to(BYTES, value) : null;
      parts.add(blob == null ? text(at, what, value, values) : blob.sql());
    }
    return Typed.of(bytes ? BYTES : STRING, joined(parts, bytes));
  }

  /// The parts in a row, unless they are larger together than a row may be: two that are no
  /// literals can double with each level.
  private static String joined(List<String> parts, boolean bytes) {
    if (parts.stream().filter(p -> p.indexOf('(') >= 0 || p.indexOf('\'') < 0).count() < 2) {
      return "(" + String.join(" || ", parts) + ")";
    }
    List<String> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      fields.add("p" + i + " := " + parts.get(i));
      names.add("struct_extract(\"r!\", 'p" + i + "')");
    }
    String length = bytes ? "octet_length(" : "strlen(";
    String size = length + String.join(") + " + length, names) + ")";
    return "list_transform([struct_pack("
        + String.join(", ", fields)
        + ")], lambda \"r!\": CASE WHEN "
        + size
        + " > 104857600 THEN CAST(bq_fail('Cannot query rows larger than 100MB limit.') AS "
        + (bytes ? "BLOB" : "VARCHAR")
        + ") ELSE "
        + String.join(" || ", names)
        + " END)[1]";
  }

  private static String text(Position at, String what, Typed value, List<Typed> all)
      throws SqlException {
    Typed text = Coercion.to(STRING, value);
    if (text != null) {
      return text.sql();
    }
    if (value.is(BYTES)
        || value.is(SqlType.Scalar.JSON)
        || value.is(SqlType.Scalar.INTERVAL)
        || !(value.type() instanceof SqlType.Scalar)
        || !ValueFormatter.has(value.type())) {
      throw mismatch(at, what, all);
    }
    return ValueFormatter.cast(value, false);
  }

  static SqlException mismatch(Position at, String operator, List<Typed> values) {
    String subject =
        operator.startsWith("operator ") || operator.startsWith("function ")
            ? operator
            : "operator " + operator;
    return at.invalid(
        "No matching signature for "
            + subject
            + " for argument types: "
            + String.join(
                ", ",
                values.stream().map(v -> v.isNull() ? "NULL" : v.type().toString()).toList()));
  }
}
