package dev.pollux.sandbox.sql;

import java.util.List;

/// Turns GoogleSQL into DuckDB's SQL. What is outside of the subset (see the package) is refused,
/// never run with another meaning.
public final class GoogleSql {
  private GoogleSql() {}

  /// Translates one statement.
  ///
  /// @throws SqlException if BigQuery would refuse it, or it is outside of the subset
  public static Translation translate(String sql, Parameters parameters, TableCatalog catalog)
      throws SqlException {
    return new Statements(new TokenCursor(Lexer.tokens(sql)), new Context(catalog, parameters))
        .statement();
  }

  /// A JSON value as a JSON column keeps it, and as PARSE_JSON makes it: keys in order, numbers in
  /// one spelling, those that 64 bits cannot hold rounded.
  ///
  /// @throws IllegalArgumentException if it is not JSON
  public static String json(String text) {
    return JsonText.print(JsonText.parse(text), true);
  }

  /// Statements to run once on a database before any translation, after [#functions] are
  /// registered.
  public static List<String> macros() {
    return Macros.list();
  }

  /// Functions to register once on a database.
  public static List<ScalarFunction> functions() {
    return JavaFunctions.list();
  }
}
