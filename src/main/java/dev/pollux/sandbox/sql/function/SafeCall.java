package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;

/// `SAFE.` before a function: NULL where the function fails. What fails in an argument still fails
/// ([reference](https://cloud.google.com/bigquery/docs/reference/standard-sql/functions-reference#safe_prefix)),
/// so the arguments are worked out before: as the fields of a struct that the call reads.
final class SafeCall {
  /// Always the same, so that an expression that is grouped by is known again, and no column's
  /// name.
  private static final String ROW = "\"safe!\"";

  private final Operands operands;
  private final List<String> fields = new ArrayList<>();

  SafeCall(Operands operands) {
    this.operands = operands;
  }

  Typed call(Ast.Call call) throws SqlException {
    List<Ast.Argument> arguments = new ArrayList<>();
    for (Ast.Argument argument : call.arguments()) {
      arguments.add(new Ast.Argument(argument.name(), before(argument.value())));
    }
    Typed value = new Calls(operands).plain(call.with(arguments));
    String tried = "TRY(" + value.sql() + ")";
    return Typed.of(
        value.type(),
        fields.isEmpty()
            ? tried
            : "list_transform([struct_pack("
                + String.join(", ", fields)
                + ")], lambda "
                + ROW
                + ": "
                + tried
                + ")[1]");
  }

  /// The argument, as the call reads it. What must be known as the statement is read stays.
  private Ast.Expr before(Ast.Expr argument) {
    if (argument instanceof Ast.Interval interval) {
      return new Ast.Interval(interval.at(), before(interval.amount()), interval.unit());
    }
    try {
      Typed value = operands.typed(argument);
      if (value.form() != Typed.Form.PLAIN || value.literal() != null || value.parts() != null) {
        return argument;
      }
      String field = "a" + fields.size();
      fields.add(field + " := " + value.sql());
      return new Ast.Given(
          argument.at(),
          argument,
          Typed.of(value.type(), "struct_extract(" + ROW + ", '" + field + "')"));
    } catch (SqlException e) {
      // A part of a date is no expression; what is wrong with others is said by the call.
      return argument;
    }
  }
}
