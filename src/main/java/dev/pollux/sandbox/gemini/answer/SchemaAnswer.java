package dev.pollux.sandbox.gemini.answer;

import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.Schema;
import dev.pollux.sandbox.gemini.text.Choices;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON that is true to a schema, with values taken from the text where the property's name or
/// description says what is wanted.
public final class SchemaAnswer {
  private static final int DEEP = 12;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SourceText text;
  private final Choices choices;
  private final PropertyValues values;

  public SchemaAnswer(Prompt prompt, SourceText text, Choices choices) {
    this.text = text;
    this.choices = choices;
    this.values = new PropertyValues(prompt, text);
  }

  public String json(JsonNode schema) {
    return JsonMapper.shared().writeValueAsString(value(Schema.of(schema), "", 0, 0));
  }

  /// For `text/x.enum`: the choice alone.
  public String choice(JsonNode schema) {
    return value(Schema.of(schema), "", 0, 0).asString();
  }

  private JsonNode value(Schema schema, String name, int index, int depth) {
    if (depth > 2 * DEEP) {
      throw new GeminiRefusal("The schema requires itself without end.");
    }
    if (!schema.constant().isMissingNode()) {
      return schema.constant();
    }
    if (!schema.choices().isEmpty()) {
      return choose(schema.choices());
    }
    List<Schema> any = schema.alternatives();
    if (!any.isEmpty()) {
      Schema first =
          any.stream()
              .filter(option -> !option.type().equals("null") == depth < DEEP)
              .findFirst()
              .orElse(any.getFirst());
      return value(first, name, index, depth + 1);
    }
    return typed(schema, name, index, depth);
  }

  private JsonNode typed(Schema schema, String name, int index, int depth) {
    return switch (schema.type()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, name, depth);
      case "string" -> values.string(schema, name, index);
      case "integer", "number" -> values.number(schema, name, index);
      case "boolean" -> NODES.booleanNode(values.says(name + " " + schema.words()));
      case "null" -> NODES.nullNode();
      default -> throw new GeminiRefusal("The schema has an unknown type: " + schema.type() + ".");
    };
  }

  private JsonNode choose(List<JsonNode> options) {
    List<JsonNode> real = options.stream().filter(option -> !option.isNull()).toList();
    if (real.isEmpty()) {
      return NODES.nullNode();
    }
    String best = choices.best(real.stream().map(JsonNode::asString).toList(), text);
    return real.stream().filter(option -> option.asString().equals(best)).findFirst().orElseThrow();
  }

  private ObjectNode object(Schema schema, int depth) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
      String name = property.getKey();
      if (depth < DEEP || schema.requires(name)) {
        object.set(name, value(property.getValue(), name, 0, depth + 1));
      }
    }
    for (String name : schema.undescribed()) {
      object.put(name, values.free(name, 0));
    }
    return object;
  }

  private ArrayNode array(Schema schema, String name, int depth) {
    int least = Math.max(schema.count("minItems", 0), schema.prefixItems());
    int most = schema.count("maxItems", Integer.MAX_VALUE);
    if (least > most) {
      throw new GeminiRefusal("The schema's minItems is greater than its maxItems.");
    }
    int wanted = depth < DEEP ? values.many(name + " " + schema.words()) : 0;
    int size = Math.clamp(wanted, Math.min(least, most), most);
    ArrayNode array = NODES.arrayNode();
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; array.size() < size; i++) {
      JsonNode item = value(schema.item(array.size()), name, i, depth + 1);
      if (!schema.is("uniqueItems") || seen.add(item)) {
        array.add(item);
      } else if (array.size() >= least) {
        break;
      } else if (i > size + 1000) {
        throw new GeminiRefusal("The sandbox has not that many different items: " + name + ".");
      }
    }
    return array;
  }
}
