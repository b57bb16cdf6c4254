package dev.pollux.sandbox.store;

/// Quoting for DuckDB.
final class Names {
  private Names() {}

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String text(String literal) {
    return '\'' + literal.replace("'", "''") + '\'';
  }
}
