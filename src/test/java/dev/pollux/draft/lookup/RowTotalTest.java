package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.RowTotal;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows are counted when the choice changes: once for each choice, and not unasked where that costs
/// money. A view does not say how many it has, so its rows are counted always.
class RowTotalTest {
  private static final long DEAR = 3L << 30;
  private final DraftFixture fixture = new DraftFixture();

  @BeforeEach
  void table() {
    fixture.table(DraftFixture.HERE, 50, Field.of("n", FieldType.INT64));
    fixture.edit(
        draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse("Is {{n}} prime?"))));
    fixture.counts(7, 1_000);
  }

  private DraftState chosen(OptionalLong limit, RowChoice.Condition... conditions) {
    return chosen(fixture.fresh(), limit, conditions);
  }

  private DraftState chosen(
      DraftState state, OptionalLong limit, RowChoice.Condition... conditions) {
    return fixture.known(
        state.with(state.draft().withRows(new RowChoice(List.of(conditions), limit, false, ""))));
  }

  private static RowChoice.Condition atLeast(String value) {
    return new RowChoice.Condition("n", RowChoice.Operator.AT_LEAST, value);
  }

  private int queries() {
    return fixture.cloud.queries.calls;
  }

  @Test
  void nothingIsAskedWhereTheTableKnows() {
    assertThat(chosen(OptionalLong.of(20)).rows()).hasValue(20);
    assertThat(queries()).isZero();
  }

  @Test
  void aChoiceIsCountedOnceAndALimitIsTakenWithoutAskingAgain() {
    DraftState all = chosen(OptionalLong.empty(), atLeast("1"));
    assertThat(all.rows()).hasValue(7);
    DraftState five = chosen(all, OptionalLong.of(5), atLeast("1"));
    assertThat(five.rows()).hasValue(5);
    assertThat(queries()).isOne();
    chosen(five, OptionalLong.of(5), atLeast("2"));
    assertThat(queries()).isEqualTo(2);
  }

  @Test
  void aCountThatFailsIsNotAskedAgainUntilSomebodyWantsIt() {
    fixture.cloud.queries.failure = Optional.of(new CloudException.Unavailable("away", "", null));
    DraftState failed = chosen(OptionalLong.empty(), atLeast("1"));
    assertThat(failed.facts().total()).isInstanceOf(Fact.Failed.class);
    assertThat(stops(failed)).contains("rows.not-counted");
    fixture.cloud.queries.failure = Optional.empty();
    assertThat(fixture.known(failed)).as("nothing is asked").isEqualTo(failed);
    assertThat(queries()).isZero();
    Lookup<?> total = fixture.lookups().of(Facts.Topic.TOTAL);
    assertThat(fixture.known(forgotten(total, failed)).rows()).hasValue(7);
  }

  private static <V> DraftState forgotten(Lookup<V> lookup, DraftState state) {
    return lookup.put(state, Fact.unknown());
  }

  @Test
  void aChoiceWithFaultsIsNotCounted() {
    DraftState state = chosen(OptionalLong.empty(), atLeast("ten"));
    assertThat(state.facts().total()).isInstanceOf(Fact.Unknown.class);
    assertThat(queries()).isZero();
  }

  @Test
  void aDearCountAsksFirst() {
    fixture.counts(7, DEAR);
    DraftState state = chosen(OptionalLong.empty(), atLeast("1"));
    assertThat(state.facts().total().value()).contains(new RowTotal.TooDear(DEAR));
    assertThat(queries()).as("only the dry run, which is free").isZero();
    assertThat(state.rows()).isEmpty();
    assertThat(stops(state)).contains("rows.count-too-dear");
    DraftState paid =
        fixture.known(
            fixture
                .lookups()
                .fitted(state.with(state.draft().withConsent(Consent::withPaidLookups))));
    assertThat(paid.rows()).hasValue(7);
    assertThat(paid.draft().withSource("p.d.other").consent().paidLookups())
        .as("another table is asked about anew")
        .isFalse();
  }

  /// A dry run over files says 0, however many bytes the query will read.
  @Test
  void whatCannotBeMeasuredRunsUnaskedOnlyUpToTheLimit() {
    fixture.table(TableKind.EXTERNAL, DraftFixture.HERE, -1, Field.of("n", FieldType.INT64));
    fixture.counts(7, 0);
    assertThat(fixture.known().rows()).hasValue(7);
    assertThat(fixture.cloud.queries.ceilings.values()).isNotEmpty().containsOnly(1_000_000_000L);

    fixture.cloud.queries.billed = 2_000_000_000;
    DraftState dear = fixture.known();
    assertThat(dear.facts().total().value()).contains(new RowTotal.TooDear(100L << 30));
    assertThat(stops(dear)).contains("rows.count-too-dear");
    DraftState paid =
        fixture.known(
            fixture
                .lookups()
                .fitted(dear.with(dear.draft().withConsent(Consent::withPaidLookups))));
    assertThat(paid.rows()).hasValue(7);
  }

  private static List<String> stops(DraftState state) {
    return DraftChecks.of(state).of(Step.REQUESTS).stream()
        .filter(Finding::stops)
        .map(Finding::code)
        .toList();
  }

  private void view() {
    fixture.table(TableKind.VIEW, DraftFixture.HERE, -1, Field.of("n", FieldType.INT64));
  }

  @Test
  void theRowsOfAViewAreCountedAndNeverMinusOne() {
    view();
    DraftState state = fixture.known();
    assertThat(state.rows()).hasValue(7);
    assertThat(RunPlanner.plan(state)).map(RunPlan::rows).contains(7L);
    assertThat(state.sample()).as("its rows are read by a query").isNotEmpty();
    assertThat(chosen(state, OptionalLong.of(5)).rows()).hasValue(5);
  }

  @Test
  void aViewThatIsNotCountedStops() {
    view();
    DraftState state = fixture.known(fixture.fresh());
    DraftState open =
        fixture.lookups().of(Facts.Topic.TOTAL) instanceof TotalLookup total
            ? total.put(state, Fact.unknown())
            : state;
    assertThat(open.rows()).isEmpty();
    assertThat(stops(open)).contains("rows.not-counted-yet");
    assertThat(Readiness.of(open, DraftChecks.of(open), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Stopped.class);
    fixture.counts(7, DEAR);
    assertThat(stops(fixture.known())).contains("rows.count-too-dear");
  }

  @Test
  void aViewMayHaveTooManyRowsOrNone() {
    view();
    fixture.counts(4_000_001, 1_000);
    assertThat(stops(fixture.known())).contains("rows.too-many");
    fixture.counts(0, 1_000);
    assertThat(stops(fixture.known())).contains("rows.none");
  }

  @Test
  void aViewOfOwnRequestsIsCountedAsItIs() {
    fixture.table(
        TableKind.VIEW, new Location("us-central1"), -1, Field.of("request", FieldType.STRING));
    fixture.edit(draft -> draft.withOwnRequests(Optional.of(true)));
    assertThat(fixture.known().rows()).hasValue(7);
  }
}
