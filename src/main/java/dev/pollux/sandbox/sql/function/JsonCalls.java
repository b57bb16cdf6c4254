package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.JSON;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import dev.pollux.sandbox.sql.value.JsonPath;
import java.util.ArrayList;
import java.util.List;

/// JSON functions with a path, and constructors of JSON values.
record JsonCalls(Operands operands) {
  Typed call(Ast.Call call) throws SqlException {
    return switch (call.name()) {
      case "JSON_OBJECT" -> object(call);
      case "JSON_ARRAY" -> array(call);
      default -> path(call);
    };
  }

  private Typed path(Ast.Call call) throws SqlException {
    List<Typed> arguments = new Conditionals(operands).arguments(call);
    Typed json = arguments.getFirst();
    boolean text = json.is(STRING) || json.isNull();
    if ((!text && !json.is(JSON)) || arguments.size() > 2) {
      throw Operators.mismatch(call.at(), "function " + call.name(), arguments);
    }
    String path = arguments.size() == 1 ? "$" : arguments.get(1).literal();
    if (path == null) {
      throw call.at().unsupported("A JSONPath that is not a literal");
    }
    boolean legacy = call.name().startsWith("JSON_EXTRACT");
    try {
      JsonPath.parse(path, legacy);
    } catch (IllegalArgumentException e) {
      throw call.at().invalid(String.valueOf(e.getMessage()));
    }
    String source =
        text
            ? json.isNull() ? "CAST(NULL AS VARCHAR)" : json.sql()
            : "bq_json(CAST(" + json.sql() + " AS VARCHAR))";
    String rest = "(" + source + ", " + DuckSyntax.text(path) + ")";
    return switch (call.name()) {
      case "JSON_VALUE" -> Typed.of(STRING, "bq_json_value" + rest);
      case "JSON_EXTRACT_SCALAR" -> Typed.of(STRING, "bq_json_extract_scalar" + rest);
      case "JSON_QUERY", "JSON_EXTRACT" -> {
        if (!text) {
          if (legacy) {
            throw call.at().unsupported("JSON_EXTRACT of a JSON value; JSON_QUERY");
          }
          yield Typed.of(JSON, "CAST(bq_json_at" + rest + " AS JSON)");
        }
        yield Typed.of(STRING, (legacy ? "bq_json_extract" : "bq_json_query") + rest);
      }
      case "JSON_VALUE_ARRAY" -> array(STRING, "bq_json_strings" + rest);
      case "JSON_QUERY_ARRAY" -> array(text ? STRING : JSON, "bq_json_items" + rest);
      default -> throw call.at().unsupported("Function " + call.name());
    };
  }

  private static Typed array(SqlType element, String sql) {
    String texts = "CAST(CAST(" + sql + " AS JSON) AS VARCHAR[])";
    return Typed.of(
        new SqlType.Array(element),
        element == JSON ? "list_transform(" + texts + ", lambda j: CAST(j AS JSON))" : texts);
  }

  private Typed object(Ast.Call call) throws SqlException {
    List<Typed> arguments =
        operands.all(call.arguments().stream().map(Ast.Argument::value).toList());
    if (arguments.size() % 2 != 0) {
      throw call.at().unsupported("JSON_OBJECT of arrays");
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (arguments.get(i).type() instanceof SqlType.Array) {
        throw call.at().unsupported("JSON_OBJECT of arrays");
      }
      if (!arguments.get(i).is(STRING)) {
        throw Operators.mismatch(call.at(), "function JSON_OBJECT", arguments);
      }
      parts.add(
          (i == 0 ? "'{' || " : "',' || ")
              + "bq_json_text("
              + arguments.get(i).sql()
              + ") || ':' || "
              + item(call, arguments.get(i + 1)));
    }
    String text = parts.isEmpty() ? "'{}'" : String.join(" || ", parts) + " || '}'";
    return Typed.of(JSON, "CAST(bq_json(" + text + ") AS JSON)");
  }

  private Typed array(Ast.Call call) throws SqlException {
    List<String> parts = new ArrayList<>();
    for (Typed value : operands.all(call.arguments().stream().map(Ast.Argument::value).toList())) {
      parts.add(item(call, value));
    }
    String text =
        parts.isEmpty() ? "'[]'" : "'[' || " + String.join(" || ',' || ", parts) + " || ']'";
    return Typed.of(JSON, "CAST(bq_json(" + text + ") AS JSON)");
  }

  private static String item(Ast.Call call, Typed value) throws SqlException {
    if (!ValueFormatter.hasJson(value.type())) {
      throw call.at().unsupported(call.name() + " of " + value.type());
    }
    return value.isNull()
        ? "'null'"
        : ValueFormatter.json(
            value.type(),
            value.sql(),
            0,
            ValueFormatter.Wide.refused("Invalid input to " + call.name() + ": "));
  }
}
