package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.state.ChosenRows;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conditions that hardly any of the first rows meets: some that do are read by a query, so that
/// preview, trial and price are about rows that will be sent.
class ChosenRowsTest {
  private static final long DEAR = 3L << 30;
  private final DraftFixture fixture = new DraftFixture();

  /// Rows with the numbers from 0; what a query finds is the row of 20,000.
  @BeforeEach
  void table() {
    fixture.table(DraftFixture.HERE, 30_000, Field.of("n", FieldType.INT64));
    fixture.edit(
        draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse("Is {{n}} prime?"))));
    fixture.counts(20_000, 1_000);
  }

  private DraftState atLeast(int n) {
    RowChoice.Condition condition =
        new RowChoice.Condition("n", RowChoice.Operator.AT_LEAST, "" + n);
    fixture.edit(
        draft -> draft.withRows(new RowChoice(List.of(condition), OptionalLong.of(7), false, "")));
    return fixture.known();
  }

  private static List<String> asked(DraftState state) {
    return state.asked().stream()
        .map(row -> ((Value.Scalar) row.values().getFirst()).text())
        .toList();
  }

  private static Optional<Finding> finding(DraftState state, String code) {
    return DraftChecks.of(state).of(Step.REQUESTS).stream()
        .filter(found -> found.code().equals(code))
        .findFirst();
  }

  @Test
  void rareRowsAreReadByAQuery() {
    DraftState state = atLeast(19_990);
    assertThat(new ChosenRows(state).sql().orElseThrow().query().sql())
        .contains("`n` >= ", "LIMIT 200")
        .doesNotContain("LIMIT 7");
    assertThat(asked(state)).containsExactly("20000");
    assertThat(state.listsRows()).as("others would not meet the conditions").isFalse();
    assertThat(state.facts().tokens().value().orElseThrow().size()).isOne();
    assertThat(DraftCost.price(state))
        .as("known, though no row of the spread is chosen")
        .isPresent();
  }

  @Test
  void whereEnoughOfTheFirstFitNothingIsRead() {
    DraftState state = atLeast(195);
    assertThat(state.facts().chosen()).isInstanceOf(Fact.Unknown.class);
    assertThat(asked(state)).containsExactly("195", "196", "197", "198", "199");
    assertThat(state.listsRows()).isTrue();
  }

  @Test
  void aTableThatIsHereAsAWholeHasNoOthers() {
    fixture.table(DraftFixture.HERE, 200, Field.of("n", FieldType.INT64));
    assertThat(atLeast(199).facts().chosen()).isInstanceOf(Fact.Unknown.class);
  }

  @Test
  void aViewIsLookedIntoOnceMore() {
    fixture.table(TableKind.VIEW, DraftFixture.HERE, -1, Field.of("n", FieldType.INT64));
    Row low = new Row(List.of(new Value.Scalar("1")));
    fixture.cloud.queries.result =
        new dev.pollux.cloud.QueryResult(
            fixture.cloud.queries.result.schema(), java.util.Collections.nCopies(200, low));
    DraftState state = atLeast(19_990);
    assertThat(fixture.lookups().of(Topic.CHOSEN).fact(state)).isInstanceOf(Fact.Known.class);
    assertThat(asked(state)).as("what does not meet the conditions is not shown").isEmpty();
  }

  @Test
  void whatReadsMuchIsAskedBefore() {
    fixture.counts(20_000, DEAR);
    DraftState state = atLeast(29_999);
    Finding dear = finding(state, "rows.preview-too-dear").orElseThrow();
    assertThat(dear.stops()).isFalse();
    assertThat(QuickFixes.of(dear, state)).isPresent();
    fixture.edit(draft -> draft.withConsent(Consent::withPaidLookups));
    DraftState paid = fixture.known();
    assertThat(finding(paid, "rows.preview-too-dear")).isEmpty();
    assertThat(new ChosenRows(paid).read()).isPresent();
  }

  @Test
  void tokensAreCountedOfTheRowsThatAreFound() {
    DraftState state = atLeast(19_990);
    TokensLookup tokens = new TokensLookup(fixture.cloud);
    assertThat(tokens.subject(state)).isPresent();
    DraftState reading = state.with(state.facts().with(Topic.CHOSEN, Fact.unknown()));
    assertThat(new ChosenRows(reading).isReading()).isTrue();
    assertThat(tokens.subject(reading)).as("nothing is counted twice").isEmpty();
  }
}
