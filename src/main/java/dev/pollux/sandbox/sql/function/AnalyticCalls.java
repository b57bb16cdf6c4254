package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The functions that need OVER, and what stands behind it.
record AnalyticCalls(Operands operands) {
  static final Set<String> NAMES =
      Set.of(
          "ROW_NUMBER",
          "RANK",
          "DENSE_RANK",
          "PERCENT_RANK",
          "CUME_DIST",
          "NTILE",
          "LAG",
          "LEAD",
          "FIRST_VALUE",
          "LAST_VALUE",
          "NTH_VALUE");

  static boolean is(String name) {
    return NAMES.contains(name);
  }

  /// OVER, as DuckDB has it.
  String window(Ast.Window over) throws SqlException {
    List<String> parts = new ArrayList<>();
    if (!over.partition().isEmpty()) {
      parts.add(
          "PARTITION BY "
              + operands.all(over.partition()).stream()
                  .map(Typed::sql)
                  .collect(Collectors.joining(", ")));
    }
    if (!over.order().isEmpty()) {
      parts.add(new Ordering(operands).clause(over.order()));
    }
    parts.add(over.frame());
    return " OVER (" + String.join(" ", parts) + ")";
  }

  /// @param over of [#window]
  Typed typed(Ast.Call call, String over) throws SqlException {
    List<Typed> arguments =
        operands.all(call.arguments().stream().map(Ast.Argument::value).toList());
    String name = call.name().toLowerCase(java.util.Locale.ROOT);
    if (arguments.isEmpty()) {
      SqlType type = Set.of("PERCENT_RANK", "CUME_DIST").contains(call.name()) ? FLOAT64 : INT64;
      return Typed.of(type, "CAST(" + name + "()" + over + " AS " + DuckSyntax.type(type) + ")");
    }
    Typed first = arguments.getFirst();
    String place = arguments.size() > 1 ? arguments.get(1).literal() : null;
    boolean zeroth = call.name().equals("NTH_VALUE") && "0".equals(place);
    if (zeroth || (place != null && place.startsWith("-"))) {
      throw call.at()
          .invalid("The second argument of " + call.name() + " is out of range: " + place);
    }
    if (List.of("FIRST_VALUE", "LAST_VALUE").contains(call.name())
        && isNull(call.arguments().getFirst().value())) {
      throw call.at().invalid("The argument to " + call.name() + " must be non-NULL");
    }
    if (call.name().equals("NTILE")) {
      return Typed.of(INT64, "ntile(" + first.sql() + ")" + over);
    }
    if (arguments.size() == 3) {
      Typed fallback = Coercion.to(first.type(), arguments.get(2));
      if (fallback == null) {
        throw Operators.mismatch(call.at(), "function " + call.name(), arguments);
      }
      arguments.set(2, fallback);
    }
    String nulls = call.nulls().isEmpty() ? "" : " " + call.nulls() + " NULLS";
    return Typed.of(
        first.type(),
        name
            + "("
            + arguments.stream().map(Typed::sql).collect(Collectors.joining(", "))
            + nulls
            + ")"
            + over);
  }

  private static boolean isNull(Ast.Expr expr) {
    return switch (expr) {
      case Ast.Literal literal -> literal.type() == null;
      case Ast.Cast cast -> isNull(cast.operand());
      default -> false;
    };
  }
}
