package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Schemas that people paste are read, or refused with the place and the reason.
class SchemaReaderTest {
  @Test
  void readsWhatPydanticWrites() {
    SchemaReader.Reading read =
        SchemaReader.read(
            """
            {"$defs":{"Place":{"title":"Place","type":"object","required":["name"],
                "properties":{"name":{"type":"string"},
                  "year":{"anyOf":[{"type":"integer"},{"type":"null"}],"default":null}}},
              "Mood":{"enum":["good","bad"],"type":"string"}},
             "title":"Answer","type":"object",
             "properties":{"alert":{"allOf":[{"$ref":"#/$defs/Mood"}],"description":"how it sounds"},
               "score":{"type":"number","minimum":0},
               "sure":{"type":["boolean","null"]},
               "places":{"type":"array","items":{"$ref":"#/$defs/Place"}}},
             "required":["alert","score","places"]}
            """);
    assertThat(read.schema())
        .contains(
            new AnswerSchema(
                List.of(
                    new Member(
                        "alert",
                        new AnswerSchema.Type.Choice(List.of("good", "bad")),
                        "how it sounds",
                        true),
                    new Member("score", new AnswerSchema.Type.Decimal(), "", true),
                    new Member("sure", new AnswerSchema.Type.YesNo(), "", false),
                    new Member(
                        "places",
                        new AnswerSchema.Type.ListOf(
                            new AnswerSchema.Type.Group(
                                List.of(
                                    new Member("name", new AnswerSchema.Type.Text(), "", true),
                                    new Member("year", new AnswerSchema.Type.Whole(), "", false)))),
                        "",
                        true))));
    assertThat(read.findings())
        .as("what was left out")
        .extracting(finding -> finding.args().getFirst())
        .containsExactlyInAnyOrder("title", "default", "minimum");
    read.findings().forEach(FindingWords::hasWords);
  }

  @Test
  void readsTheOpenApiSubsetInItsOrder() {
    SchemaReader.Reading read =
        SchemaReader.read(
            """
            {"responseSchema":{"type":"OBJECT","properties":{"b":{"type":"STRING"},
              "a":{"type":"INTEGER","nullable":true}},"required":["b"],
              "propertyOrdering":["a","b"]}}
            """);
    assertThat(read.schema())
        .contains(
            new AnswerSchema(
                List.of(
                    new Member("a", new AnswerSchema.Type.Whole(), "", false),
                    new Member("b", new AnswerSchema.Type.Text(), "", true))));
    assertThat(read.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'object' | schema.read.not-json | 1",
        "[] | schema.read.not-a-schema | /",
        "true | schema.read.not-a-schema | /",
        "{'type':'string'} | schema.read.not-object | string",
        "{'type':'object'} | schema.read.empty | /",
        "{'properties':{'a':{'type':'object','properties':{}}}}"
            + " | schema.read.empty | /properties/a",
        "{'properties':{'a':{'properties':{'b':{'properties':{'c':{'type':'string'}}}}}}}"
            + " | schema.read.too-deep | /properties/a/properties/b",
        "{'properties':{'a':{'type':'array','items':{'type':'array','items':{'type':'string'}}}}}"
            + " | schema.read.list-of-lists | /properties/a/items",
        "{'properties':{'a':{'type':'array'}}} | schema.read.no-items | /properties/a",
        "{'properties':{'a':{'type':'date'}}} | schema.read.unknown-type | date",
        "{'properties':{'a/b':{}}} | schema.read.no-type | /properties/a~1b",
        "{'properties':{'a':true}} | schema.read.not-a-schema | /properties/a",
        "{'properties':{'a':{'type':['string','number']}}}"
            + " | schema.read.several-types | string, number",
        "{'properties':{'a':{'enum':[1,2]}}} | schema.read.enum-not-words | /properties/a",
        "{'properties':{'a':{'type':'integer','enum':['1']}}}"
            + " | schema.read.enum-not-words | /properties/a",
        "{'properties':{'a':{'$ref':'http://x/y'}}} | schema.read.ref-elsewhere | http://x/y",
        "{'properties':{'a':{'$ref':'#/$defs/no'}}} | schema.read.ref-missing | #/$defs/no",
        "{'properties':{'a':{'$ref':'#/properties/a'}}} | schema.read.recursive | /properties/a",
        "{'$ref':'#'} | schema.read.recursive | /",
        "{'properties':{'a':{'anyOf':[{'type':'string'},{'type':'number'}]}}}"
            + " | schema.read.alternatives | anyOf",
        "{'properties':{'a':{'type':'string','not':{}}}} | schema.read.unsupported | not",
        "{'type':'object','patternProperties':{}} | schema.read.unsupported | patternProperties",
        "{'properties':{'a':{'type':'object','additionalProperties':{'type':'string'}}}}"
            + " | schema.read.map | /properties/a",
        "{'properties':{'a':{'type':'string'},'a':{'type':'string'}}} | schema.read.not-json | 1",
      })
  void refusesWithPlaceAndReason(String json, String code, String first) {
    SchemaReader.Reading read = SchemaReader.read(json.replace('\'', '"'));
    assertThat(read.schema()).as("schema of %s", json).isEmpty();
    assertThat(read.findings()).hasSize(1);
    Finding finding = read.findings().getFirst();
    assertThat(finding.code()).isEqualTo(code);
    assertThat(finding.args().getFirst().toString()).isEqualTo(first);
    FindingWords.hasWords(finding);
  }

