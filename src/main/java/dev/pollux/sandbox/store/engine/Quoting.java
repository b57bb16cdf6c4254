package dev.pollux.sandbox.store.engine;

/// Quoting for DuckDB.
public final class Quoting {
  private Quoting() {}

  /// A name.
  public static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /// A text inside of a list that is a setting: there a backslash escapes.
  static String listed(String literal) {
    return '\'' + literal.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }

  /// A text.
  public static String text(String literal) {
    return '\'' + literal.replace("'", "''") + '\'';
  }
}
