package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the bodies of requests as the service's JSON front end does.
public final class SentBody {
  private SentBody() {}

  /// The body of a request that makes something: a member that is null says nothing.
  public static ObjectNode read(Request request) throws IOException {
    return withoutNulls(request.json());
  }

  /// The object without its null members, at any depth. Nulls in lists are values.
  static ObjectNode withoutNulls(ObjectNode sent) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    sent.properties()
        .forEach(member -> {
          if (!member.getValue().isNull()) {
            said.set(member.getKey(), said(member.getValue()));
          }
        });
    return said;
  }

  private static JsonNode said(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> withoutNulls(object);
      case tools.jackson.databind.node.ArrayNode list -> {
        var items = JsonNodeFactory.instance.arrayNode(list.size());
        list.forEach(item -> items.add(said(item)));
        yield items;
      }
      default -> value;
    };
  }

  /// The part of a body that these names lead to, to be changed freely; empty where it was not
  /// sent.
  ///
  /// @throws Failure if one of them is not an object
  public static ObjectNode part(ObjectNode body, String... names) {
    ObjectNode part = body;
    for (int depth = 0; depth < names.length; depth++) {
      String place = String.join(".", List.of(names).subList(0, depth + 1));
      part =
          switch (part.path(names[depth])) {
            case ObjectNode object -> object;
            case MissingNode _ -> JsonNodeFactory.instance.objectNode();
            case JsonNode other ->
                throw new Failure(
                    Reason.INVALID, "Invalid value at '" + place + "' (TYPE_MESSAGE), " + other);
          };
    }
    return part.deepCopy();
  }

  /// A whole number, that can come as a text too.
  ///
  /// @throws Failure if it is anything else
  public static long number(JsonNode body, String name, long otherwise) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    try {
      return Long.parseLong(value.asString(""));
    } catch (NumberFormatException e) {
      throw new Failure(
          Reason.INVALID, "Invalid value at '" + name + "' (TYPE_INT64), " + value, e);
    }
  }

  /// A text. A number in its place is not read as one.
  ///
  /// @throws Failure if it is anything else
  static JsonNode text(JsonNode value, String name) {
    if (!value.isString()) {
      throw new Failure(Reason.INVALID, "Invalid value at '" + name + "' (TYPE_STRING), " + value);
    }
    return value;
  }

  /// Says a member of a reference what the path says too, it must be the same
  /// (https://github.com/googleapis/nodejs-bigquery/issues/1265).
  ///
  /// @throws Failure if it is another one
  public static void agrees(JsonNode reference, String member, String path) {
    String said = reference.path(member).asString("");
    if (!said.isEmpty() && !said.equals(path)) {
      throw new Failure(
          Reason.INVALID,
          "Value %s in content does not agree with value %s. This can happen when a value set through a parameter is inconsistent with a value set in the request."
              .formatted(said, path));
    }
  }

  /// A Boolean, that can come as a text too.
  ///
  /// @throws Failure if it is anything else
  public static boolean flag(JsonNode body, String name, boolean otherwise) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    return switch (value.asString("")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Failure(
              Reason.INVALID, "Invalid value at '" + name + "' (TYPE_BOOL), " + value);
    };
  }
}
