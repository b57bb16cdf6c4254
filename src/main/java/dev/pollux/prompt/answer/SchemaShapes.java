package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.SchemaNodes.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One subschema with what stands around it taken away: references, `anyOf` with null, lists of
/// types.
final class SchemaShapes {
  private static final int DEEPEST = 50;
  private final JsonNode document;
  private final SchemaKeywords keywords;

  SchemaShapes(JsonNode document, Set<Finding> notes) {
    this.document = document;
    this.keywords = new SchemaKeywords(notes);
  }

  /// @param type in lower case; empty where an enum says it all
  /// @param refs the references that led here, to find circles
  record Shape(
      JsonNode node,
      String pointer,
      String type,
      boolean nullable,
      String description,
      List<String> refs) {
    Shape outer(JsonNode around) {
      String said = around.path("description").asString("");
      return new Shape(
          node,
          pointer,
          type,
          nullable || nulls(around),
          said.isEmpty() ? description : said,
          refs);
    }
  }

  Shape of(JsonNode node, String pointer, List<String> refs) throws Refused {
    if (!node.isObject()) {
      throw new Refused("schema.read.not-a-schema", SchemaNodes.at(pointer));
    }
    if (refs.size() > DEEPEST || pointer.length() > 10_000) {
      throw new Refused("schema.read.recursive", SchemaNodes.at(pointer));
    }
    if (node.has("$ref")) {
      keywords.look(node, pointer, "");
      return reference(node, pointer, refs).outer(node);
    }
    for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
      if (node.has(keyword)) {
        keywords.look(node, pointer, "");
        return only(node, keyword, pointer, refs).outer(node);
      }
    }
    String description = node.path("description").asString("");
    String type = type(node, pointer);
    keywords.look(node, pointer, type);
    return new Shape(node, pointer, type, nulls(node), description, refs);
  }

  private static boolean nulls(JsonNode node) {
    boolean inType = false;
    for (JsonNode type : node.path("type")) {
      inType |= type.asString("").equalsIgnoreCase("null");
    }
    boolean inEnum = false;
    for (JsonNode value : node.path("enum")) {
      inEnum |= value.isNull();
    }
    return inType || inEnum || node.path("nullable").asBoolean(false);
  }

  private static String type(JsonNode node, String pointer) throws Refused {
    JsonNode type = node.path("type");
    List<String> types = new ArrayList<>();
    if (type.isString()) {
      types.add(SchemaNodes.lower(type.asString()));
    }
    type.forEach(one -> types.add(SchemaNodes.lower(one.asString(""))));
    if (types.size() > 1) {
      types.remove("null");
    }
    if (types.size() > 1) {
      throw new Refused(
          "schema.read.several-types", String.join(", ", types), SchemaNodes.at(pointer));
    }
    if (types.isEmpty() && node.has("properties")) {
      return "object";
    }
    if (types.isEmpty() && !node.has("enum") && !node.has("const")) {
      throw new Refused("schema.read.no-type", SchemaNodes.at(pointer));
    }
    return types.isEmpty() ? "" : types.getFirst();
  }

  private Shape reference(JsonNode node, String pointer, List<String> refs) throws Refused {
    String ref = node.path("$ref").asString("");
    if (!ref.startsWith("#")) {
      throw new Refused("schema.read.ref-elsewhere", ref, SchemaNodes.at(pointer));
    }
    if (refs.contains(ref)) {
      throw new Refused("schema.read.recursive", SchemaNodes.at(pointer));
    }
    List<String> further = new ArrayList<>(refs);
    further.add(ref);
    return of(target(ref, pointer), pointer, further);
  }

  private JsonNode target(String ref, String pointer) throws Refused {
    try {
      String path = URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      JsonNode target = document.at(path);
      if (!target.isMissingNode()) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // not a pointer: told as missing below
    }
    throw new Refused("schema.read.ref-missing", ref, SchemaNodes.at(pointer));
  }

  /// The one alternative that is not null; there is no place for several.
  private Shape only(JsonNode node, String keyword, String pointer, List<String> refs)
      throws Refused {
    JsonNode all = node.get(keyword);
    Optional<Integer> only = Optional.empty();
    boolean nullable = false;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).path("type").asString("").equalsIgnoreCase("null")) {
        nullable = true;
      } else if (only.isPresent()) {
        throw new Refused("schema.read.alternatives", keyword, SchemaNodes.at(pointer));
      } else {
        only = Optional.of(i);
      }
    }
    if (only.isEmpty() || node.has("properties")) {
      throw new Refused("schema.read.alternatives", keyword, SchemaNodes.at(pointer));
    }
    Shape shape = of(all.get(only.get()), pointer + "/" + keyword + "/" + only.get(), refs);
    return new Shape(
        shape.node(),
        shape.pointer(),
        shape.type(),
        shape.nullable() || nullable,
        shape.description(),
        shape.refs());
  }
}
