package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.sql.type.Parameter;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `queryParameters` with `parameterMode`, as the translator takes them.
final class QueryParameters {
  private QueryParameters() {}

  /// @throws Failure if the mode, a type or a value is not one of the service's
  static Parameters read(JsonNode query) {
    JsonNode list = query.path("queryParameters");
    String mode = query.path("parameterMode").asString("");
    Map<String, Parameter> named = new LinkedHashMap<>();
    List<Parameter> positional = new ArrayList<>();
    for (JsonNode node : list) {
      String name = node.path("name").asString("");
      Parameter parameter =
          parameter(type(node.path("parameterType")), node.path("parameterValue"));
      if (name.isEmpty()) {
        positional.add(parameter);
      } else if (named.put(name, parameter) != null) {
        throw new Failure(Reason.INVALID, "Duplicate parameter name " + name);
      }
    }
    boolean byName = mode.equalsIgnoreCase("NAMED");
    if ((byName && !positional.isEmpty())
        || (mode.equalsIgnoreCase("POSITIONAL") && !named.isEmpty())
        || (!named.isEmpty() && !positional.isEmpty())) {
      throw new Failure(
          Reason.INVALID, "Parameters must be all named or all positional, as parameterMode says");
    }
    return new Parameters(named, positional);
  }

  private static SqlType type(JsonNode node) {
    String name = node.path("type").asString("").toUpperCase(Locale.ROOT);
    return switch (name) {
      case "ARRAY" -> new SqlType.Array(type(node.path("arrayType")));
      case "STRUCT" -> {
        List<SqlColumn> fields = new ArrayList<>();
        for (JsonNode field : node.path("structTypes")) {
          fields.add(new SqlColumn(field.path("name").asString(""), type(field.path("type"))));
        }
        yield new SqlType.Struct(fields);
      }
      case "RANGE" -> new SqlType.Range(type(node.path("rangeElementType")));
      case "INTEGER" -> SqlType.Scalar.INT64;
      case "FLOAT" -> SqlType.Scalar.FLOAT64;
      case "BOOLEAN" -> SqlType.Scalar.BOOL;
      default -> {
        try {
          yield SqlType.Scalar.valueOf(name);
        } catch (IllegalArgumentException e) {
          throw new Failure(Reason.INVALID, "Invalid query parameter type: " + name, e);
        }
      }
    };
  }

  private static Parameter parameter(SqlType type, JsonNode value) {
    return switch (type) {
      case SqlType.Scalar scalar -> {
        if (scalar == SqlType.Scalar.INTERVAL) {
          throw new Failure(
              Reason.NOT_IMPLEMENTED,
              "The sandbox does not serve query parameters of type INTERVAL");
        }
        yield new Parameter.Single(scalar, text(value));
      }
      case SqlType.Array array -> {
        List<Parameter> values = new ArrayList<>();
        for (JsonNode element : value.path("arrayValues")) {
          values.add(parameter(array.element(), element));
        }
        yield new Parameter.Many(array.element(), values);
      }
      case SqlType.Struct struct -> {
        List<Parameter> values = new ArrayList<>();
        for (SqlColumn field : struct.fields()) {
          values.add(parameter(field.type(), value.path("structValues").path(field.name())));
        }
        yield new Parameter.Fields(struct, values);
      }
      case SqlType.Range _ ->
          throw new Failure(
              Reason.NOT_IMPLEMENTED, "The sandbox does not serve query parameters of type RANGE");
    };
  }

  private static @Nullable String text(JsonNode value) {
    JsonNode text = value.path("value");
    if (text.isContainer()) {
      throw new Failure(
          Reason.INVALID,
          "Invalid value at 'query_parameters.parameter_value.value' (TYPE_STRING), " + text);
    }
    return text.isMissingNode() || text.isNull() ? null : text.asString("");
  }
}
