package dev.pollux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A percentile is one of the figures, by nearest rank.
class PercentileTest {
  @ParameterizedTest
  @CsvSource({"1, 95, 1", "2, 50, 1", "20, 95, 19", "20, 100, 20", "21, 95, 20", "300, 95, 285"})
  void ofTheFiguresFromOneUp(int count, int percent, double expected) {
    double[] downwards = IntStream.range(0, count).mapToDouble(i -> count - i).toArray();

    assertThat(Percentile.of(downwards, percent)).isEqualTo(expected);
    assertThat(downwards[0]).as("the figures stay in their order").isEqualTo(count);
  }
}
