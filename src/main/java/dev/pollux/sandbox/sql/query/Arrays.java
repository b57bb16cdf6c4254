package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Supertype;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Constructors of arrays and structs, and places in arrays.
final class Arrays {
  private Arrays() {}

  static Typed index(Ast.Index e, Typed base, Typed index) throws SqlException {
    if (base.is(SqlType.Scalar.JSON) && e.mode().isEmpty()) {
      String json = "CAST(" + base.sql() + " AS VARCHAR)";
      return Typed.of(
          SqlType.Scalar.JSON,
          index.is(SqlType.Scalar.STRING)
              ? "CAST(bq_json_get(" + json + ", " + index.sql() + ") AS JSON)"
              : "CAST(bq_json_at(" + json + ", '$[' || " + index.sql() + " || ']') AS JSON)");
    }
    if (!(base.type() instanceof SqlType.Array array)) {
      throw e.at().invalid("Subscript operator not supported on values of type " + base.type());
    }
    Typed whole = Coercion.to(SqlType.Scalar.INT64, index);
    if (whole == null) {
      throw e.at()
          .invalid(
              "Array position in [] must be coercible to INT64 type, but has type " + index.type());
    }
    String macro =
        switch (e.mode()) {
          case "SAFE_OFFSET" -> "bq_safe_offset(" + base.sql() + ", " + whole.sql() + ")";
          case "SAFE_ORDINAL" -> "bq_safe_ordinal(" + base.sql() + ", " + whole.sql() + ")";
          case "ORDINAL" -> "bq_ordinal(" + base.sql() + ", " + whole.sql() + ")";
          default -> "bq_offset(" + base.sql() + ", " + whole.sql() + ")";
        };
    return Typed.of(array.element(), macro);
  }

  static Typed array(Ast.ArrayOf e, List<Typed> items) throws SqlException {
    SqlType element = e.element();
    if (element == null && items.isEmpty()) {
      return new Typed(
          new SqlType.Array(SqlType.Scalar.INT64),
          "CAST([] AS BIGINT[])",
          Typed.Form.EMPTY_ARRAY,
          null);
    }
    SqlType type = element == null ? Supertype.of(items) : element;
    if (type == null) {
      throw e.at()
          .invalid(
              "Array elements of types {"
                  + String.join(
                      ", ", items.stream().map(i -> i.type().toString()).distinct().toList())
                  + "} do not have a common supertype");
    }
    if (type instanceof SqlType.Array) {
      throw e.at()
          .invalid(
              "Cannot construct array with element type "
                  + type
                  + " because nested arrays are not supported");
    }
    List<String> sql = new ArrayList<>();
    for (Typed item : items) {
      Typed same = Coercion.to(type, item);
      if (same == null) {
        throw e.at().invalid("Array element type " + item.type() + " does not coerce to " + type);
      }
      sql.add(same.sql());
    }
    return new Typed(
        new SqlType.Array(type),
        "CAST([" + String.join(", ", sql) + "] AS " + DuckSyntax.type(type) + "[])",
        Typed.Form.PLAIN,
        null,
        element == null && items.stream().allMatch(Arrays::isLiteral) ? List.copyOf(items) : null);
  }

  private static boolean isLiteral(Typed item) {
    List<Typed> parts = item.parts();
    return switch (item.form()) {
      case STRING, NUMBER, NULL -> true;
      case PLAIN -> parts != null && parts.stream().allMatch(Arrays::isLiteral);
      case FAILS, EMPTY_ARRAY -> false;
    };
  }

  static Typed struct(Ast.StructOf e, List<Typed> values) throws SqlException {
    SqlType.@Nullable Struct declared = e.type();
    if (declared != null && declared.fields().size() != values.size()) {
      throw e.at()
          .invalid(
              "STRUCT type has "
                  + declared.fields().size()
                  + " fields but constructor call has "
                  + values.size()
                  + " fields");
    }
    List<SqlColumn> fields = new ArrayList<>();
    List<Typed> plain = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      SqlType type = declared == null ? values.get(i).type() : declared.fields().get(i).type();
      Typed value = Coercion.to(type, values.get(i));
      if (value == null) {
        throw e.at()
            .invalid(
                "Struct field "
                    + (i + 1)
                    + " has type "
                    + values.get(i).type()
                    + " which does not coerce to "
                    + type);
      }
      String name = declared == null ? e.fields().get(i).name() : declared.fields().get(i).name();
      fields.add(new SqlColumn(name, type));
      plain.add(value);
    }
    SqlType.Struct type = new SqlType.Struct(fields);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      parts.add(DuckSyntax.name(DuckSyntax.field(type, i)) + " := " + plain.get(i).sql());
    }
    return new Typed(
        type,
        "struct_pack(" + String.join(", ", parts) + ")",
        Typed.Form.PLAIN,
        null,
        declared == null ? List.copyOf(values) : null);
  }
}
