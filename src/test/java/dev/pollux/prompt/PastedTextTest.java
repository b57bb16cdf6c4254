package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FindingWords;
import dev.pollux.testing.TestKeys;
import dev.pollux.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is pasted into a prompt is sent as it was pasted, or its place is marked, with words and a
/// click that mends it.
class PastedTextTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(Field.of("city", FieldType.STRING), Field.of("cost %", FieldType.STRING)));
  private static final Row ROW = new Row(List.of(new Value.Scalar("Oslo"), new Value.Scalar("7")));

  private static String sent(String template) {
    return new RequestRenderer(RequestSpec.of(template, ""), SCHEMA, TestKeys.MARKS).text(ROW);
  }

  private static List<Template.Spot> spots(String template) {
    return Template.parse(template).spots(SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer in this shape:\n{\"order\":{\"item\":{\"size\":{\"unit\":\"cm\"}}}}\nand nothing else.",
        "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":[{\"f\":{}}]}}}}}",
        "{\"a\": 1}}}}}}}}}",
        "\\frac{1}{\\sqrt{x^{2^{n}}}}",
        "{% if rush %}Quick{% endif %}{# note #}",
        "${HOME} #{x} %{y} $(z) <%= w %> {x} [[y]]",
        "std::map<int, std::vector<std::pair<int, int>>> m;",
        "f'{value:>{width}}' and '{0:{1}}'",
        "}}}} {",
        "a { b } c",
      })
  void textWithoutTwoOpeningBracesIsSentAsItStands(String pasted) {
    assertThat(sent("{{city}}: " + pasted)).isEqualTo("Oslo: " + pasted);
    assertThat(sent(pasted + " {{city}}")).isEqualTo(pasted + " Oslo");
    assertThat(spots(pasted)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":{\"b\":{\"c\":\"{{city}}\"}}}} | {\"a\":{\"b\":{\"c\":\"Oslo\"}}}}",
        "{\"a\":{\"b\":{\"c\":{{cost %}}}}}} | {\"a\":{\"b\":{\"c\":7}}}}",
        "{{{{city}}}} | {{city}}",
        "{{{{ {{city}} }}}} | {{ Oslo }}",
        "{{{{{{{{x}}}}}}}} | {{{{x}}}}",
        "{{{{x}} and {\"a\":{\"b\":{\"c\":{\"d\":1}}}} | {{x}} and {\"a\":{\"b\":{\"c\":{\"d\":1}}}}",
        "\\textbf{{{city}}} | \\textbf{Oslo}",
      })
  void columnsAndFourBracesStandInOtherText(String template, String expected) {
    assertThat(sent(template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "Hello {{ user.name | upper }}! ¦ template.unknown ¦ {{ user.name | upper }}",
        "{{#items}}x{{/items}} ¦ template.unknown ¦ {{#items}}",
        "int a[2][2] = {{1,2},{3,4}}; ¦ template.unknown ¦ {{1,2},{3,4}}",
        "{{\\bf x}} ¦ template.unknown ¦ {{\\bf x}}",
        "${{ secrets.KEY }} ¦ template.unknown ¦ {{ secrets.KEY }}",
        "{{}} ¦ template.unknown ¦ {{}}",
        "{{city and {{city}} ¦ template.unclosed ¦ {{",
        "Ask {{city ¦ template.unclosed ¦ {{",
        "{{{city}}} ¦ template.third-brace ¦ {",
        "{{{{city}}}} ¦ template.four-braces ¦ {{{{",
      })
  void otherBracesAreMarkedWhereTheyStand(String template, String code, String place) {
    Template.Spot spot = spots(template).getFirst();
    assertThat(spot.finding().code()).isEqualTo(code);
    assertThat(template.substring(spot.start(), spot.end())).isEqualTo(place);
    assertThat(Template.parse(template).check(SCHEMA)).contains(spot.finding());
    FindingWords.hasWords(spot.finding());
  }

  @Test
  void wordsSayHowToWriteThem() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      Words words = new Words(language);
      assertThat(
              words.get("prompt.template.unknown", "1,2")
                  + words.get("wizard.requests.plain-braces"))
          .contains(language.equals(Locale.FRENCH) ? "quatre pour deux" : "four for two");
      assertThat(words.get("prompt.template.unclosed"))
          .contains(language.equals(Locale.FRENCH) ? "quatre pour deux" : "four for two");
    }
  }

  /// Whatever is pasted, there is a way to write it, and the click on a marked place finds it.
  @RepeatedTest(2000)
  void anyTextCanBeWrittenAndMended(RepetitionInfo turn) {
    Random random = new Random(turn.getCurrentRepetition());
    String pasted =
        random
            .ints(1 + random.nextInt(24), 0, 9)
            .mapToObj(i -> List.of("{", "}", "{{", "}}", "{{{{", "}}}}", "a,", " ", "\n").get(i))
            .collect(Collectors.joining());
    String written = Template.plain(pasted);
    assertThat(sent("{{city}}" + written)).as(written).isEqualTo("Oslo" + pasted);
    assertThat(sent(written + " {{city}}")).as(written).isEqualTo(pasted + " Oslo");

    Template typed = Template.parse(pasted);
    Template mended = typed.withPlain(Set.copyOf(typed.columns()));
    assertThat(mended.columns()).isEmpty();
    assertThat(mended.check(SCHEMA))
        .noneMatch(f -> f.stops() && !f.code().equals("template.blank"));
    if (typed.braces().stream().allMatch(b -> b.kind() == Template.Brace.Kind.UNCLOSED)) {
      assertThat(sent(mended.text())).isEqualTo(pasted);
    }
  }
}
