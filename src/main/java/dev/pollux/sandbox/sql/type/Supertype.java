package dev.pollux.sandbox.sql.type;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type that several values become together
/// ([supertypes](https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_rules#supertypes)).
public final class Supertype {
  private Supertype() {}

  /// The type that all of these become, or null if there is none.
  public static @Nullable SqlType of(List<Typed> values) {
    List<Typed> firm = values.stream().filter(Supertype::isFirm).toList();
    if (firm.isEmpty()) {
      return values.stream()
          .filter(v -> !v.isNull())
          .findFirst()
          .<SqlType>map(Typed::type)
          .orElse(INT64);
    }
    if (firm.getFirst().type() instanceof SqlType.Struct first) {
      return fits(first, values) ? first : fieldByField(first, firm, values);
    }
    List<SqlType> candidates =
        new ArrayList<>(firm.stream().filter(v -> !isLiteral(v)).map(Typed::type).toList());
    candidates.addAll(firm.stream().map(Typed::type).toList());
    candidates.add(FLOAT64);
    return candidates.stream().filter(type -> fits(type, values)).findFirst().orElse(null);
  }

  private static boolean isFirm(Typed value) {
    return switch (value.form()) {
      case PLAIN, STRING, NUMBER -> true;
      case NULL, FAILS, EMPTY_ARRAY -> false;
    };
  }

  private static boolean isLiteral(Typed value) {
    return value.form() != Typed.Form.PLAIN
        || (value.type() instanceof SqlType.Array && value.parts() != null);
  }

  private static boolean fits(SqlType type, List<Typed> values) {
    return values.stream().allMatch(value -> Coercion.becomes(type, value));
  }

  /// Names are the first one's. NULL is an INT64 in here, as it is in the struct's type.
  private static @Nullable SqlType fieldByField(
      SqlType.Struct first, List<Typed> firm, List<Typed> values) {
    List<SqlColumn> fields = new ArrayList<>();
    for (int i = 0; i < first.fields().size(); i++) {
      List<Typed> parts = new ArrayList<>();
      for (Typed value : firm) {
        if (!(value.type() instanceof SqlType.Struct struct)
            || struct.fields().size() != first.fields().size()) {
          return null;
        }
        Typed part = Coercion.part(value, struct, i);
        parts.add(isFirm(part) ? part : Typed.of(part.type(), part.sql()));
      }
      SqlType type = of(parts);
      if (type == null) {
        return null;
      }
      fields.add(new SqlColumn(first.fields().get(i).name(), type));
    }
    SqlType.Struct common = new SqlType.Struct(fields);
    return fits(common, values) ? common : null;
  }
}
