package dev.pollux.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON files as nobody should write them: values of another kind, out of every range, members that
/// are gone or have another name, text that is cut.
public final class JsonMutations {
  /// What takes the place of a value.
  public static final List<String> HOSTILE =
      List.of(
          "-1",
          "0",
          "1",
          "2",
          "-0.0",
          "0.5",
          "1e400",
          "-1e400",
          "1e-400",
          "1e99",
          "2147483647",
          "2147483648",
          "-2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999999999",
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "\"-1\"",
          "\"NaN\"",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "[[1]]",
          "{\"\":{}}",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01\"",
          "\"2026-02-31\"",
          "\"my model\"",
          "\"../../x\"",
          "\"projects/p/locations/l/models/1\"",
          "\"\\u202e\"",
          "\"\\ud83d\"",
          "\"'{1}\"",
          "[\"\"]",
          "[\"x\", 1]");

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonMutations() {}

  /// The file with one to three things wrong.
  public static String of(String file, Random random) {
    JsonNode root = JSON.readTree(file);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      if (!containers.isEmpty()) {
        mutate(containers.get(random.nextInt(containers.size())), random);
      }
    }
    String text = JSON.writeValueAsString(root);
    return random.nextInt(10) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
  }

  /// The file once for each of its numbers and each hostile value.
  public static List<String> numbers(String file) {
    List<String> all = new ArrayList<>();
    int numbers =
        (int)
            containers(JSON.readTree(file)).stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isNumber)
                .count();
    for (int which = 0; which < numbers; which++) {
      for (String hostile : HOSTILE) {
        JsonNode root = JSON.readTree(file);
        replaceNumber(root, which, JSON.readTree(hostile));
        all.add(JSON.writeValueAsString(root));
      }
    }
    return all;
  }

  private static void replaceNumber(JsonNode root, int which, JsonNode value) {
    int seen = 0;
    for (JsonNode container : containers(root)) {
      for (int i = 0; i < container.size(); i++) {
        if (child(container, i).isNumber() && seen++ == which) {
          put(container, i, value);
          return;
        }
      }
    }
  }

  private static List<JsonNode> containers(JsonNode root) {
    List<JsonNode> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainer()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private static void mutate(JsonNode container, Random random) {
    if (container.isEmpty()) {
      return;
    }
    int at = random.nextInt(container.size());
    switch (random.nextInt(4)) {
      case 0 -> remove(container, at);
      case 1 -> {
        if (container instanceof ObjectNode object) {
          String name = name(container, at);
          object.set(random.nextBoolean() ? name + "x" : "", object.remove(name));
        }
      }
      default -> put(container, at, JSON.readTree(HOSTILE.get(random.nextInt(HOSTILE.size()))));
    }
  }

  private static String name(JsonNode object, int at) {
    return List.copyOf(object.propertyNames()).get(at);
  }

  private static JsonNode child(JsonNode container, int at) {
    return container.isArray() ? container.get(at) : container.get(name(container, at));
  }

  private static void put(JsonNode container, int at, JsonNode value) {
    if (container instanceof ArrayNode array) {
      array.set(at, value);
    } else if (container instanceof ObjectNode object) {
      object.set(name(container, at), value);
    }
  }

  private static void remove(JsonNode container, int at) {
    if (container instanceof ArrayNode array) {
      array.remove(at);
    } else if (container instanceof ObjectNode object) {
      object.remove(name(container, at));
    }
  }
}
