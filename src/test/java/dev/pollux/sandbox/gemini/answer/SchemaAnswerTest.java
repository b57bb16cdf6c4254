package dev.pollux.sandbox.gemini.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whatever the schema, the answer is true to it.
class SchemaAnswerTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TEXT =
      "In 1846 the treaty with Great Britain ended the war. The debt was 24,256,494 dollars and trade grew.";

  private final PretendGemini gemini = new PretendGemini();
  private final SandboxModel flash = ModelList.bundled().find("gemini-2.5-flash").orElseThrow();

  private JsonNode answer(String field, String schema) {
    String request =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":%s}]}],\"generationConfig\":{\"responseMimeType\":\"application/json\",\"%s\":%s}}"
            .formatted(JSON.writeValueAsString("Describe: " + TEXT), field, schema);
    JsonNode response = JSON.readTree(gemini.generate(JSON.readTree(request), flash));
    return JSON.readTree(response.at("/candidates/0/content/parts/0/text").asString());
  }

  @Test
  void takesValuesFromTheText() {
    JsonNode answer =
        answer(
            "responseSchema",
            """
            {"type":"OBJECT","properties":{
              "topic":{"type":"STRING","enum":["sport","diplomacy and war","cooking"]},
              "year":{"type":"INTEGER"},
              "dates":{"type":"ARRAY","items":{"type":"STRING"}},
              "names":{"type":"ARRAY","minItems":"1","items":{"type":"STRING"}},
              "confidence":{"type":"NUMBER","minimum":0,"maximum":1},
              "summary":{"type":"STRING","maxLength":"40"}},
             "required":["topic"],"propertyOrdering":["summary","topic"]}\
            """);
    assertThat(answer.propertyNames()).first().isEqualTo("summary");
    assertThat(answer.path("topic").asString()).isEqualTo("diplomacy and war");
    assertThat(answer.path("year").asInt()).isEqualTo(1846);
    assertThat(answer.path("dates").get(0).asString()).isEqualTo("1846");
    assertThat(answer.path("names").get(0).asString()).isEqualTo("Great Britain");
    assertThat(answer.path("summary").asString()).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void saysNullWhereTheTextHasNothing() {
    JsonNode answer =
        answer(
            "responseJsonSchema",
            """
            {"type":"object","properties":{
              "email_count":{"type":["integer","null"],"description":"x"},
              "when":{"type":"string","format":"date"},
              "code":{"type":"string","pattern":"^[A-Z]{3}-\\\\d{4}$"},
              "next":{"$ref":"#/$defs/node"}},
             "$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"}}}}}\
            """);
    assertThat(answer.path("when").asString()).isEqualTo("1846-01-01");
    assertThat(answer.path("code").asString()).isEqualTo("AAA-1111");
    assertThat(answer.path("email_count").isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, 1_000_003})
  void isTrueToRandomSchemas(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      JsonNode schema = schema(random, 4);
      JsonNode answer = answer("responseSchema", schema.toString());
      assertThat(SchemaTruth.faults(schema, answer, "$"))
          .as("seed %d, schema %s, answer %s", seed, schema, answer)
          .isEmpty();
    }
  }

  @Test
  void isTrueToSchemasNobodySawBefore() {
    isTrueToRandomSchemas(System.nanoTime());
  }

  private static JsonNode schema(Random random, int depth) {
    ObjectNode schema = JSON.createObjectNode();
    List<String> types = new ArrayList<>(List.of("STRING", "NUMBER", "INTEGER", "BOOLEAN"));
    if (depth > 0) {
      types.addAll(List.of("OBJECT", "ARRAY", "OBJECT"));
    }
    String type = types.get(random.nextInt(types.size()));
    schema.put("type", type);
    if (random.nextInt(6) == 0) {
      schema.put("nullable", true);
    }
    switch (type) {
      case "STRING" -> string(schema, random);
      case "NUMBER", "INTEGER" -> {
        int low = random.nextInt(-50, 2000);
        if (random.nextBoolean()) {
          schema.put("minimum", low);
        }
        if (random.nextBoolean()) {
          schema.put("maximum", low + random.nextInt(100));
        }
      }
      case "ARRAY" -> {
        int least = random.nextInt(4);
        schema.put("minItems", String.valueOf(least));
        if (random.nextBoolean()) {
          schema.put("maxItems", String.valueOf(least + random.nextInt(3)));
        }
        schema.set("items", schema(random, depth - 1));
      }
      case "OBJECT" -> {
        ObjectNode properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (String name : List.of("summary", "topic", "year", "amount", "names", "isGood")) {
          // An object without properties is refused.
          if (random.nextBoolean() || (name.equals("isGood") && properties.isEmpty())) {
            properties.set(name, schema(random, depth - 1));
            if (random.nextBoolean()) {
              required.add(name);
            }
          }
        }
      }
      default -> {}
    }
    return schema;
  }

  private static void string(ObjectNode schema, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> schema.putArray("enum").add("war").add("peace").add("bread");
      case 1 -> schema.put("format", List.of("date", "date-time", "uuid").get(random.nextInt(3)));
      case 2 ->
          schema.put("minLength", "5").put("maxLength", String.valueOf(5 + random.nextInt(30)));
      case 3 -> schema.put("pattern", "^[a-z_]+$");
      default -> schema.put("maxLength", "12");
    }
  }
}
