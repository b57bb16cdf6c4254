package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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
                    new Member("score", new AnswerSchema.Type.Decimal(Limits.atLeast(0)), "", true),
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
        .containsExactlyInAnyOrder("title", "default");
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
        "{'properties':{'a':{'enum':[1,[2]]}}} | schema.read.enum-not-words | /properties/a",
        "{'properties':{'a':{'type':'array','items':{},'enum':['1']}}}"
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
        "{'properties':{'a':{'type':'string'},'a':{'type':'string'}}} | schema.read.twice | a",
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
             "properties":{"a":{"type":"string","nullable":true,"format":"email"}}}
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

  /// Each keyword that narrows values is taken over where the service has it too, and told where it
  /// does not. `told` are the codes of the notes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'number','minimum':0,'maximum':1} | {'type':'NUMBER','minimum':0,'maximum':1} |",
        "{'type':'number','minimum':'-1.5'} | {'type':'NUMBER','minimum':-1.5} |",
        "{'type':'integer','minimum':1000,'maximum':2E3}"
            + " | {'type':'INTEGER','minimum':1000,'maximum':2000} |",
        "{'type':'integer','minimum':0.5,'maximum':2.5}"
            + " | {'type':'INTEGER','minimum':1,'maximum':2} |",
        "{'type':'integer','exclusiveMinimum':0,'exclusiveMaximum':5}"
            + " | {'type':'INTEGER','minimum':1,'maximum':4} |",
        "{'type':'integer','minimum':3,'exclusiveMinimum':0} | {'type':'INTEGER','minimum':3} |",
        "{'type':'number','exclusiveMinimum':0} | {'type':'NUMBER'} | schema.read.unheard",
        "{'type':'integer','exclusiveMinimum':true} | {'type':'INTEGER'} | schema.read.unheard",
        "{'type':'number','minimum':1e999} | {'type':'NUMBER'} | schema.read.unheard",
        "{'type':'number','minimum':'1e999999999'} | {'type':'NUMBER'} | schema.read.unheard",
        "{'type':'number','minimum':'low'} | {'type':'NUMBER'} | schema.read.unheard",
        "{'type':'string','minimum':1} | {'type':'STRING'} | schema.read.unheard",
        "{'type':'string','minItems':1} | {'type':'STRING'} | schema.read.unheard",
        "{'type':'number','multipleOf':2} | {'type':'NUMBER'} | schema.read.unheard",
        "{'type':'string','pattern':'x'} | {'type':'STRING'} | schema.read.unheard",
        "{'type':'string','minLength':2,'maxLength':80}"
            + " | {'type':'STRING','minLength':2,'maxLength':80} |",
        "{'type':'string','format':'date'} | {'type':'STRING','format':'date'} |",
        "{'type':'string','format':'date-time'} | {'type':'STRING','format':'date-time'} |",
        "{'type':'string','format':'date','maxLength':10}"
            + " | {'type':'STRING','format':'date'} | schema.read.unheard",
        "{'type':'string','format':'email'} | {'type':'STRING'} | schema.read.unheard",
        "{'type':'integer','format':'date'} | {'type':'INTEGER'} | schema.read.unheard",
        "{'type':'array','items':{'type':'string'},'minItems':1,'maxItems':'5'}"
            + " | {'type':'ARRAY','items':{'type':'STRING'},'minItems':1,'maxItems':5} |",
        "{'type':'array','items':{'type':'integer','maximum':9}}"
            + " | {'type':'ARRAY','items':{'type':'INTEGER','maximum':9}} |",
        "{'type':'array','items':{'type':'string'},'uniqueItems':true}"
            + " | {'type':'ARRAY','items':{'type':'STRING'}} | schema.read.unheard",
        "{'anyOf':[{'type':'integer','maximum':5},{'type':'null'}]}"
            + " | {'type':'INTEGER','maximum':5,'nullable':true} | schema.read.required-nullable",
        "{'anyOf':[{'type':'integer'},{'type':'null'}],'maximum':5}"
            + " | {'type':'INTEGER','nullable':true}"
            + " | schema.read.unheard schema.read.required-nullable",
        "{'enum':[1,2,3]} | {'type':'INTEGER','minimum':1,'maximum':3} | schema.read.enum-range",
        "{'type':'integer','enum':[2,1]}"
            + " | {'type':'INTEGER','minimum':1,'maximum':2} | schema.read.enum-range",
        "{'type':'integer','enum':['1','2']}"
            + " | {'type':'INTEGER','minimum':1,'maximum':2} | schema.read.enum-range",
        "{'type':'integer','enum':[60,1440,4320]}"
            + " | {'type':'STRING','format':'enum','enum':['60','1440','4320']}"
            + " | schema.read.enum-words",
        "{'enum':[9007199254740991,9007199254740992]} | {'type':'INTEGER',"
            + "'minimum':9007199254740991,'maximum':9007199254740992} | schema.read.enum-range",
        "{'enum':[9007199254740992,9007199254740993]} | {'type':'STRING','format':'enum',"
            + "'enum':['9007199254740992','9007199254740993']} | schema.read.enum-words",
        "{'type':'integer','enum':[123456789012345677,123456789012345678]}"
            + " | {'type':'STRING','format':'enum',"
            + "'enum':['123456789012345677','123456789012345678']} | schema.read.enum-words",
        "{'type':'number','enum':[0.5,1]}"
            + " | {'type':'STRING','format':'enum','enum':['0.5','1']} | schema.read.enum-words",
        "{'enum':['a',1,true]}"
            + " | {'type':'STRING','format':'enum','enum':['a','1','true']}"
            + " | schema.read.enum-words",
        "{'const':7} | {'type':'STRING','format':'enum','enum':['7']} | schema.read.enum-words",
        "{'enum':[true,false]} | {'type':'BOOLEAN'} |",
        "{'type':'boolean','const':true} | {'type':'BOOLEAN'} | schema.read.unheard",
      })
  void takesOverWhatNarrowsValues(String pasted, String sent, String told) {
    String json = "{'type':'object','properties':{'a':" + pasted + "},'required':['a']}";
    SchemaReader.Reading read = SchemaReader.read(json.replace('\'', '"'));
    assertThat(read.schema()).as("schema of %s, %s", pasted, read.findings()).isPresent();
    assertThat(SchemaJson.of(read.schema().orElseThrow()).at("/properties/a").toString())
        .isEqualTo(JsonMapper.shared().readTree(sent.replace('\'', '"')).toString());
    assertThat(read.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(told == null ? new String[0] : told.split(" "));
    read.findings().forEach(FindingWords::hasWords);
  }

  @Test
  void aQuoteIsKnownByItsSentence() {
    AnswerSchema schema =
        new AnswerSchema(
            List.of(
                new Member("q", new AnswerSchema.Type.Quote("a.b"), "at most ten words", true),
                new Member(
                    "all",
                    new AnswerSchema.Type.ListOf(
                        new AnswerSchema.Type.Quote("text"), Limits.between(1, 3)),
                    "",
                    false)));
    assertThat(SchemaJson.of(schema).at("/properties/q/description").asString())
        .isEqualTo(
            "A verbatim quote from the column \"a.b\", copied character for character."
                + " at most ten words");
    assertThat(SchemaReader.read(SchemaJson.pretty(schema)).schema()).contains(schema);
    assertThat(schema.quoted()).containsExactly("a.b", "text");
    assertThat(schema.quoting(String::toUpperCase).quoted()).containsExactly("A.B", "TEXT");
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
    return switch (random.nextInt(depth > 0 ? 9 : 10)) {
      case 0 -> new AnswerSchema.Type.Text(limits(random, true));
      case 1 -> new AnswerSchema.Type.Choice(List.of("one", "two " + random.nextInt(9)));
      case 2 -> new AnswerSchema.Type.Decimal(limits(random, false));
      case 3 -> new AnswerSchema.Type.Whole(limits(random, true));
      case 4 ->
          list
              ? new AnswerSchema.Type.ListOf(type(random, depth, false), limits(random, true))
              : new AnswerSchema.Type.Text();
      case 5 -> new AnswerSchema.Type.YesNo();
      case 6 -> new AnswerSchema.Type.CalendarDate();
      case 7 -> new AnswerSchema.Type.PointInTime();
      case 8 -> new AnswerSchema.Type.Quote(List.of("text", "a.b", "é x's").get(random.nextInt(3)));
      default -> new AnswerSchema.Type.Group(members(random, depth + 1));
    };
  }

  private static Limits limits(Random random, boolean whole) {
    return new Limits(limit(random, whole), limit(random, whole), "");
  }

  private static Optional<BigDecimal> limit(Random random, boolean whole) {
    BigDecimal end =
        whole
            ? BigDecimal.valueOf(random.nextInt(5_000) * (random.nextInt(9) == 0 ? 1000L : 1L))
            : BigDecimal.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(end);
  }
}
