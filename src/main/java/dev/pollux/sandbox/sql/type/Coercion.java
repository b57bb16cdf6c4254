package dev.pollux.sandbox.sql.type;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.BIGNUMERIC;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.NUMERIC;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.value.CastReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What becomes another type by itself
/// ([rules](https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_rules)).
public final class Coercion {
  private static final Set<SqlType> FROM_TEXT =
      Set.of(DATE, DATETIME, SqlType.Scalar.TIMESTAMP, SqlType.Scalar.TIME, SqlType.Scalar.BYTES);

  private Coercion() {}

  /// Whether a value becomes another type; what its text says is not looked at.
  public static boolean becomes(SqlType target, Typed value) {
    if (value.form() == Typed.Form.FAILS
        || value.isNull()
        || value.type().equals(target)
        || widens(value.type(), target)) {
      return true;
    }
    return switch (value.type()) {
      case SqlType.Scalar scalar ->
          (value.form() == Typed.Form.STRING || value.form() == Typed.Form.NUMBER)
              && literalBecomes(scalar, target);
      case SqlType.Array array -> target instanceof SqlType.Array to && array(array, to, value);
      case SqlType.Struct struct ->
          target instanceof SqlType.Struct to
              && all(struct, to, i -> becomes(to.fields().get(i).type(), part(value, struct, i)));
      case SqlType.Range _ -> false;
    };
  }

  /// The value as another type, or null if it does not become one.
  ///
  /// @throws SqlException if it is a literal whose text is no such value
  public static @Nullable Typed to(SqlType target, Typed value) throws SqlException {
    if (!becomes(target, value)) {
      return null;
    }
    if (value.form() == Typed.Form.FAILS) {
      return Typed.of(target, cast(String.valueOf(value.literal()), target));
    }
    if (value.isNull()) {
      return Typed.of(target, cast(value.type().equals(target) ? value.sql() : "NULL", target));
    }
    if (value.form() == Typed.Form.EMPTY_ARRAY) {
      return Typed.of(target, cast("[]", target));
    }
    if (value.type().equals(target)) {
      return value;
    }
    if (value.form() == Typed.Form.NUMBER && value.is(FLOAT64) && target == NUMERIC) {
      try {
        String _ = CastReader.numeric(String.valueOf(value.literal()));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw SqlException.invalid(String.valueOf(e.getMessage()));
      }
      return Casts.written(value, false);
    }
    return switch (target) {
      case SqlType.Scalar _ -> Casts.cast(value.plain(), target, false);
      case SqlType.Array to -> Typed.of(to, items(value, to));
      case SqlType.Struct to -> Typed.of(to, fields(value, to));
      case SqlType.Range _ -> null;
    };
  }

  /// The value of a column that a row of INSERT is written for: in a struct that is written out,
  /// each field becomes what its column is.
  public static @Nullable Typed written(SqlType target, Typed value) throws SqlException {
    List<Typed> told = value.parts();
    if (told == null
        || !(value.type() instanceof SqlType.Struct from)
        || !(target instanceof SqlType.Struct to)
        || !all(from, to, _ -> true)) {
      return to(target, value);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Typed part = written(to.fields().get(i).type(), told.get(i));
      if (part == null) {
        return null;
      }
      parts.add(DuckSyntax.name(DuckSyntax.field(to, i)) + " := " + part.sql());
    }
    return Typed.of(to, "struct_pack(" + String.join(", ", parts) + ")");
  }

  private static String cast(String sql, SqlType type) {
    return "CAST(" + sql + " AS " + DuckSyntax.type(type) + ")";
  }

  private static boolean widens(SqlType from, SqlType to) {
    return (from == INT64 && (to == NUMERIC || to == FLOAT64))
        || (from == NUMERIC && to == FLOAT64)
        || (from == BIGNUMERIC && to == FLOAT64)
        || (from == DATE && to == DATETIME)
        || (to == BIGNUMERIC && (from == INT64 || from == NUMERIC));
  }

