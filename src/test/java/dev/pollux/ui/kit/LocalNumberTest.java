package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers as each language writes them: what is shown can be read, and what means something else
/// in another language is not guessed.
class LocalNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 0.5       | 0.5
          en | .5        |
          en | 0,5       |
          en | 1,000     | 1000
          en | 65,536.25 | 65536.25
          en | 1,00      |
          en | 2.        | 2
          en | -1        |
          en | 1e3       |
          en | NaN       |
          fr | 0,5       | 0.5
          fr | 0.5       | 0.5
          fr | 65\u202f536 | 65536
          fr | 65 536,5  | 65536.5
          fr | 1,000     | 1
          de | 0,5       | 0.5
          de | 1.500     | 1500
          de | 0.5       |
          """)
  void reads(String language, String typed, String value) {
    LocalNumber numbers = new LocalNumber(Locale.forLanguageTag(language), false);
    assertThat(numbers.read(typed))
        .isEqualTo(
            value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)));
  }

  @Test
  void wholeNumbersHaveNoFraction() {
    LocalNumber whole = new LocalNumber(Locale.ENGLISH, true);
    assertThat(whole.read("65536")).hasValue(65_536);
    assertThat(whole.read("65,536")).hasValue(65_536);
    assertThat(whole.read("0.5")).isEmpty();
    assertThat(whole.read("1234567890")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "de-CH", "ar-EG", "hi-IN-u-nu-deva"})
  void whatIsShownIsRead(String language) {
    LocalNumber numbers = new LocalNumber(Locale.forLanguageTag(language), false);
    for (double value : new double[] {0, 0.5, 0.000001, 2, 10, 1234.25, 999_999_999}) {
      assertThat(numbers.read(numbers.text(value))).as("%s", numbers.text(value)).hasValue(value);
    }
  }
}
