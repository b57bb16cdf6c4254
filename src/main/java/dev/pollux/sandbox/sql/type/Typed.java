package dev.pollux.sandbox.sql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression that was understood: its type, and how DuckDB says it. A literal can still become
/// another type; then `literal` is its text, or null for NULL. `parts` are the fields of a struct
/// that is written out, and the items of an array that is made of literals.
public record Typed(
    SqlType type, String sql, Form form, @Nullable String literal, @Nullable List<Typed> parts) {
  /// What it is besides a value of its type.
  public enum Form {
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

  public Typed {
    if (sql.length() > LONGEST) {
      throw new TooLong();
    }
  }

  /// A statement that becomes too long when it is translated. Unchecked, because every part of a
  /// translation can find it; who translates says it as a refusal.
  public static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// What has no parts that are known.
  public Typed(SqlType type, String sql, Form form, @Nullable String literal) {
    this(type, sql, form, literal, null);
  }

  /// Any value that is no literal.
  public static Typed of(SqlType type, String sql) {
    return new Typed(type, sql, Form.PLAIN, null);
  }

  /// NULL, which is INT64 as long as nothing else is wanted of it.
  public static Typed nothing() {
    return new Typed(SqlType.Scalar.INT64, "CAST(NULL AS BIGINT)", Form.NULL, null);
  }

  /// The same value under the name that a subquery gives it. Literals stay what they are; the
  /// fields of a struct may not, because they read rows.
  public Typed named(String name) {
    return new Typed(type, name, form, literal, type instanceof SqlType.Array ? parts : null);
  }

  /// Whether it is of this type.
  public boolean is(SqlType.Scalar scalar) {
    return type == scalar;
  }

  /// Whether it is the literal NULL.
  public boolean isNull() {
    return form == Form.NULL;
  }

  /// The same value, with its type settled.
  Typed plain() {
    return form == Form.PLAIN ? this : of(type, sql);
  }
}
