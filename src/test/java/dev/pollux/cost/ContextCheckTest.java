package dev.pollux.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextCheckTest {
  @ParameterizedTest(name = "{0} tokens of {1}, {2} for the answer: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -              | 1000000 | 0     | -
          100            | 0       | 0     | -
          100            | 0       | 65536 | -
          100 900 500    | 1000000 | 0     | context.fits
          100 900 500    | 1000000 | 65536 | context.fits
          100 800001     | 1000000 | 0     | context.near
          100 800001     | 1000000 | 65536 | context.near
          100 934464     | 1000000 | 65536 | context.near
          100 934465     | 1000000 | 65536 | context.shared
          100 1000000    | 1000000 | 0     | context.near
          100 1000001    | 1000000 | 65536 | context.over
          """)
  void saysWhetherTheLongestFits(String tokens, long context, long reserved, String code) {
    List<Long> counted =
        tokens == null
            ? List.of()
            : Arrays.stream(tokens.split(" ", -1)).map(Long::valueOf).toList();
    TokenSample sample = new TokenSample(counted, 0, 0, counted.size(), counted.size());

    assertThat(ContextCheck.check(sample, "m", context, reserved).map(Finding::code).orElse(null))
        .isEqualTo(code);
  }
}
