package dev.pollux.results.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.Accounting;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.RowOutcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Charts count each answered row once, and say what stands outside of them.
class DistributionsTest {
  private static final Expected SHARE =
      new Expected(List.of(), OptionalDouble.of(0), OptionalDouble.of(1));

  private static BitSet rows(int... some) {
    BitSet all = new BitSet();
    IntStream.of(some).forEach(all::set);
    return all;
  }

  private static RowOutcome answered(String text) {
    return new RowOutcome.Answered(text, "STOP", TokenUsage.NONE, "");
  }

  private static Accounting counted(List<RowOutcome> outcomes) {
    Accounting.Tally tally = new Accounting.Tally(_ -> false);
    outcomes.forEach(tally::add);
    return tally.against(Optional.empty());
  }

  private static List<Distribution> charts(Accounting all, Map<String, Expected> expected) {
    return Distributions.of(all.values(), all.answers(), expected);
  }

  /// Four rows of 100 are no object, fail or are blocked.
  private static Accounting passages() {
    List<RowOutcome> all = new ArrayList<>();
    Random random = new Random(3);
    String[] subjects = {"law", "law", "law", "economy", "economy", "war"};
    for (int i = 0; i < 96; i++) {
      all.add(
          answered(
              "{\"subject\":\"%s\",\"score\":%s,\"quote\":\"%s\",\"sure\":%s}"
                  .formatted(
                      subjects[i % 6],
                      i == 10 ? "1.7" : i == 11 ? "\"high\"" : "0." + (i % 10),
                      i == 12 ? "" : "words " + i + "x".repeat(random.nextInt(30)),
                      i == 13 ? "null" : "" + (i % 2 == 0))));
    }
    all.add(answered("I cannot say."));
    all.add(new RowOutcome.Failed(FailureKind.CAPACITY, 429, "exhausted"));
    all.add(new RowOutcome.Blocked("SAFETY", TokenUsage.NONE));
    all.add(new RowOutcome.Answered("{\"subject\":\"l", "MAX_TOKENS", TokenUsage.NONE, ""));
    return counted(all);
  }

  @Test
  void wordsAreCountedAndNumbersAndLengthsMeasured() {
    List<Distribution> charts = charts(passages(), Map.of("score", SHARE));
    assertThat(charts)
        .extracting(Distribution::name, Distribution::shape)
        .containsExactly(
            tuple("subject", Distribution.Shape.WORDS),
            tuple("score", Distribution.Shape.NUMBERS),
            tuple("quote", Distribution.Shape.LENGTHS),
            tuple("sure", Distribution.Shape.WORDS));
    assertThat(charts.getFirst().bars())
        .extracting(Bar::bin, Bar::count)
        .containsExactly(
            tuple(new Bin.Word("law"), 48),
            tuple(new Bin.Word("economy"), 32),
            tuple(new Bin.Word("war"), 16));
    Distribution score = charts.get(1);
    assertThat(score.values()).isEqualTo(95);
    assertThat(score.odd().stream()).as("outside 0-1, and a word").containsExactly(10, 11);
    assertThat(score.figures().orElseThrow().most()).isEqualTo(1.7);
    assertThat(score.bars()).as("ten tenths, and what is outside").hasSize(11);
    assertThat(score.bars().getLast()).isEqualTo(new Bar(new Bin.Outside(0, 1), rows(10)));
    assertThat(charts.get(2).empty().stream()).containsExactly(12);
    assertThat(charts.get(3).empty().stream()).containsExactly(13);
  }

  @Test
  void everyValueStandsUnderOneBarAndEveryAnswerSomewhere() {
    for (Distribution chart : charts(passages(), Map.of("score", SHARE))) {
      BitSet all = new BitSet();
      int sum = 0;
      for (Bar bar : chart.bars()) {
        all.or(bar.rows());
        sum += bar.count();
      }
      assertThat(sum).as(chart.name()).isEqualTo(all.cardinality());
      assertThat((long) sum).as(chart.name()).isEqualTo(chart.values());
      all.or(chart.empty());
      all.or(chart.odd());
      assertThat(all.cardinality())
          .as("%s: answers in the form of the others", chart.name())
          .isEqualTo(96);
    }
  }

