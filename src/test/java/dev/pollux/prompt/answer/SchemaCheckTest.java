package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

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
            new AnswerSchema(IntStream.range(0, 101).mapToObj(i -> of("m" + i, TEXT)).toList()),
            "schema.too-many",
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void findsWhatIsWrongWhereItIs(AnswerSchema schema, String code, List<Integer> at) {
    assertThat(SchemaCheck.spots(schema))
        .as("findings of %s", schema)
        .anySatisfy(spot -> {
          assertThat(spot.finding().code()).isEqualTo(code);
          assertThat(spot.finding().stops()).isTrue();
          assertThat(spot.at()).isEqualTo(at);
        });
    SchemaCheck.findings(schema).forEach(FindingWords::hasWords);
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
            of("g", group(of("name", TEXT), of("tags", new AnswerSchema.Type.ListOf(TEXT)))));
    assertThat(SchemaCheck.findings(schema)).isEmpty();
    assertThat(SchemaTypes.of(schema).stream().map(SchemaTypes.Column::type))
        .containsExactly(
            "STRING",
            "FLOAT64",
            "ARRAY<STRING>",
            "ARRAY<STRUCT<`name` STRING, `year` INT64>>",
            "STRUCT<`name` STRING, `tags` ARRAY<STRING>>");
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
