package dev.pollux.sandbox.sql.function;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.List;

/// Understands what functions and operators are called with, and knows where the call stands.
public interface Operands {
  /// What an expression is.
  ///
  /// @throws SqlException if it means nothing here
  Typed typed(Ast.Expr expr) throws SqlException;

  /// What each of several expressions is.
  List<Typed> all(List<Ast.Expr> exprs) throws SqlException;

  /// A condition.
  ///
  /// @param where the clause or function that it stands in, for the words of a refusal
  Typed bool(Ast.Expr expr, String where) throws SqlException;

  /// A whole number that must be known now.
  ///
  /// @param clause LIMIT or OFFSET, for the words of a refusal
  String count(String clause, Ast.Expr expr) throws SqlException;

  /// Whether rows are grouped, so that an aggregate can stand here.
  boolean grouped();

  /// The same names, before grouping: what the arguments of an aggregate see.
  Operands ungrouped();

  /// Whether window functions can stand here.
  boolean windows();
}
