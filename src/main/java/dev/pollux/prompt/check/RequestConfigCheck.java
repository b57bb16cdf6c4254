package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether the service takes the `generationConfig` of a request, whatever the model; a figure out
/// of range or a schema that cannot be fails each row that has it.
final class RequestConfigCheck {
  private static final String CONFIG = "generationConfig.";

  /// From, to; both are taken.
  private static final Map<String, List<Double>> RANGES =
      Map.of(
          "temperature", List.of(0.0, 2.0),
          "topP", List.of(0.0, 1.0),
          "topK", List.of(1.0, 64.0),
          "candidateCount", List.of(1.0, 8.0),
          "maxOutputTokens", List.of(1.0, 65_536.0),
          "presencePenalty", List.of(-2.0, Math.nextDown(2.0)),
          "frequencyPenalty", List.of(-2.0, Math.nextDown(2.0)));

  private static final Set<String> MIME =
      Set.of("", "text/plain", "application/json", "text/x.enum");

  private final List<Finding> found;

  private RequestConfigCheck(List<Finding> found) {
    this.found = found;
  }

  /// @param config as [RequestTree] reads it
  /// @param found takes what is wrong
  static void check(JsonNode config, List<Finding> found) {
    RequestConfigCheck check = new RequestConfigCheck(found);
    RANGES.keySet().stream().sorted().forEach(name -> check.range(config, name));
    check.format(config);
    if (config.path("responseSchema").isObject()) {
      check.schema(config.path("responseSchema"), CONFIG + "responseSchema");
    }
  }

  private void range(JsonNode config, String name) {
    JsonNode value = config.path(name);
    if (!value.isNumber() && !value.isString()) {
      return;
    }
    List<Double> range = RANGES.getOrDefault(name, List.of());
    double number = number(value);
    // Text that is no number is told as such.
    if (number < range.getFirst() || number > range.getLast()) {
      stop("request.out-of-range", CONFIG + name, range.getFirst(), Math.round(range.getLast()));
    }
  }

  private static double number(JsonNode value) {
    try {
      return Double.parseDouble(value.asString());
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private void format(JsonNode config) {
    String mime = config.path("responseMimeType").asString("");
    if (!MIME.contains(mime)) {
      stop("request.mime-type", mime);
    }
    boolean two = config.has("responseSchema") && config.has("responseJsonSchema");
    if (two) {
      stop("request.two-schemas");
    }
    boolean schema = config.has("responseSchema") || config.has("responseJsonSchema");
    if (schema && (mime.isEmpty() || mime.equals("text/plain"))) {
      stop("request.schema-without-json");
    }
    JsonNode thinking = config.path("thinkingConfig");
    if (thinking.has("thinkingBudget") && thinking.has("thinkingLevel")) {
      stop("request.two-thinkings");
    }
  }

  private void schema(JsonNode schema, String path) {
    String type = schema.path("type").asString("");
    JsonNode properties = schema.path("properties");
    for (JsonNode name : schema.path("required")) {
      if (name.isString() && !properties.has(name.asString())) {
        stop("request.schema.required", name.asString(), path);
      }
    }
    boolean refers = schema.has("ref") || schema.has("anyOf");
    if (type.equals("OBJECT") && properties.isEmpty() && !refers) {
      stop("request.schema.empty", path);
    }
    if (type.equals("ARRAY") && !schema.has("items")) {
      stop("request.schema.no-items", path);
    }
    for (JsonNode choice : schema.path("enum")) {
      if (choice.isString() && choice.asString().isEmpty()) {
        stop("request.schema.empty-choice", path);
      }
    }
    if (!schema.path("enum").isEmpty() && !type.equals("STRING") && !type.isEmpty()) {
      stop("request.schema.enum", path);
    }
    properties
        .properties()
        .forEach(entry -> schema(entry.getValue(), path + ".properties." + entry.getKey()));
    if (schema.has("items")) {
      schema(schema.path("items"), path + ".items");
    }
    JsonNode any = schema.path("anyOf");
    for (int i = 0; i < any.size(); i++) {
      schema(any.path(i), path + ".anyOf[" + i + "]");
    }
  }

  private void stop(String code, Object... args) {
    found.add(Finding.stop(code, args));
  }
}
