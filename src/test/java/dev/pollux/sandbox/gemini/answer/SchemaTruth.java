package dev.pollux.sandbox.gemini.answer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Says where an answer is not true to a schema. Written apart from the code that makes answers.
final class SchemaTruth {
  private SchemaTruth() {}

  static List<String> faults(JsonNode schema, JsonNode value, String where) {
    List<String> faults = new ArrayList<>();
    if (value.isNull()) {
      require(faults, schema.path("nullable").asBoolean(false), where + " is null");
      return faults;
    }
    switch (schema.path("type").asString()) {
      case "STRING" -> string(faults, schema, value, where);
      case "BOOLEAN" -> require(faults, value.isBoolean(), where + " is no boolean");
      case "INTEGER", "NUMBER" -> {
        boolean whole = schema.path("type").asString().equals("INTEGER");
        require(faults, whole ? value.isIntegralNumber() : value.isNumber(), where + " no number");
        double number = value.asDouble();
        require(faults, number >= schema.path("minimum").asDouble(-1e300), where + " too small");
        require(faults, number <= schema.path("maximum").asDouble(1e300), where + " too great");
      }
      case "ARRAY" -> {
        require(faults, value.isArray(), where + " is no array");
        require(faults, value.size() >= schema.path("minItems").asInt(0), where + " too short");
        require(faults, value.size() <= schema.path("maxItems").asInt(9999), where + " too long");
        for (int i = 0; i < value.size(); i++) {
          faults.addAll(faults(schema.path("items"), value.get(i), where + "[" + i + "]"));
        }
      }
      default -> {
        require(faults, value.isObject(), where + " is no object");
        for (JsonNode name : schema.path("required")) {
          require(faults, value.has(name.asString()), where + " lacks " + name);
        }
        for (var field : value.properties()) {
          JsonNode described = schema.path("properties").path(field.getKey());
          require(faults, !described.isMissingNode(), where + " invents " + field.getKey());
          faults.addAll(faults(described, field.getValue(), where + "." + field.getKey()));
        }
      }
    }
    return faults;
  }

  private static void string(List<String> faults, JsonNode schema, JsonNode value, String where) {
    require(faults, value.isString(), where + " is no string");
    String text = value.asString();
    require(faults, text.length() >= schema.path("minLength").asInt(0), where + " too short");
    require(faults, text.length() <= schema.path("maxLength").asInt(1 << 30), where + " too long");
    if (schema.has("enum")) {
      boolean one = schema.path("enum").valueStream().anyMatch(value::equals);
      require(faults, one, where + " is none of the enum");
    }
    if (schema.has("pattern")) {
      require(
          faults, text.matches(schema.path("pattern").asString()), where + " misses the pattern");
    }
    switch (schema.path("format").asString("")) {
      case "date" -> LocalDate.parse(text);
      case "date-time" -> OffsetDateTime.parse(text);
      case "uuid" -> UUID.fromString(text);
      default -> {}
    }
  }

  private static void require(List<String> faults, boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
