package dev.pollux.sandbox.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression that was understood: its type, and how DuckDB says it. A literal can still become
/// another type; then `literal` is its text, or null for NULL. `parts` are the fields of a struct
/// that is written out, and the items of an array that is made of literals.
record Typed(
    SqlType type, String sql, Form form, @Nullable String literal, @Nullable List<Typed> parts) {
  enum Form {
    PLAIN,
    STRING,
    NUMBER,
    NULL,
    /// ERROR(), which is of any type; its literal is the text in VARCHAR that fails.
    FAILS,
    EMPTY_ARRAY
  }

  /// Some functions name their arguments twice, so that a text can double with each level.
  private static final int LONGEST = 8 << 20;

  Typed {
    if (sql.length() > LONGEST) {
      throw new TooLong();
    }
  }

  /// A statement that becomes too long when it is translated. Unchecked, because every part of a
  /// translation can find it; [GoogleSql] says it as a refusal.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Typed(SqlType type, String sql, Form form, @Nullable String literal) {
    this(type, sql, form, literal, null);
  }

  static Typed of(SqlType type, String sql) {
    return new Typed(type, sql, Form.PLAIN, null);
  }

  static Typed nothing() {
    return new Typed(SqlType.Scalar.INT64, "CAST(NULL AS BIGINT)", Form.NULL, null);
  }

  /// The same value under the name that a subquery gives it. Literals stay what they are; the
  /// fields of a struct may not, because they read rows.
  Typed named(String name) {
    return new Typed(type, name, form, literal, type instanceof SqlType.Array ? parts : null);
  }

  boolean is(SqlType.Scalar scalar) {
    return type == scalar;
  }

  boolean isNull() {
    return form == Form.NULL;
  }

  /// The same value, with its type settled.
  Typed plain() {
    return form == Form.PLAIN ? this : of(type, sql);
  }
}