  @Test
  void barsThatArePickedChooseTheirRows() {
    List<Distribution> charts = charts(passages(), Map.of());
    Picked law = Picked.NOTHING.turned("subject", new Bin.Word("law"));
    assertThat(law.rows(charts).orElseThrow().cardinality()).isEqualTo(48);
    Picked both = law.turned("subject", new Bin.Word("war"));
    assertThat(both.rows(charts).orElseThrow().cardinality()).as("any of one chart").isEqualTo(64);
    Picked sure = law.turned("sure", new Bin.Word("true"));
    assertThat(sure.rows(charts).orElseThrow().stream())
        .as("each of several charts")
        .allMatch(row -> row % 6 < 3 && row % 2 == 0)
        .hasSize(32);
    assertThat(Picked.NOTHING.turned("quote", new Bin.Empty()).rows(charts).orElseThrow().stream())
        .containsExactly(12);
    assertThat(sure.turned("sure", new Bin.Word("true"))).isEqualTo(law);
    assertThat(Picked.NOTHING.rows(charts)).isEmpty();
  }

  @Test
  void endsAreCountedByTheWordOfTheService() {
    assertThat(Distributions.ends(passages().values()).bars())
        .extracting(bar -> bar.bin() + " " + bar.count())
        .containsExactly("Word[text=STOP] 97", "Word[text=SAFETY] 1", "Word[text=MAX_TOKENS] 1");
  }

  @Test
  void wordsThatWereAskedForHaveABarWhereNobodyUsedThemAndOthersAreOdd() {
    Distribution subject =
        charts(
                passages(),
                Map.of(
                    "subject",
                    new Expected(
                        List.of("law", "economy", "other"),
                        OptionalDouble.empty(),
                        OptionalDouble.empty())))
            .getFirst();
    assertThat(subject.bars().getLast().bin()).isEqualTo(new Bin.Word("other"));
    assertThat(subject.bars().getLast().count()).isZero();
    assertThat(subject.odd().cardinality()).as("war was not asked for").isEqualTo(16);
  }

  @Test
  void manyWordsShareABar() {
    List<RowOutcome> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      all.add(answered("{\"word\":\"w%d\"}".formatted(i % 20)));
    }
    List<Bar> bars = charts(counted(all), Map.of()).getFirst().bars();
    assertThat(bars).hasSize(9);
    assertThat(bars.getLast().bin()).isEqualTo(new Bin.Rest(12));
    assertThat(bars.getLast().count()).isEqualTo(240);
  }

  @Test
  void answersThatAreTextHaveTheirLengths() {
    Distribution text =
        charts(counted(List.of(answered("four"), answered("one"))), Map.of()).getFirst();
    assertThat(text.shape()).isEqualTo(Distribution.Shape.LENGTHS);
    assertThat(text.figures().orElseThrow()).isEqualTo(new Distribution.Figures(3, 3.5, 3.5, 4));
  }

  @Test
  void hugeNumbersBreakNothing() {
    List<RowOutcome> all = new ArrayList<>();
    for (String number : List.of("1e308", "-1e308", "1e400", "0", "5e-324")) {
      all.add(answered("{\"n\":%s}".formatted(number)));
    }
    Distribution chart = charts(counted(all), Map.of()).getFirst();
    assertThat(chart.values() + chart.odd().cardinality()).isEqualTo(5);
    assertThat(chart.bars().stream().mapToInt(Bar::count).sum()).isEqualTo((int) chart.values());
    assertThat(chart.figures().orElseThrow().mean()).isFinite();
  }

  @Test
  void edgesAreRoundNumbers() {
    assertThat(Edges.of(0, 1, false).bins()).hasSize(10).contains(new Bin.Between(0.3, 0.4));
    assertThat(Edges.of(1, 5, true).bins())
        .containsExactly(
            new Bin.Exactly(1),
            new Bin.Exactly(2),
            new Bin.Exactly(3),
            new Bin.Exactly(4),
            new Bin.Exactly(5));
    assertThat(Edges.of(3, 81, true).bins().getFirst()).isEqualTo(new Bin.Between(0, 10));
    assertThat(Edges.of(0, 1, false).bar(0.3)).as("0.3 / 0.1 is below 3").isEqualTo(3);
    assertThat(Edges.of(0.5, 0.5, false).bins()).hasSize(1);
  }

  @Test
  void textColumnOfFieldTypeIsMeasuredWhereNothingComesBack() {
    List<RowOutcome> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(answered("{\"quote\":\"words %d\"}".formatted(i)));
    }
    Accounting counted = counted(all);
    assertThat(counted.answers()).containsExactly(Field.of("quote", FieldType.STRING));
    Distribution chart = charts(counted, Map.of()).getFirst();
    assertThat(chart.shape()).isEqualTo(Distribution.Shape.LENGTHS);
    assertThat(chart.figures().orElseThrow().mean()).isCloseTo(7.8, within(1e-9));
  }
}
