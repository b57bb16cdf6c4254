package dev.pollux.sandbox.sql;

import static dev.pollux.sandbox.sql.SqlType.Scalar.BIGNUMERIC;
import static dev.pollux.sandbox.sql.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.SqlType.Scalar.NUMERIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes another type by itself
/// ([rules](https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_rules)).
final class Coercion {
  private static final Set<SqlType> FROM_TEXT =
      Set.of(DATE, DATETIME, SqlType.Scalar.TIMESTAMP, SqlType.Scalar.TIME, SqlType.Scalar.BYTES);

  private Coercion() {}

  /// The value as another type, or null if it does not become one.
  static @Nullable Typed to(SqlType target, Typed value) throws SqlException {
    if (value.form() == Typed.Form.FAILS) {
      return Typed.of(target, cast(String.valueOf(value.literal()), target));
    }
    if (value.type().equals(target)) {
      return value.isNull() || value.form() == Typed.Form.EMPTY_ARRAY
          ? Typed.of(target, cast(value.sql(), target))
          : value;
    }
    if (value.isNull()) {
      return Typed.of(target, cast("NULL", target));
    }
    if (value.form() == Typed.Form.EMPTY_ARRAY && target instanceof SqlType.Array) {
      return Typed.of(target, cast("[]", target));
    }
    if (value.form() == Typed.Form.STRING && FROM_TEXT.contains(target)) {
      return Casts.cast(value.plain(), target, false);
    }
    if (value.form() == Typed.Form.NUMBER && value.is(FLOAT64) && target == NUMERIC) {
      return Casts.cast(
          Typed.of(SqlType.Scalar.STRING, DuckSyntax.text(String.valueOf(value.literal()))),
          target,
          false);
    }
    if (widens(value.type(), target)) {
      return Casts.cast(value.plain(), target, false);
    }
    if (value.type() instanceof SqlType.Struct from && target instanceof SqlType.Struct struct) {
      return struct(value, from, struct);
    }
    return null;
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

  private static @Nullable Typed struct(Typed value, SqlType.Struct from, SqlType.Struct to)
      throws SqlException {
    if (from.fields().size() != to.fields().size()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    List<Typed> told = value.parts();
    for (int i = 0; i < from.fields().size(); i++) {
      Typed part =
          told != null
              ? to(to.fields().get(i).type(), told.get(i))
              : to(
                  to.fields().get(i).type(),
                  Typed.of(
                      from.fields().get(i).type(),
                      "struct_extract("
                          + value.sql()
                          + ", "
                          + DuckSyntax.text(DuckSyntax.field(from, i))
                          + ")"));
      if (part == null) {
        return null;
      }
      parts.add(DuckSyntax.name(DuckSyntax.field(to, i)) + " := " + part.sql());
    }
    if (told != null) {
      return Typed.of(to, "struct_pack(" + String.join(", ", parts) + ")");
    }
    return Typed.of(
        to,
        "CASE WHEN ("
            + value.sql()
            + ") IS NOT NULL THEN struct_pack("
            + String.join(", ", parts)
            + ") END");
  }

  /// The type that all of these become, or null if there is none.
  static @Nullable SqlType common(List<Typed> values) throws SqlException {
    List<Typed> firm =
        values.stream()
            .filter(v ->
                v.form() == Typed.Form.PLAIN
                    || v.form() == Typed.Form.STRING
                    || v.form() == Typed.Form.NUMBER)
            .toList();
    if (firm.isEmpty()) {
      return values.stream()
          .filter(v -> !v.isNull())
          .findFirst()
          .<SqlType>map(Typed::type)
          .orElse(INT64);
    }
    List<SqlType> candidates =
        new ArrayList<>(
            firm.stream().filter(v -> v.form() == Typed.Form.PLAIN).map(Typed::type).toList());
    candidates.addAll(firm.stream().map(Typed::type).toList());
    for (SqlType candidate : candidates) {
      if (fits(candidate, values)) {
        return candidate;
      }
    }
    return fits(FLOAT64, values) ? FLOAT64 : null;
  }

  private static boolean fits(SqlType type, List<Typed> values) throws SqlException {
    for (Typed value : values) {
      if (to(type, value) == null) {
        return false;
      }
    }
    return true;
  }
}
