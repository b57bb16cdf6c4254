package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The walk of [SchemaReader] through one schema.
final class SchemaNodes {
  /// More members than anyone can want; a small text of references can hold millions.
  private static final int MOST = 1000;

  private final SchemaShapes shapes;
  private final Set<Finding> notes = new LinkedHashSet<>();
  private int members;

  SchemaNodes(JsonNode document) {
    shapes = new SchemaShapes(document, notes);
  }

  /// Why a schema is not taken.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Refused(String code, Object... args) {
      super(code);
      finding = Finding.stop(code, args);
    }

    Finding finding() {
      return finding;
    }
  }

  List<Finding> notes() {
    return List.copyOf(notes);
  }

  AnswerSchema root(JsonNode node, String pointer) throws Refused {
    SchemaShapes.Shape shape = shapes.of(node, pointer, List.of());
    if (!shape.type().equals("object")) {
      throw new Refused("schema.read.not-object", shape.type(), at(pointer));
    }
    return new AnswerSchema(members(shape, 0));
  }

  private List<Member> members(SchemaShapes.Shape object, int depth) throws Refused {
    JsonNode properties = object.node().path("properties");
    if (!properties.isObject() || properties.isEmpty()) {
      throw new Refused("schema.read.empty", at(object.pointer()));
    }
    Set<String> required = new LinkedHashSet<>();
    object.node().path("required").forEach(name -> required.add(name.asString("")));
    for (String name : required) {
      if (!properties.has(name)) {
        notes.add(Finding.warning("schema.read.required-unknown", name, at(object.pointer())));
      }
    }
    List<Member> all = new ArrayList<>();
    for (String name : order(object.node(), properties)) {
      if (++members > MOST) {
        throw new Refused("schema.too-many", members, SchemaCheck.MOST_MEMBERS);
      }
      String pointer = object.pointer() + "/properties/" + escaped(name);
      SchemaShapes.Shape shape = shapes.of(properties.path(name), pointer, object.refs());
      boolean always = required.contains(name) && !shape.nullable();
      if (required.contains(name) && shape.nullable()) {
        notes.add(Finding.warning("schema.read.required-nullable", name));
      }
      all.add(member(name, type(shape, depth, false), shape.description(), always));
    }
    return all;
  }

  /// A text whose description begins with the sentence of a quote is one.
  private static Member member(
      String name, AnswerSchema.Type type, String description, boolean required) {
    Optional<QuoteSentence> quote = QuoteSentence.read(description);
    Optional<AnswerSchema.Type> quoting =
        quote.flatMap(sentence -> quoting(type, new AnswerSchema.Type.Quote(sentence.column())));
    return quoting
        .map(found -> new Member(name, found, quote.orElseThrow().rest(), required))
        .orElseGet(() -> new Member(name, type, description, required));
  }

  private static Optional<AnswerSchema.Type> quoting(
      AnswerSchema.Type type, AnswerSchema.Type quote) {
    if (type.equals(new AnswerSchema.Type.Text())) {
      return Optional.of(quote);
    }
    return type instanceof AnswerSchema.Type.ListOf(AnswerSchema.Type element, Limits length)
            && element.equals(new AnswerSchema.Type.Text())
        ? Optional.of(new AnswerSchema.Type.ListOf(quote, length))
        : Optional.empty();
  }

  /// As `propertyOrdering` says, then the rest as written.
  private static List<String> order(JsonNode node, JsonNode properties) {
    Set<String> order = new LinkedHashSet<>();
    node.path("propertyOrdering").forEach(name -> order.add(name.asString("")));
    order.removeIf(name -> !properties.has(name));
    order.addAll(properties.propertyNames());
    return List.copyOf(order);
  }

  private AnswerSchema.Type type(SchemaShapes.Shape shape, int depth, boolean inList)
      throws Refused {
    String pointer = shape.pointer();
    if (shape.node().has("enum") || shape.node().has("const")) {
      return SchemaValues.type(shape, notes);
    }
    return switch (shape.type()) {
      case "string" -> text(shape.node());
      case "number" -> new AnswerSchema.Type.Decimal(LimitKeywords.RANGE.read(shape.node()));
      case "integer" -> new AnswerSchema.Type.Whole(LimitKeywords.readWhole(shape.node()));
      case "boolean" -> new AnswerSchema.Type.YesNo();
      case "array" -> {
        JsonNode items = shape.node().path("items");
        if (inList) {
          throw new Refused("schema.read.list-of-lists", at(pointer));
        }
        if (!items.isObject()) {
          throw new Refused("schema.read.no-items", at(pointer));
        }
        yield new AnswerSchema.Type.ListOf(
            type(shapes.of(items, pointer + "/items", shape.refs()), depth, true),
            LimitKeywords.ITEMS.read(shape.node()));
      }
      case "object" -> {
        if (depth > 0) {
          throw new Refused("schema.read.too-deep", at(pointer));
        }
        yield new AnswerSchema.Type.Group(members(shape, depth + 1));
      }
      default -> throw new Refused("schema.read.unknown-type", shape.type(), at(pointer));
    };
  }

  private static AnswerSchema.Type text(JsonNode node) {
    return switch (node.path("format").asString("")) {
      case "date" -> new AnswerSchema.Type.CalendarDate();
      case "date-time" -> new AnswerSchema.Type.PointInTime();
      default -> new AnswerSchema.Type.Text(LimitKeywords.CHARACTERS.read(node));
    };
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /// A pointer as people read it: the whole document has none.
  static String at(String pointer) {
    return pointer.isEmpty() ? "/" : pointer;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
