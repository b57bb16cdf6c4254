package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Figures of a tour beside those of a bare window of 1,000 ms and 160 MB.
class TourFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          7000  | 300 | 90  | none
          7000  | 300 | 400 | the FX thread works too long at a time in step results
          13000 | 300 | 90  | the start works more than 12.0 times as much as a bare window's
          7000  | 650 | 90  | memory is more than 4.0 times a bare window's
          """)
  void whatIsWorseThanItMayBeIsAFault(long start, long memory, long work, String fault) {
    TourFigures figures =
        TourFigures.of(
            JsonMapper.shared()
                .readTree(
                    """
                    {"startProcessorMillis": %d, "residentMegabytes": {"beforeTheFirstStep": %d, "afterTheLast": 900},
                     "stallsOver50Ms": [{"step": "tables", "millis": 900, "workedMillis": 60},
                                        {"step": "results", "millis": 900, "workedMillis": %d},
                                        {"step": "results", "millis": 55, "workedMillis": 51}]}
                    """
                        .formatted(start, memory, work)));
    var faults = figures.faults(new TourFigures.Bare(1_000, 160));
    if (fault == null) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).containsExactly(fault);
    }
  }
}
