package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.QuotableColumns;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.testing.FindingWords;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What batch jobs are known to refuse is found beside the member it belongs to, with words.
class SchemaCheckTest {
  private static final AnswerSchema.Type TEXT = new AnswerSchema.Type.Text();
  private static final ColumnLookup COLUMNS =
      new QuotableColumns(
          new TableSchema(
              List.of(
                  Field.of("text", FieldType.STRING),
                  Field.of("hidden", FieldType.STRING),
                  new Field(
                      "who",
                      FieldType.STRUCT,
                      Field.Mode.NULLABLE,
                      List.of(Field.of("name", FieldType.STRING)),
                      ""))),
          Template.parse("About {{Text}} by {{who}}"));

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(schema(), "schema.no-members", List.of()),
        Arguments.of(schema(of("", TEXT)), "schema.no-name", List.of(0)),
        Arguments.of(schema(of("1st", TEXT)), "schema.digit-first", List.of(0)),
        Arguments.of(schema(of("a b", TEXT)), "schema.odd-name", List.of(0)),
        Arguments.of(schema(of("a`b", TEXT)), "schema.odd-name", List.of(0)),
        Arguments.of(schema(of("é", TEXT)), "schema.odd-name", List.of(0)),
        Arguments.of(schema(of("a".repeat(301), TEXT)), "schema.long-name", List.of(0)),
        Arguments.of(schema(of("Status", TEXT)), "schema.reserved", List.of(0)),
        Arguments.of(schema(of("_PARTITIONTIME", TEXT)), "schema.reserved", List.of(0)),
        Arguments.of(schema(of("a", TEXT), of("A", TEXT)), "schema.twice", List.of(1)),
        Arguments.of(
            schema(of("a", new AnswerSchema.Type.Choice(List.of()))),
            "schema.no-values",
            List.of(0)),
        Arguments.of(
            schema(of("a", new AnswerSchema.Type.Choice(List.of("x", " ")))),
            "schema.blank-value",
            List.of(0)),
        Arguments.of(
            schema(of("a", new AnswerSchema.Type.Choice(List.of("x", "x")))),
            "schema.value-twice",
            List.of(0)),
        Arguments.of(
            schema(of("a", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.ListOf(TEXT)))),
            "schema.list-of-lists",
            List.of(0)),
        Arguments.of(
            schema(of("ok", TEXT), of("g", new AnswerSchema.Type.Group(List.of()))),
            "schema.empty-group",
            List.of(1)),
        Arguments.of(
            schema(of("g", group(of("h", group(of("i", TEXT)))))),
            "schema.too-deep",
            List.of(0, 0)),
        Arguments.of(
            schema(of("g", new AnswerSchema.Type.ListOf(group(of("9", TEXT))))),
            "schema.digit-first",
            List.of(0, 0)),
        Arguments.of(
            schema(of("a", number(Limits.between(2, 1)))), "schema.range-upside-down", List.of(0)),
        Arguments.of(
            schema(of("a", number(Limits.unread("many")))), "schema.range-unread", List.of(0)),
        Arguments.of(
            schema(of("ok", TEXT), of("a", whole(Limits.between(0.5, 3)))),
            "schema.range-not-whole",
            List.of(1)),
        Arguments.of(
            schema(of("a", list(Limits.atMost(0)))), "schema.length-not-positive", List.of(0)),
        Arguments.of(
            schema(of("a", list(Limits.atLeast(-1)))), "schema.length-not-positive", List.of(0)),
        Arguments.of(
            schema(of("a", list(Limits.atLeast(1.5)))), "schema.range-not-whole", List.of(0)),
        Arguments.of(
            schema(of("a", list(Limits.between(5, 2)))), "schema.range-upside-down", List.of(0)),
        Arguments.of(
            schema(of("a", list(Limits.unread("a few")))), "schema.range-unread", List.of(0)),
        Arguments.of(
            schema(of("a", new AnswerSchema.Type.Text(Limits.between(9, 1)))),
            "schema.range-upside-down",
            List.of(0)),
        Arguments.of(schema(of("a", quote(" "))), "schema.quote-none", List.of(0)),
        Arguments.of(schema(of("a", quote("txt"))), "schema.quote-unknown-near", List.of(0)),
        Arguments.of(schema(of("a", quote("nothing"))), "schema.quote-unknown", List.of(0)),
        Arguments.of(
            schema(of("g", group(of("q", new AnswerSchema.Type.ListOf(quote("who.age")))))),
            "schema.quote-unknown-near",
            List.of(0, 0)),
        Arguments.of(
            new AnswerSchema(IntStream.range(0, 101).mapToObj(i -> of("m" + i, TEXT)).toList()),
            "schema.too-many",
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void findsWhatIsWrongWhereItIs(AnswerSchema schema, String code, List<Integer> at) {
    assertThat(SchemaCheck.spots(schema, COLUMNS))
        .as("findings of %s", schema)
        .anySatisfy(spot -> {
          assertThat(spot.finding().code()).isEqualTo(code);
          assertThat(spot.finding().stops()).isTrue();
          assertThat(spot.at()).isEqualTo(at);
        });
    SchemaCheck.findings(schema, COLUMNS).forEach(FindingWords::hasWords);
  }

  @Test
  void saysWhichPartOfTheLineIsWrong() {
    AnswerSchema schema =
        schema(
            of("", TEXT),
            of("a", number(Limits.between(2, 1))),
            of("b", new AnswerSchema.Type.ListOf(number(Limits.NONE), Limits.between(2, 1))),
            of("c", new AnswerSchema.Type.ListOf(number(Limits.between(2, 1)), Limits.NONE)),
            of("d", quote("nothing")),
            of("e", new AnswerSchema.Type.Choice(List.of())));
    assertThat(SchemaCheck.spots(schema, COLUMNS))
        .extracting(SchemaCheck.Spot::part)
        .containsExactly(
            SchemaCheck.Part.NAME,
            SchemaCheck.Part.VALUES,
            SchemaCheck.Part.LENGTH,
            SchemaCheck.Part.VALUES,
            SchemaCheck.Part.VALUES,
            SchemaCheck.Part.VALUES);
  }

  @Test
  void warnsOfAQuoteOfWhatThePromptDoesNotShow() {
    List<Finding> found = SchemaCheck.findings(schema(of("a", quote("hidden"))), COLUMNS);
    assertThat(found).extracting(Finding::code).containsExactly("schema.quote-unshown");
    assertThat(found).noneMatch(Finding::stops);
    found.forEach(FindingWords::hasWords);
    for (String shown : List.of("TEXT", "who", "who.name")) {
      assertThat(SchemaCheck.findings(schema(of("a", quote(shown))), COLUMNS)).isEmpty();
    }
  }

  @Test
  void takesWhatIsGood() {
    AnswerSchema schema =
        schema(
            of("subject", new AnswerSchema.Type.Choice(List.of("war", "peace"))),
            of("Score_2", new AnswerSchema.Type.Decimal()),
            of("names", new AnswerSchema.Type.ListOf(TEXT)),
            of(
                "places",
                new AnswerSchema.Type.ListOf(
                    group(of("name", TEXT), of("year", new AnswerSchema.Type.Whole())))),
            of("g", group(of("name", TEXT), of("tags", list(Limits.between(0, 5))))),
            of("day", new AnswerSchema.Type.CalendarDate()),
            of("moments", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.PointInTime())),
            of("quote", quote("text")),
            of("one", number(Limits.between(1, 1))),
            of("flags", new AnswerSchema.Type.ListOf(new AnswerSchema.Type.YesNo())));
    assertThat(SchemaCheck.findings(schema, COLUMNS)).isEmpty();
    assertThat(SchemaTypes.of(schema).stream().map(Field::typeName))
        .containsExactly(
            "STRING",
            "FLOAT64",
            "ARRAY<STRING>",
            "ARRAY<STRUCT<name STRING, year INT64>>",
            "STRUCT<name STRING, tags ARRAY<STRING>>",
            "DATE",
            "ARRAY<TIMESTAMP>",
            "STRING",
            "FLOAT64",
            "ARRAY<BOOL>");
  }

  private static AnswerSchema.Type number(Limits range) {
    return new AnswerSchema.Type.Decimal(range);
  }

  private static AnswerSchema.Type whole(Limits range) {
    return new AnswerSchema.Type.Whole(range);
  }

  private static AnswerSchema.Type list(Limits length) {
    return new AnswerSchema.Type.ListOf(TEXT, length);
  }

  private static AnswerSchema.Type quote(String column) {
    return new AnswerSchema.Type.Quote(column);
  }

  private static AnswerSchema schema(Member... members) {
    return new AnswerSchema(List.of(members));
  }

  private static AnswerSchema.Type group(Member... members) {
    return new AnswerSchema.Type.Group(List.of(members));
  }

  private static Member of(String name, AnswerSchema.Type type) {
    return new Member(name, type, "", true);
  }
}
