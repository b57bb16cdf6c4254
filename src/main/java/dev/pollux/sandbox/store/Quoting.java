package dev.pollux.sandbox.store;

/// Quoting for DuckDB.
final class Quoting {
  private Quoting() {}

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String text(String literal) {
    return '\'' + literal.replace("'", "''") + '\'';
  }
}
