package dev.pollux.sandbox.sql.type;

/// A place in a statement, counted from one.
public record Position(int line, int column) {
  /// The refusal of what stands here, which BigQuery refuses too.
  public SqlException invalid(String message) {
    return SqlException.invalid(message + " at " + this);
  }

  /// The refusal of what BigQuery would serve.
  public SqlException unsupported(String what) {
    return SqlException.notImplemented(what + " is not served by the sandbox at " + this);
  }

  @Override
  public String toString() {
    return "[" + line + ":" + column + "]";
  }
}
