package dev.pollux.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a client wants to have of an answer (`fields=a,b(c,d/e),*`): the system parameter of all of
/// Google's JSON interfaces ([partial
/// responses](https://cloud.google.com/bigquery/docs/api-performance#partial-response)).
///
/// @param inner what is wanted of each member; a mask without members wants the whole value
record FieldMask(Map<String, FieldMask> inner) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Reads a mask.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    FieldMask list() {
      Map<String, FieldMask> fields = new LinkedHashMap<>();
      do {
        fields.merge(name(), rest(), FieldMask::and);
      } while (take(','));
      return new FieldMask(fields);
    }

    /// What is wanted of a member: what a slash or parentheses say, or all of it.
    private FieldMask rest() {
      if (take('/')) {
        return new FieldMask(Map.of(name(), rest()));
      }
      if (!take('(')) {
        return new FieldMask(Map.of());
      }
      FieldMask inner = list();
      if (!take(')')) {
        throw invalid();
      }
      return inner;
    }

    private String name() {
      int from = at;
      while (at < text.length() && ",/()".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String name = text.substring(from, at).strip();
      if (name.isEmpty()) {
        throw invalid();
      }
      return name;
    }

    private boolean take(char c) {
      boolean here = at < text.length() && text.charAt(at) == c;
      at += here ? 1 : 0;
      return here;
    }

    private boolean ended() {
      return at >= text.length();
    }

    private Failure invalid() {
      return new Failure(Reason.INVALID, "Invalid field selection " + text);
    }
  }

  /// @throws Failure if it is no mask
  static FieldMask parse(String text) {
    if (text.length() > 4096) {
      throw new Failure(Reason.INVALID, "Invalid field selection: it is too long");
    }
    Reader reader = new Reader(text);
    FieldMask mask = reader.list();
    if (!reader.ended()) {
      throw reader.invalid();
    }
    return mask;
  }

  private FieldMask and(FieldMask other) {
    if (inner.isEmpty() || other.inner.isEmpty()) {
      return new FieldMask(Map.of());
    }
    Map<String, FieldMask> both = new LinkedHashMap<>(inner);
    other.inner.forEach((name, mask) -> both.merge(name, mask, FieldMask::and));
    return new FieldMask(both);
  }

  /// The answer, without what is not wanted. What is no JSON stays as it is.
  Response of(Response whole) {
    boolean json = whole.headers().getOrDefault("Content-Type", "").startsWith("application/json");
    return json && whole.status() == 200 && whole.body().length > 0
        ? Response.json(of(JSON.readTree(whole.body())))
        : whole;
  }

  private JsonNode of(JsonNode value) {
    if (inner.isEmpty()) {
      return value;
    }
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
          FieldMask mask = inner.getOrDefault(member.getKey(), inner.get("*"));
          if (mask != null) {
            wanted.set(member.getKey(), mask.of(member.getValue()));
          }
        }
        yield wanted;
      }
      case ArrayNode list -> {
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode(list.size());
        list.forEach(item -> wanted.add(of(item)));
        yield wanted;
      }
      default -> value;
    };
  }
}
