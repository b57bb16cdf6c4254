package dev.pollux.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What stood in a file and was not understood, at each level, so that it is there again when the
/// file is saved: a newer Pollux, or a person, may have put it there.
public record UnknownFields(Map<String, JsonNode> own, Map<String, UnknownFields> inside) {
  public static final UnknownFields NONE = new UnknownFields(Map.of(), Map.of());

  /// What `read` has and `understood`, which was made of it, has not.
  static UnknownFields of(JsonNode read, JsonNode understood) {
    Map<String, JsonNode> own = new LinkedHashMap<>();
    Map<String, UnknownFields> inside = new LinkedHashMap<>();
    read.properties()
        .forEach(entry -> {
          JsonNode known = understood.get(entry.getKey());
          if (known == null) {
            own.put(entry.getKey(), entry.getValue());
          } else {
            inside.put(entry.getKey(), of(entry.getValue(), known));
          }
        });
    if (read.isArray() && understood.isArray()) {
      for (int i = 0; i < Math.min(read.size(), understood.size()); i++) {
        inside.put(Integer.toString(i), of(read.get(i), understood.get(i)));
      }
    }
    inside.values().removeIf(NONE::equals);
    return own.isEmpty() && inside.isEmpty() ? NONE : new UnknownFields(own, inside);
  }

  /// Puts them back where their place is still there.
  void into(JsonNode node) {
    if (node instanceof ObjectNode object) {
      own.forEach((name, value) -> {
        if (!object.has(name)) {
          object.set(name, value);
        }
      });
    }
    inside.forEach((name, rest) -> {
      JsonNode place = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
      rest.into(place);
    });
  }
}
