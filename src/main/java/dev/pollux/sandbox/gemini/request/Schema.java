package dev.pollux.sandbox.gemini.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One schema node, read the same whether it came as `responseSchema` (OpenAPI subset, counts as
/// strings) or as `responseJsonSchema`.
public final class Schema {
  private static final int MOST_HOPS = 20;
  private static final Set<String> REFUSED =
      Set.of("allOf", "not", "if", "patternProperties", "dependentRequired", "contains");

  private final JsonNode node;
  private final JsonNode root;

  private Schema(JsonNode node, JsonNode root) {
    this.node = node;
    this.root = root;
  }

  public static Schema of(JsonNode root) {
    return new Schema(root, root).resolved(MOST_HOPS);
  }

  private Schema sub(JsonNode child) {
    return new Schema(child, root).resolved(MOST_HOPS);
  }

  private Schema resolved(int hops) {
    for (String keyword : REFUSED) {
      if (node.has(keyword)) {
        throw new GeminiRefusal("The sandbox cannot follow a schema with " + keyword + ".");
      }
    }
    String ref = node.path("$ref").asString(node.path("ref").asString(""));
    if (ref.isEmpty()) {
      return this;
    }
    JsonNode target = ref.startsWith("#") ? root.at(ref.substring(1)) : root.path("missing");
    if (target.isMissingNode() && ref.startsWith("#/defs/")) {
      target = root.path("defs").path(ref.substring("#/defs/".length()));
    }
    if (target.isMissingNode() || hops == 0) {
      throw new GeminiRefusal("The schema refers to " + ref + ", which is not in it.");
    }
    return new Schema(target, root).resolved(hops - 1);
  }

  /// The alternatives of `anyOf` or `oneOf`, empty when there are none.
  public List<Schema> alternatives() {
    JsonNode any = node.has("anyOf") ? node.path("anyOf") : node.path("oneOf");
    return any.valueStream().map(this::sub).toList();
  }

  /// Lower case: object, array, string, integer, number, boolean, null.
  public String type() {
    JsonNode type = node.path("type");
    String named =
        type.isArray()
            ? type.valueStream()
                .map(JsonNode::asString)
                .filter(name -> !name.equalsIgnoreCase("null"))
                .findFirst()
                .orElse("null")
            : type.asString("");
    if (named.isEmpty() || named.equals("TYPE_UNSPECIFIED")) {
      return node.has("properties") ? "object" : node.has("items") ? "array" : "string";
    }
    return named.toLowerCase(Locale.ROOT);
  }

  public boolean nullable() {
    JsonNode type = node.path("type");
    return node.path("nullable").asBoolean(false)
        || (type.isArray()
            && type.valueStream().anyMatch(name -> name.asString("").equals("null")));
  }

  public JsonNode constant() {
    return node.path("const");
  }

  public List<JsonNode> choices() {
    return node.path("enum").valueStream().toList();
  }

  public String words() {
    return node.path("title").asString("") + " " + node.path("description").asString("");
  }

  public String format() {
    return node.path("format").asString("");
  }

  public String pattern() {
    return node.path("pattern").asString("");
  }

  public boolean is(String flag) {
    return node.path(flag).asBoolean(false);
  }

  /// A figure such as `minItems` or `maximum`, written as a number or as a string.
  public OptionalDouble figure(String name) {
    JsonNode figure = node.path(name);
    if (figure.isMissingNode() || figure.isNull()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(figure.asString()));
    } catch (NumberFormatException notANumber) {
      throw new GeminiRefusal("The schema's " + name + " is not a number.");
    }
  }

  public int count(String name, int otherwise) {
    return (int) Math.min(Integer.MAX_VALUE, figure(name).orElse(otherwise));
  }

  public boolean requires(String property) {
    return node.path("required").valueStream().anyMatch(r -> r.asString("").equals(property));
  }

  /// The properties in the order they are to be written in.
  public Map<String, Schema> properties() {
    Map<String, Schema> ordered = new LinkedHashMap<>();
    JsonNode all = node.path("properties");
    for (JsonNode name : node.path("propertyOrdering")) {
      if (all.has(name.asString(""))) {
        ordered.put(name.asString(), sub(all.path(name.asString())));
      }
    }
    for (var property : all.properties()) {
      if (!ordered.containsKey(property.getKey())) {
        ordered.put(property.getKey(), sub(property.getValue()));
      }
    }
    return ordered;
  }

  /// Required names that no property describes.
  public List<String> undescribed() {
    List<String> names = new ArrayList<>();
    for (JsonNode name : node.path("required")) {
      if (!node.path("properties").has(name.asString(""))) {
        names.add(name.asString(""));
      }
    }
    return names;
  }

  /// The schema of the item at a position.
  public Schema item(int index) {
    JsonNode prefix = node.path("prefixItems");
    return sub(index < prefix.size() ? prefix.path(index) : node.path("items"));
  }

  public int prefixItems() {
    return node.path("prefixItems").size();
  }
}
