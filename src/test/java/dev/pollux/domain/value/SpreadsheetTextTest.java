package dev.pollux.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "-",
        "+",
        "-5 apples",
        "=",
        "@name",
        "\0=1+1",
        "\ufeff=1+1",
        "\u200e\u202d@SUM(A1)",
        "\u001b\u200b+1+cmd|' /C calc'!A0"
      })
  void whatASpreadsheetWouldRunIsText(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "1=1", "-5", "+3.14", "-1,234.5", "-2e-9", "-12%", "'=1"})
  void textAndNumbersStayWhatTheyAre(String text) {
    assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
  }

  @Test
  void aColumnOfNumbersIsNeverTouchedAndAListOfThemIsText() {
    assertThat(SpreadsheetText.harmless(Field.of("n", FieldType.FLOAT64), "-Infinity"))
        .isEqualTo("-Infinity");
    assertThat(SpreadsheetText.harmless(Field.of("n", FieldType.STRING), "-Infinity"))
        .isEqualTo("'-Infinity");
  }
}
