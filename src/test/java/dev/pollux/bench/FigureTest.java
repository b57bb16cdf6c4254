package dev.pollux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a bench prints is what stands in the table.
class FigureTest {
  static Stream<Arguments> figures() {
    return Stream.of(
        Arguments.of(Figure.of("a", "ms", 1.5), "| a | 1.50 ms |  |  |  |  |"),
        Arguments.of(
            Figure.of("b", "ms", 12).beside("a list", 8),
            "| b | 12.0 ms | 8.00 ms, a list | 1.50 |  |  |"),
        Arguments.of(
            Figure.of("c", "MB", 1234).beside("a list", 1000).atMostTimesPeer(1.25),
            "| c | 1,234 MB | 1,000 MB, a list | 1.23 | 1,250 MB | yes |"),
        Arguments.of(Figure.of("d", "s", 3).atMost(2), "| d | 3.00 s |  |  | 2.00 s | **no** |"));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isReadAsItWasPrinted(Figure figure, String row) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      figure.print();
    } finally {
      System.setOut(before);
    }
    assertThat(Figure.parse(printed.toString(StandardCharsets.UTF_8).stripTrailing()))
        .contains(figure);
    assertThat(figure.row()).isEqualTo(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "round 1: 5 s", "figure\ta\tms"})
  void otherLinesAreNone(String line) {
    assertThat(Figure.parse(line)).isEmpty();
  }
}
