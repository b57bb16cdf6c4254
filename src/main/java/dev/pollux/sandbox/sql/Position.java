package dev.pollux.sandbox.sql;

/// A place in a statement, counted from one.
record Position(int line, int column) {
  SqlException invalid(String message) {
    return SqlException.invalid(message + " at " + this);
  }

  SqlException unsupported(String what) {
    return SqlException.notImplemented(what + " is not served by the sandbox at " + this);
  }

  @Override
  public String toString() {
    return "[" + line + ":" + column + "]";
  }
}
