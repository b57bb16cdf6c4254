package dev.pollux.draft.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeRows;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rows of a trial come from all over the table, others with each turn, and cost nothing.
class TrialDrawTest {
  private final DraftFixture fixture = new DraftFixture();

  private void table(long rows) {
    fixture.table(DraftFixture.HERE, rows, DraftFixture.TEXT, Field.of("n", FieldType.INT64));
  }

  private void where(RowChoice.Operator operator, String value) {
    fixture.edit(draft ->
        draft.withRows(
            new RowChoice(
                List.of(new RowChoice.Condition("n", operator, value)),
                OptionalLong.empty(),
                false,
                "")));
  }

  private Trial draw(TrialChoice choice, int count, int turn) throws Exception {
    DraftState state = fixture.known();
    fixture.cloud.rows.asked.clear();
    return new TrialDraw(fixture.cloud.rows)
        .draw(
            1,
            state.trialSubject().orElseThrow(),
            state.trialRows(state.trialSubject().orElseThrow()),
            new TrialDraw.Wish(choice, count, turn));
  }

  private static List<Long> numbers(Trial trial) {
    return trial.rows().stream().map(TrialRow::number).toList();
  }

  @Test
  void theyAreSpreadOverTheWholeTable() throws Exception {
    table(10_000);
    assertThat(numbers(draw(TrialChoice.SPREAD, 10, 0)))
        .containsExactly(
            1L, 1_001L, 2_001L, 3_001L, 4_001L, 5_001L, 6_001L, 7_001L, 8_001L, 9_001L);
    assertThat(fixture.cloud.rows.asked).as("no more than is needed").hasSize(10);
    assertThat(fixture.cloud.rows.asked.stream().mapToInt(FakeRows.Asked::size).sum())
        .isEqualTo(10);
  }

  @Test
  void eachRowIsTheOneWithItsNumber() throws Exception {
    table(10_000);
    for (TrialChoice choice : TrialChoice.values()) {
      assertThat(draw(choice, 7, 3).rows())
          .as(choice.name())
          .hasSize(7)
          .allSatisfy(row -> assertThat(row.prompt()).contains("passage " + (row.number() - 1)));
    }
  }

  @ParameterizedTest
  @EnumSource(TrialChoice.class)
  void eachTurnTakesOthers(TrialChoice choice) throws Exception {
    table(10_000);
    Set<Long> seen = new HashSet<>();
    for (int turn = 0; turn < 20; turn++) {
      List<Long> drawn = numbers(draw(choice, 10, turn));
      assertThat(drawn).hasSize(10).isSorted().doesNotHaveDuplicates();
      seen.addAll(drawn);
      assertThat(numbers(draw(choice, 10, turn)))
          .as("the same turn, the same rows")
          .isEqualTo(drawn);
    }
    assertThat(seen).hasSizeGreaterThan(190);
  }

  @Test
  void onlyRowsThatAreAskedAbout() throws Exception {
    table(10_000);
    where(RowChoice.Operator.AT_LEAST, "5000");
    for (TrialChoice choice : new TrialChoice[] {TrialChoice.SPREAD, TrialChoice.RANDOM}) {
      assertThat(numbers(draw(choice, 10, 0)))
          .as(choice.name())
          .hasSize(10)
          .allMatch(number -> number > 5_000);
    }
    assertThat(fixture.cloud.rows.asked.size()).as("a few pages").isLessThanOrEqualTo(40);
  }

  @Test
  void rowsThatNobodyFindsEndIt() throws Exception {
    table(10_000);
    where(RowChoice.Operator.AT_LEAST, "20000");
    for (TrialChoice choice : TrialChoice.values()) {
      assertThat(draw(choice, 10, 0).rows()).as(choice.name()).isEmpty();
      assertThat(fixture.cloud.rows.asked.size()).isLessThanOrEqualTo(40);
    }
  }

  @ParameterizedTest
  @EnumSource(TrialChoice.class)
  void aSmallTableIsReadNoMore(TrialChoice choice) throws Exception {
    table(7);
    for (int turn = 0; turn < 3; turn++) {
      assertThat(numbers(draw(choice, 10, turn)))
          .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
    assertThat(fixture.cloud.rows.asked).isEmpty();
    assertThat(numbers(draw(choice, 3, 1))).hasSize(3).isNotEqualTo(numbers(draw(choice, 3, 0)));
  }

  @Test
  void theFirstRowsGoOnWhereTheLastTurnEnded() throws Exception {
    table(10_000);
    assertThat(numbers(draw(TrialChoice.FIRST, 3, 0))).containsExactly(1L, 2L, 3L);
    assertThat(numbers(draw(TrialChoice.FIRST, 3, 1))).containsExactly(4L, 5L, 6L);
    where(RowChoice.Operator.AT_LEAST, "2");
    assertThat(numbers(draw(TrialChoice.FIRST, 3, 0))).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aTableThatShrankIsNoFault() throws Exception {
    table(10_000);
    DraftState state = fixture.known();
    fixture.rows(fixture.cloud.rows.tables.get(DraftFixture.TABLE).subList(0, 300));
    Trial trial =
        new TrialDraw(fixture.cloud.rows)
            .draw(
                1,
                state.trialSubject().orElseThrow(),
                state.trialRows(state.trialSubject().orElseThrow()),
                new TrialDraw.Wish(TrialChoice.SPREAD, 10, 0));
    assertThat(numbers(trial)).contains(1L).allMatch(number -> number <= 300);
  }

  @Test
  void whatTheServiceRefusesIsSaid() {
    table(10_000);
    DraftState state = fixture.known();
    fixture.cloud.rows.failure = Optional.of(new CloudException.NotAllowed("no", "403", null));
    assertThatThrownBy(() ->
            new TrialDraw(fixture.cloud.rows)
                .draw(
                    1,
                    state.trialSubject().orElseThrow(),
                    state.trialRows(state.trialSubject().orElseThrow()),
                    new TrialDraw.Wish(TrialChoice.SPREAD, 10, 0)))
        .isInstanceOf(CloudException.NotAllowed.class);
  }
}
