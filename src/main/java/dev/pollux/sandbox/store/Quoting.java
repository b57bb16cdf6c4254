package dev.pollux.sandbox.store;

/// Quoting for DuckDB.
final class Quoting {
  private Quoting() {}

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /// A text inside of a list that is a setting: there a backslash escapes.
  static String listed(String literal) {
    return '\'' + literal.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }

  static String text(String literal) {
    return '\'' + literal.replace("'", "''") + '\'';
  }
}
