package dev.pollux.sandbox.sql;

import java.util.List;

/// Turns GoogleSQL into DuckDB's SQL. What is outside of the subset (see the package) is refused,
/// never run with another meaning.
public final class GoogleSql {
  private GoogleSql() {}

  /// Translates one statement.
  ///
  /// @throws SqlException if BigQuery would refuse it, or it is outside of the subset
  public static Translation translate(String sql, Parameters parameters, Catalog catalog)
      throws SqlException {
    return new Statements(new Tokens(Lexer.tokens(sql)), new Context(catalog, parameters))
        .statement();
  }

  /// Statements to run once on a database before any translation, after [#functions] are
  /// registered.
  public static List<String> macros() {
    return Macros.list();
  }

  /// Functions to register once on a database.
  public static List<ScalarFunction> functions() {
    return Functions.list();
  }
}
