package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Text in which nothing is hidden.
class VisibleTextTest {
  @ParameterizedTest
  @CsvSource({
    "plain é 😀, plain é 😀",
    "a\0b, a\\u0000b",
    "x\u001b[31mred, x\\u001b[31mred",
    "user\u202Egnp.exe, user\\u202egnp.exe",
    "\uD83D alone, \\ud83d alone",
    "alone \uDE00, alone \\ude00",
    "del\u007F\u0085, del\\u007f\\u0085",
    "soft\u200Bbreak\uFEFF, soft\\u200bbreak\\ufeff",
    "👩\u200D👧, 👩\u200D👧",
  })
  void whatDrawsNothingIsWrittenOut(String text, String shown) {
    assertThat(VisibleText.of(text)).isEqualTo(shown);
    for (int i = 0; i < text.length(); i++) {
      assertThat(VisibleText.placeOf(text, VisibleText.shownAt(text, i)))
          .as("the place %s of %s, there and back", i, shown)
          .isEqualTo(i);
    }
  }

  @Test
  void aCellDoesNotHideAnythingEither() {
    assertThat(
            ValueText.inline(
                Field.of("t", FieldType.STRING),
                new Value.Scalar("a\nb\u202Ec" + "😀".repeat(200))))
        .startsWith("a b\\u202ec😀")
        .doesNotContain("\\ud83d");
  }
}
