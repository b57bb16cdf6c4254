package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.function.Signatures;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds what a path of names means.
final class NameResolution {
  /// Functions that need no parentheses.
  private static final Set<String> NOW =
      Set.of("CURRENT_DATE", "CURRENT_DATETIME", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private NameResolution() {}

  static Typed find(Ast.Name name, NameScope scope, @Nullable Set<String> keys)
      throws SqlException {
    @Nullable Set<String> grouped = keys;
    for (NameScope here = scope; here != null; here = here.outer()) {
      Typed found = here(name, here, grouped);
      if (found != null) {
        return found;
      }
      grouped = null;
    }
    String first = name.path().getFirst();
    if (NOW.contains(first.toUpperCase(Locale.ROOT)) && name.path().size() == 1) {
      return Signatures.call(name.at(), first.toUpperCase(Locale.ROOT), List.of());
    }
    if (first.toUpperCase(Locale.ROOT).startsWith("_PARTITION")) {
      throw name.at().unsupported("The column " + first);
    }
    throw name.at().invalid("Unrecognized name: " + first);
  }

  private static @Nullable Typed here(Ast.Name name, NameScope scope, @Nullable Set<String> keys)
      throws SqlException {
    String first = name.path().getFirst();
    List<NameScope.Seen> columns = scope.named(first);
    NameScope.RangeVariable range = scope.range(first);
    if (range != null) {
      return ranged(name, range, keys);
    }
    if (columns.size() > 1) {
      throw name.at().invalid("Column name " + first + " is ambiguous");
    }
    if (columns.isEmpty()) {
      return null;
    }
    return fields(name, grouped(name, columns.getFirst().value(), keys, first), 1);
  }

  private static Typed ranged(
      Ast.Name name, NameScope.RangeVariable range, @Nullable Set<String> keys)
      throws SqlException {
    String first = name.path().getFirst();
    if (name.path().size() == 1) {
      return grouped(name, range.row(), keys, first);
    }
    String column = name.path().get(1);
    List<NameScope.Seen> found = range.named(column);
    if (found.isEmpty()) {
      if (!(range.row().type() instanceof SqlType.Struct)) {
        return fields(name, grouped(name, range.row(), keys, first), 1);
      }
      throw name.at().invalid("Name " + column + " not found inside " + first);
    }
    if (found.size() > 1) {
      throw name.at().invalid("Column name " + column + " is ambiguous");
    }
    return fields(name, grouped(name, found.getFirst().value(), keys, first + "." + column), 2);
  }

  private static Typed grouped(Ast.Name name, Typed value, @Nullable Set<String> keys, String shown)
      throws SqlException {
    if (keys != null && !keys.contains(value.sql())) {
      throw name.at()
          .invalid(
              "SELECT list expression references column "
                  + shown
                  + " which is neither grouped nor aggregated");
    }
    return value;
  }

  /// Follows the rest of a path into a value.
  static Typed fields(Ast.Name name, Typed value, int from) throws SqlException {
    Typed here = value;
    for (String field : name.path().subList(from, name.path().size())) {
      here = field(name.at(), here, field);
    }
    return here;
  }

  static Typed field(Position at, Typed base, String name) throws SqlException {
    if (base.is(SqlType.Scalar.JSON)) {
      return Typed.of(
          SqlType.Scalar.JSON,
          "CAST(bq_json_get(CAST("
              + base.sql()
              + " AS VARCHAR), "
              + DuckSyntax.text(name)
              + ") AS JSON)");
    }
    if (!(base.type() instanceof SqlType.Struct struct)) {
      throw at.invalid("Cannot access field " + name + " on a value with type " + base.type());
    }
    int[] places =
        IntStream.range(0, struct.fields().size())
            .filter(i -> struct.fields().get(i).name().equalsIgnoreCase(name))
            .toArray();
    return switch (places.length) {
      case 0 -> throw at.invalid("Field name " + name + " does not exist in " + struct);
      case 1 -> fieldAt(struct, base, places[0]);
      default -> throw at.invalid("Struct field name " + name + " is ambiguous");
    };
  }

  static Typed fieldAt(SqlType.Struct struct, Typed base, int index) {
    return Typed.of(
        struct.fields().get(index).type(),
        "struct_extract("
            + base.sql()
            + ", "
            + DuckSyntax.text(DuckSyntax.field(struct, index))
            + ")");
  }
}