  @Test
  void notesWhatItLoosens() {
    SchemaReader.Reading read =
        SchemaReader.read(
            """
            {"type":"object","additionalProperties":true,"required":["a","z"],
             "properties":{"a":{"type":"string","nullable":true,"format":"date"}}}
            """);
    assertThat(read.schema()).isPresent();
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "schema.read.open",
            "schema.read.required-unknown",
            "schema.read.required-nullable",
            "schema.read.unheard");
    read.findings().forEach(FindingWords::hasWords);
  }

  @Test
  void saysThatThereIsNothingOrTooMuch() {
    assertThat(SchemaReader.read(" ").findings().getFirst().code()).isEqualTo("schema.read.blank");
    String big = " ".repeat(SchemaReader.MOST_CHARACTERS) + "{}";
    assertThat(SchemaReader.read(big).findings().getFirst().code())
        .isEqualTo("schema.read.too-big");
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    assertThat(SchemaReader.read(deep).schema()).isEmpty();
  }

  @Test
  void doesNotGrowWithoutEnd() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      members.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":{\"$ref\":\"#/g\"}");
    }
    String json =
        "{\"g\":{\"properties\":{\"x\":{\"type\":\"string\"}}},\"properties\":{" + members + "}}";
    assertThat(SchemaReader.read(json).findings().getFirst().code()).isEqualTo("schema.too-many");
  }

  @RepeatedTest(200)
  void readsBackWhatItWrites(RepetitionInfo turn) {
    AnswerSchema schema = schema(new Random(turn.getCurrentRepetition()));
    SchemaReader.Reading read = SchemaReader.read(SchemaJson.of(schema).toString());
    assertThat(read.schema()).contains(schema);
    assertThat(read.findings()).isEmpty();
  }

  static AnswerSchema schema(Random random) {
    return new AnswerSchema(members(random, 0));
  }

  private static List<Member> members(Random random, int depth) {
    List<Member> all = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      String name =
          List.of("a", "é/~", "x y", "_", "type", "properties").get(random.nextInt(6)) + i;
      String said = random.nextBoolean() ? "" : "says \"" + i + "\" \\ {{x}}\n🙂";
      all.add(new Member(name, type(random, depth, true), said, random.nextBoolean()));
    }
    return all;
  }

  private static AnswerSchema.Type type(Random random, int depth, boolean list) {
    return switch (random.nextInt(depth > 0 ? 6 : 7)) {
      case 0 -> new AnswerSchema.Type.Text();
      case 1 -> new AnswerSchema.Type.Choice(List.of("one", "two " + random.nextInt(9)));
      case 2 -> new AnswerSchema.Type.Decimal();
      case 3 -> new AnswerSchema.Type.Whole();
      case 4 ->
          list
              ? new AnswerSchema.Type.ListOf(type(random, depth, false))
              : new AnswerSchema.Type.Text();
      case 5 -> new AnswerSchema.Type.YesNo();
      default -> new AnswerSchema.Type.Group(members(random, depth + 1));
    };
  }
}
