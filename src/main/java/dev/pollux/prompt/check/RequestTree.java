package dev.pollux.prompt.check;

import dev.pollux.domain.Finding;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A request as Google's front end reads it: names in camel case or snake case, one value for a
/// list of one, figures as numbers or as text, the types of a schema in any case. What it would not
/// read is found.
final class RequestTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> TOLD_ELSEWHERE = Set.of("Content", "Part");
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");
  private final List<Finding> found;

  private RequestTree(List<Finding> found) {
    this.found = found;
  }

  /// The request with names in camel case and lists where lists are meant.
  ///
  /// @param found takes what is wrong
  static JsonNode read(JsonNode request, List<Finding> found) {
    return new RequestTree(found).level(request, "Request", "");
  }

  private JsonNode level(JsonNode node, String level, String path) {
    if (!(node instanceof ObjectNode object)) {
      if (!TOLD_ELSEWHERE.contains(level)) {
        wrongType(path);
      }
      return node;
    }
    ObjectNode read = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String here = path + member.getKey();
      String name = RequestMembers.name(level, member.getKey()).orElse("");
      if (name.isEmpty()) {
        found.add(Finding.stop("request.unknown-field", here));
      } else if (read.has(name)) {
        found.add(Finding.stop("request.written-twice", here));
      } else if (!member.getValue().isNull()) {
        read.set(name, member(member.getValue(), RequestMembers.kind(level, name), here));
      } else if (level.equals("Content")) {
        read.set(name, member.getValue());
      }
    }
    return read;
  }

  private JsonNode member(JsonNode value, RequestMembers.Kind kind, String path) {
    if (!kind.list()) {
      return single(value, kind.name(), path);
    }
    if (value instanceof ArrayNode list) {
      ArrayNode read = NODES.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        read.add(single(list.path(i), kind.name(), path + "[" + i + "]"));
      }
      return read;
    }
    if (TOLD_ELSEWHERE.contains(kind.name()) && !value.isObject()) {
      return value;
    }
    found.add(Finding.warning("request.single-for-list", path));
    return NODES.arrayNode().add(single(value, kind.name(), path));
  }

  private JsonNode single(JsonNode value, String kind, String path) {
    if (RequestMembers.isLevel(kind)) {
      return level(value, kind, path + ".");
    }
    if (kind.equals("schemas") || kind.equals("texts")) {
      return map(value, kind.equals("schemas") ? "Schema" : "text", path);
    }
    if (!reads(value, kind)) {
      wrongType(path + ".");
    }
    return kind.equals("SchemaType") && value.isString()
        ? NODES.stringNode(value.asString().toUpperCase(Locale.ROOT))
        : value;
  }

  private JsonNode map(JsonNode value, String kind, String path) {
    if (!(value instanceof ObjectNode object)) {
      wrongType(path + ".");
      return value;
    }
    ObjectNode read = NODES.objectNode();
    object
        .properties()
        .forEach(entry ->
            read.set(entry.getKey(), single(entry.getValue(), kind, path + "." + entry.getKey())));
    return read;
  }

  private void wrongType(String path) {
    found.add(Finding.stop("request.wrong-type", path.replaceFirst("\\.$", "")));
  }

  private static boolean reads(JsonNode value, String kind) {
    return switch (kind) {
      case "text" -> value.isString();
      case "flag" -> value.isBoolean() || Set.of("true", "false").contains(value.asString(""));
      case "number" -> NOT_FINITE.contains(value.asString("")) || isNumber(value, false);
      case "whole" -> isNumber(value, true) && isIn(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long" -> isNumber(value, true) && isIn(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case "bytes" -> value.isString() && isBase64(value.asString());
      default ->
          RequestMembers.words(kind)
              .map(words -> value.isInt() || words.contains(word(value, kind)))
              .orElse(true);
    };
  }

  private static String word(JsonNode value, String kind) {
    String text = value.isString() ? value.asString() : "";
    return kind.equals("SchemaType") ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static boolean isNumber(JsonNode value, boolean whole) {
    if (!value.isNumber() && !value.isString()) {
      return false;
    }
    try {
      BigDecimal number = new BigDecimal(value.asString());
      return !whole || number.stripTrailingZeros().scale() <= 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean isIn(JsonNode value, long least, long most) {
    BigDecimal number = new BigDecimal(value.asString());
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static boolean isBase64(String text) {
    try {
      var _ = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
