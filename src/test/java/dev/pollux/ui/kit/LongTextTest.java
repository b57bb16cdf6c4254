package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Row;
import dev.pollux.domain.Value;
import dev.pollux.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LongTextTest {
  private static final String SAYS = "Only the first 20,000 characters are shown";
  private final LongText longText = new LongText(new Words(Locale.ENGLISH));

  private String shown(Field field, Value value) {
    return longText.shown(new GridCell(0, field, value, new Row(List.of(value))));
  }

  @Test
  void shortTextIsShownAsItIs() {
    assertThat(longText.shown("a".repeat(LongText.MOST))).hasSize(LongText.MOST);
    assertThat(shown(Field.of("t", FieldType.STRING), Value.NULL)).isEqualTo("NULL");
    assertThat(shown(Field.of("t", FieldType.JSON), new Value.Scalar("{\"a\":1}")))
        .isEqualToIgnoringWhitespace("{\"a\":1}")
        .contains("\n");
  }

  @Test
  void theHeadOfLongTextSaysThatThereIsMore() {
    assertThat(longText.shown("a".repeat(5_000_000))).hasSizeLessThan(20_200).contains(SAYS);
    assertThat(shown(Field.of("t", FieldType.STRING), new Value.Scalar("a".repeat(20_001))))
        .hasSizeLessThan(20_200)
        .contains(SAYS);
  }

  @Test
  void aCharacterIsNotCutInTwo() {
    String text = "a".repeat(LongText.MOST - 1) + "😀😀";
    assertThat(longText.shown(text)).startsWith("a".repeat(LongText.MOST - 1) + "…");
  }

  @Test
  void nestedValuesAndLongJsonAreCutToo() {
    Field list = new Field("list", FieldType.STRING, Field.Mode.REPEATED, List.of(), "");
    Value many = new Value.Array(Collections.nCopies(200_000, new Value.Scalar("abcdefghij")));
    assertThat(shown(list, many)).hasSizeLessThan(20_200).contains(SAYS);
    assertThat(ValueText.inline(list, many)).hasSize(301);
    Value json = new Value.Scalar("[" + "1,".repeat(9_000) + "1]");
    assertThat(shown(Field.of("t", FieldType.JSON), json))
        .as("short as text, long when it is laid out")
        .contains(SAYS);
    assertThat(ValueText.copied(list, many)).hasSizeGreaterThan(2_000_000);
  }
}