  private static boolean literalBecomes(SqlType from, SqlType to) {
    return from.equals(to)
        || widens(from, to)
        || (from == STRING && FROM_TEXT.contains(to))
        || (from == FLOAT64 && to == NUMERIC);
  }

  /// An empty one becomes any; one of literals what each of them becomes; the others only what has
  /// the same items but for names.
  private static boolean array(SqlType.Array from, SqlType.Array to, Typed value) {
    List<Typed> literals = value.parts();
    return value.form() == Typed.Form.EMPTY_ARRAY
        || alike(from, to)
        || (literals != null
            && literals.stream()
                .allMatch(item ->
                    item.isNull()
                        ? literalBecomes(from.element(), to.element())
                        : becomes(to.element(), settled(item))));
  }

  /// A literal struct in an array is of its type.
  private static Typed settled(Typed item) {
    return item.parts() == null ? item : Typed.of(item.type(), item.sql());
  }

  private static boolean alike(SqlType a, SqlType b) {
    return switch (a) {
      case SqlType.Array one ->
          b instanceof SqlType.Array other && alike(one.element(), other.element());
      case SqlType.Struct one ->
          b instanceof SqlType.Struct other
              && all(
                  one, other, i -> alike(one.fields().get(i).type(), other.fields().get(i).type()));
      case SqlType.Scalar _, SqlType.Range _ -> a.equals(b);
    };
  }

  private static boolean all(
      SqlType.Struct from, SqlType.Struct to, java.util.function.IntPredicate field) {
    return from.fields().size() == to.fields().size()
        && IntStream.range(0, from.fields().size()).allMatch(field);
  }

  /// A field of a struct: as it was written, or else as DuckDB finds it.
  static Typed part(Typed value, SqlType.Struct struct, int i) {
    List<Typed> told = value.parts();
    if (told != null) {
      Typed part = told.get(i);
      return part.form() == Typed.Form.EMPTY_ARRAY ? Typed.of(part.type(), part.sql()) : part;
    }
    return Typed.of(
        struct.fields().get(i).type(),
        "struct_extract("
            + value.sql()
            + ", "
            + DuckSyntax.text(DuckSyntax.field(struct, i))
            + ")");
  }

  private static String items(Typed value, SqlType.Array to) throws SqlException {
    List<Typed> literals = value.parts();
    if (literals == null) {
      SqlType element = ((SqlType.Array) value.type()).element();
      String item = DuckSyntax.name("i" + depth(to) + "!");
      return "list_transform("
          + value.sql()
          + ", lambda "
          + item
          + ": "
          + sql(to.element(), Typed.of(element, item))
          + ")";
    }
    List<String> items = new ArrayList<>();
    for (Typed item : literals) {
      items.add(sql(to.element(), settled(item)));
    }
    return cast("[" + String.join(", ", items) + "]", to);
  }

  /// How many types are one in the other: what is inside has another name than what is around it.
  private static int depth(SqlType type) {
    return switch (type) {
      case SqlType.Array array -> 1 + depth(array.element());
      case SqlType.Struct struct ->
          1 + struct.fields().stream().mapToInt(f -> depth(f.type())).max().orElse(0);
      case SqlType.Scalar _, SqlType.Range _ -> 0;
    };
  }

  private static String fields(Typed value, SqlType.Struct to) throws SqlException {
    SqlType.Struct from = (SqlType.Struct) value.type();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < from.fields().size(); i++) {
      parts.add(
          DuckSyntax.name(DuckSyntax.field(to, i))
              + " := "
              + sql(to.fields().get(i).type(), part(value, from, i)));
    }
    String packed = "struct_pack(" + String.join(", ", parts) + ")";
    return value.parts() != null
        ? packed
        : "CASE WHEN (" + value.sql() + ") IS NOT NULL THEN " + packed + " END";
  }

  private static String sql(SqlType target, Typed value) throws SqlException {
    return Objects.requireNonNull(to(target, value), "it becomes that").sql();
  }
}
