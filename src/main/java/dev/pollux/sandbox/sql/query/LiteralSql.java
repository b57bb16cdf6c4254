package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.value.CastReader;
import dev.pollux.sandbox.sql.value.DateReader;
import dev.pollux.sandbox.sql.value.JsonFunctions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Literals and parameters as DuckDB says them. Values are read here, so that a wrong one is
/// refused before anything runs.
final class LiteralSql {
  private LiteralSql() {}

  static Typed of(Ast.Literal literal) throws SqlException {
    SqlType.@Nullable Scalar type = literal.type();
    Object value = literal.value();
    if (type == null || value == null) {
      return Typed.nothing();
    }
    try {
      if (value instanceof byte[] bytes) {
        return Typed.of(type, DuckSyntax.bytes(bytes));
      }
      String text = value.toString();
      return switch (type) {
        case STRING -> new Typed(type, DuckSyntax.text(text), Typed.Form.STRING, text);
        case INT64, FLOAT64 -> new Typed(type, sql(type, text), Typed.Form.NUMBER, text);
        default -> Typed.of(type, sql(type, text));
      };
    } catch (IllegalArgumentException e) {
      boolean named = type != SqlType.Scalar.INT64 && type != SqlType.Scalar.FLOAT64;
      throw literal
          .at()
          .invalid(
              named
                  ? "Invalid " + type + " literal: " + e.getMessage()
                  : "Invalid "
                      + (type == SqlType.Scalar.INT64 ? "integer" : "floating point")
                      + " literal: "
                      + value);
    }
  }

  /// A value of a scalar type from its text, as DuckDB says it.
  ///
  /// @throws IllegalArgumentException if the text is no such value
  static String sql(SqlType.Scalar type, String text) {
    return switch (type) {
      case STRING, BIGNUMERIC, GEOGRAPHY -> DuckSyntax.text(text);
      case BYTES -> DuckSyntax.bytes(Base64.getDecoder().decode(text));
      case INT64 -> "CAST('" + CastReader.int64(text) + "' AS BIGINT)";
      case FLOAT64 -> "CAST('" + CastReader.float64(text) + "' AS DOUBLE)";
      case NUMERIC -> "CAST('" + CastReader.numeric(text) + "' AS DECIMAL(38,9))";
      case BOOL -> CastReader.bool(text) ? "true" : "false";
      case DATE -> "CAST('" + DateReader.date(text) + "' AS DATE)";
      case TIME -> "CAST('" + DateReader.time(text) + "' AS TIME)";
      case DATETIME -> "CAST('" + DateReader.datetime(text) + "' AS TIMESTAMP)";
      case TIMESTAMP -> "make_timestamptz(CAST('" + DateReader.timestamp(text) + "' AS BIGINT))";
      case JSON -> "CAST(" + DuckSyntax.text(JsonFunctions.parse(text)) + " AS JSON)";
      case INTERVAL -> throw new IllegalArgumentException("INTERVAL is not supported");
    };
  }

  static Typed parameter(Position at, Parameter parameter) throws SqlException {
    return switch (parameter) {
      case Parameter.Single single -> single(at, single);
      case Parameter.Many many -> {
        List<String> items = new ArrayList<>();
        for (Parameter item : many.values()) {
          items.add(parameter(at, item).sql());
        }
        SqlType type = many.type();
        yield Typed.of(
            type, "CAST([" + String.join(", ", items) + "] AS " + DuckSyntax.type(type) + ")");
      }
      case Parameter.Fields fields -> {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < fields.values().size(); i++) {
          parts.add(
              DuckSyntax.name(DuckSyntax.field(fields.type(), i))
                  + " := "
                  + parameter(at, fields.values().get(i)).sql());
        }
        yield Typed.of(fields.type(), "struct_pack(" + String.join(", ", parts) + ")");
      }
    };
  }

  private static Typed single(Position at, Parameter.Single single) throws SqlException {
    String value = single.value();
    if (value == null) {
      return Typed.of(single.type(), "CAST(NULL AS " + DuckSyntax.type(single.type()) + ")");
    }
    try {
      String sql = sql(single.type(), value);
      return single.type() == SqlType.Scalar.STRING
          ? new Typed(single.type(), sql, Typed.Form.PLAIN, value)
          : Typed.of(single.type(), sql);
    } catch (IllegalArgumentException e) {
      throw at.invalid(
          "Invalid value for a query parameter of type " + single.type() + ": " + value);
    }
  }
}
