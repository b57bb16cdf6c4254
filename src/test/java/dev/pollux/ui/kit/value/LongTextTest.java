package dev.pollux.ui.kit.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LongTextTest {
  private static final String SAYS = "Only the first 20,000 characters are shown";
  private final LongText longText = new LongText(new Words(Locale.ENGLISH));

  @Test
  void shortTextIsShownAsItIs() {
    assertThat(longText.shown("a".repeat(LongText.MOST))).hasSize(LongText.MOST);
  }

  @Test
  void theHeadOfLongTextSaysThatThereIsMore() {
    assertThat(longText.shown("a".repeat(5_000_000))).hasSizeLessThan(20_200).contains(SAYS);
  }

  @Test
  void aCharacterIsNotCutInTwo() {
    String text = "a".repeat(LongText.MOST - 1) + "😀😀";
    assertThat(longText.shown(text)).startsWith("a".repeat(LongText.MOST - 1) + "…");
  }

  @Test
  void nestedValuesAreCutInTheirCellAndCopiedWhole() {
    Field list = new Field("list", FieldType.STRING, Field.Mode.REPEATED, List.of(), "");
    Value many = new Value.Array(Collections.nCopies(200_000, new Value.Scalar("abcdefghij")));
    assertThat(ValueText.inline(list, many)).hasSize(301);
    assertThat(ValueText.copied(list, many)).hasSizeGreaterThan(2_000_000);
  }
}
