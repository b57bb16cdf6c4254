package dev.pollux.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Kappa is what the literature says, and what its definition says in other words.
class CohenKappaTest {
  private record Said(String one, String other) {}

  /// Tables of counts: a row for each category of the first judge, a column for each of the second.
  /// What SAS and R's irr print stands in statsmodels
  /// (statsmodels/stats/tests/test_inter_rater.py), what Artstein and Poesio print in scikit-learn
  /// (sklearn/metrics/tests/test_classification.py).
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(
            "50 grant proposals, two readers: https://en.wikipedia.org/wiki/Cohen%27s_kappa",
            new int[][] {{20, 5}, {10, 15}}, 0.4, 1e-12),
        Arguments.of(
            "Artstein and Poesio: Inter-Coder Agreement for Computational Linguistics, 2008, table 1",
            new int[][] {{20, 20}, {10, 50}},
            0.348,
            5e-4),
        Arguments.of(
            "the same, table 4: three categories",
            new int[][] {{46, 0, 0}, {6, 32, 6}, {0, 0, 10}},
            0.8013,
            5e-5),
        Arguments.of(
            "SAS, Simple Kappa Coefficient, in statsmodels",
            new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}},
            0.4842,
            5e-5),
        Arguments.of(
            "R, irr, kappa2(anxiety[,2:3]), in statsmodels: less than chance",
            anxiety(),
            -0.006289308,
            5e-10));
  }

  /// The second and third judge of irr's data set `anxiety`, 20 persons, grades 1 to 6.
  private static int[][] anxiety() {
    int[] second = {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4};
    int[] third = {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2};
    int[][] counts = new int[6][6];
    for (int i = 0; i < second.length; i++) {
      counts[second[i] - 1][third[i] - 1]++;
    }
    return counts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void published(String source, int[][] counts, double kappa, double rounding) {
    assertThat(kappa(table(counts)).orElseThrow()).as(source).isCloseTo(kappa, within(rounding));
  }

  private static List<Said> table(int[][] counts) {
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        for (int n = 0; n < counts[i][j]; n++) {
          all.add(new Said("c" + i, "c" + j));
        }
      }
    }
    return all;
  }

  private static OptionalDouble kappa(List<Said> all) {
    CohenKappa kappa = new CohenKappa();
    all.forEach(said -> kappa.add(said.one(), said.other()));
    return kappa.value();
  }

  /// Disagreement that is seen against that of every row of the one with every row of the other.
  private static OptionalDouble byEveryPair(List<Said> all) {
    double seen = all.stream().filter(said -> !said.one().equals(said.other())).count();
    double expected = 0;
    for (Said one : all) {
      for (Said other : all) {
        expected += one.one().equals(other.other()) ? 0 : 1;
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (seen / all.size()) / (expected / all.size() / all.size()));
  }

  @Test
  void isTheSameInOtherWordsOnAThousandRandomTables() {
    Random random = new Random(12);
    int undefined = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      int categories = 1 + random.nextInt(6);
      int bias = random.nextInt(4);
      List<Said> all = new ArrayList<>();
      for (int row = 0; row <= random.nextInt(60); row++) {
        String one = "c" + random.nextInt(categories);
        all.add(new Said(one, random.nextInt(4) < bias ? one : "c" + random.nextInt(categories)));
      }
      OptionalDouble kappa = kappa(all);
      OptionalDouble other = byEveryPair(all);
      assertThat(kappa.isPresent()).as("table %d %s", trial, all).isEqualTo(other.isPresent());
      if (kappa.isPresent()) {
        assertThat(kappa.getAsDouble())
            .as("table %d %s", trial, all)
            .isCloseTo(other.getAsDouble(), within(1e-9));
      } else {
        undefined++;
      }
    }
    assertThat(undefined).as("tables of one category").isBetween(50, 500);
  }

  @Test
  void isUndefinedWhereChanceAloneAgrees() {
    assertThat(kappa(List.of())).isEmpty();
    assertThat(kappa(table(new int[][] {{30}}))).isEmpty();
    assertThat(kappa(table(new int[][] {{0, 9}})).orElseThrow())
        .as("each has one category, and another one")
        .isZero();
  }
}
