package dev.pollux.draft.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.draft.Step;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of answers in a dataset whose tables end by themselves, or have a key of their own.
class DatasetDefaultsTest {
  private final DraftFixture fixture = new DraftFixture();

  private List<Finding> found(DatasetDefaults defaults) {
    DatasetRef mine = new DatasetRef(FakeCloud.PROJECT, "mine");
    fixture.cloud.catalog.datasets.put(mine, new Dataset(mine, DraftFixture.HERE, "", defaults));
    return DestinationChecks.of(fixture.known());
  }

  private static DatasetDefaults tables(Duration after) {
    return new DatasetDefaults(Optional.of(after), Optional.empty(), Optional.empty());
  }

  @Test
  void nothingIsSaidWhereTheAnswersStay() {
    assertThat(found(DatasetDefaults.NONE)).isEmpty();
  }

  @Test
  void answersThatVanishAreSaidInDaysOrHours() {
    assertThat(found(tables(Duration.ofDays(7))))
        .containsExactly(Finding.warning("destination.tables-expire-days", 7L));
    assertThat(found(tables(Duration.ofHours(47))))
        .containsExactly(Finding.warning("destination.tables-expire-hours", 47L));
  }

  @Test
  void partitionsAndAKeyAreSaidAndStopNothing() {
    DatasetDefaults both =
        new DatasetDefaults(
            Optional.empty(), Optional.of(Duration.ofDays(30)), Optional.of("keys/k"));
    assertThat(found(both))
        .containsExactly(
            Finding.warning("destination.partitions-expire-days", 30L),
            Finding.warning("destination.own-key", "keys/k"));
    assertThat(DraftChecks.of(fixture.known()).stops(Step.DESTINATION)).isFalse();
  }

  /// Of another dataset nothing is known before it was asked for.
  @Test
  void anotherDatasetIsAskedForAnew() {
    assertThat(found(tables(Duration.ofDays(7)))).isNotEmpty();
    fixture.dataset("other", DraftFixture.HERE);
    DraftState before = fixture.known();
    DraftState moved =
        before.with(before.draft().withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".other")));
    DraftState fitted = fixture.lookups().fitted(moved);
    assertThat(fitted.facts().defaults()).isInstanceOf(Fact.Unknown.class);
    assertThat(DestinationChecks.of(fixture.known(fitted))).isEmpty();
  }
}
