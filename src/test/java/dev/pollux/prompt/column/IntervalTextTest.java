package dev.pollux.prompt.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The texts are those of Google's own implementation for the same intervals.
class IntervalTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0-0 0 0:0:0           | 0-0 0 0:0:0           | P0Y
          -1-2 0 0:0:0          | -1-2 0 0:0:0          | P-1Y-2M
          -1-2 -3 -4:5:6.500000 | -1-2 -3 -4:5:6.500    | P-1Y-2M-3DT-4H-5M-6.5S
          -0-2 3 -0:0:0.500000  | -0-2 3 -0:0:0.500     | P-2M3DT-0.5S
          0-0 0 25:1:1          | 0-0 0 25:1:1          | PT25H1M1S
          1-0 0 0:0:0.000000    | 1-0 0 0:0:0           | P1Y
          0-0 0 0:0:0.000001    | 0-0 0 0:0:0.000001    | PT0.000001S
          0-0 0 0:0:10          | 0-0 0 0:0:10          | PT10S
          0-0 0 -1:0:0.123456   | 0-0 0 -1:0:0.123456   | PT-1H-0.123456S
          another form          | another form          | another form
          """)
  void isAsGoogleWritesIt(String row, String cast, String iso) {
    assertThat(IntervalText.of(row)).isEqualTo(cast);
    assertThat(IntervalText.iso(row)).isEqualTo(iso);
  }
}
