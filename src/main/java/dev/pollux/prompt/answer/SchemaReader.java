package dev.pollux.prompt.answer;

import dev.pollux.domain.Finding;
import dev.pollux.files.DuplicateKey;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a schema that a person has: JSON Schema (draft-07, 2020-12), or the OpenAPI subset of a
/// `responseSchema`. What has no place in a batch job is refused, with the JSON pointer of where it
/// stands; what is left out without harm is noted. Names are not looked at: [SchemaCheck] does.
public final class SchemaReader {
  /// The longest text that is read.
  public static final int MOST_CHARACTERS = 500_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<String> WRAPPERS =
      List.of("responseSchema", "response_schema", "responseJsonSchema", "json_schema", "schema");

  private SchemaReader() {}

  /// What was read: a schema with notes, or none and the reason.
  public record Reading(Optional<AnswerSchema> schema, List<Finding> findings) {
    public Reading {
      findings = List.copyOf(findings);
    }

    static Reading refused(String code, Object... args) {
      return new Reading(Optional.empty(), List.of(Finding.stop(code, args)));
    }
  }

  public static Reading read(String text) {
    if (text.isBlank()) {
      return Reading.refused("schema.read.blank");
    }
    if (text.length() > MOST_CHARACTERS) {
      return Reading.refused("schema.read.too-big", text.length(), MOST_CHARACTERS);
    }
    try {
      return read(JSON.readTree(text));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      return DuplicateKey.of(e)
          .map(twice ->
              Reading.refused("schema.read.twice", twice.name(), twice.line(), twice.column()))
          .orElseGet(() ->
              Reading.refused(
                  "schema.read.not-json",
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr()));
    }
  }

  /// Reads what is JSON already, as in a recipe.
  public static Reading read(JsonNode node) {
    JsonNode root = node;
    String pointer = "";
    Optional<String> wrapper = wrapper(root);
    while (wrapper.isPresent()) {
      pointer += "/" + wrapper.get();
      root = root.path(wrapper.get());
      wrapper = wrapper(root);
    }
    SchemaNodes nodes = new SchemaNodes(root);
    try {
      return new Reading(Optional.of(nodes.root(root, pointer)), nodes.notes());
    } catch (SchemaNodes.Refused e) {
      return new Reading(Optional.empty(), List.of(e.finding()));
    }
  }

  /// Schemas are often pasted with what stood around them: `{"name":…,"schema":{…}}`.
  private static Optional<String> wrapper(JsonNode node) {
    return node.has("properties") || node.has("$ref")
        ? Optional.empty()
        : WRAPPERS.stream().filter(name -> node.path(name).isObject()).findFirst();
  }
}
