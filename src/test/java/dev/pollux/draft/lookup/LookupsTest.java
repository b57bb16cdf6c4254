package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.draft.Consent;
import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.prompt.Template;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Facts are dropped when the part of the draft that they are about changes, and only then.
class LookupsTest {
  /// The cloud has answered once, about this draft.
  private final DraftFixture fixture = new DraftFixture();

  record Change(String what, UnaryOperator<Draft> edit, Set<Topic> dropped) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change(
            "the source",
            draft -> draft.withSource("pollux-sandbox.samples.other"),
            EnumSet.of(
                Topic.SOURCE,
                Topic.SERVED,
                Topic.TOTAL,
                Topic.TOKENS,
                Topic.DISTINCT,
                Topic.PAID,
                Topic.ACCESS)),
        new Change(
            "the prompt",
            draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse("{{text}}!"))),
            EnumSet.of(Topic.TOKENS, Topic.DISTINCT, Topic.PAID, Topic.ACCESS)),
        new Change(
            "the model",
            draft ->
                draft.withModel(
                    "projects/" + FakeCloud.PROJECT + "/locations/us-central1/models/2"),
            EnumSet.of(
                Topic.TUNED_BASE,
                Topic.SERVED,
                Topic.TOKENS,
                Topic.DISTINCT,
                Topic.PAID,
                Topic.ACCESS)),
        new Change(
            "a setting",
            draft ->
                draft.withSpec(
                    spec -> spec.withSettings(spec.settings().withSeed(OptionalInt.of(3)))),
            EnumSet.of(Topic.DISTINCT, Topic.PAID, Topic.ACCESS)),
        new Change(
            "a condition",
            draft -> draft.withRows(where("2")),
            EnumSet.of(Topic.TOTAL, Topic.TOKENS, Topic.DISTINCT, Topic.PAID, Topic.ACCESS)),
        new Change(
            "the table of the answers",
            draft -> draft.withTarget(to -> to.withTable("others")),
            EnumSet.of(Topic.DESTINATION, Topic.DISTINCT, Topic.PAID, Topic.ACCESS)),
        new Change("the title", draft -> draft.withTitle("Subjects"), EnumSet.noneOf(Topic.class)),
        new Change(
            "consent",
            draft -> draft.withConsent(Consent::withPaidLookups),
            EnumSet.of(Topic.TOTAL, Topic.DISTINCT, Topic.PAID, Topic.ACCESS)));
  }

  private static RowChoice where(String value) {
    return new RowChoice(
        List.of(new RowChoice.Condition("n", RowChoice.Operator.AT_LEAST, value)),
        OptionalLong.empty(),
        false,
        "");
  }

  /// Every question has an answer.
  private DraftState all() {
    fixture.cloud.models.base = Optional.of("gemini-2.5-flash");
    fixture.counts(2, 1_000);
    fixture.cloud.catalog.unlisted.add(new DatasetRef(FakeCloud.PROJECT, "mine"));
    fixture.edit(draft ->
        draft
            .withModel("projects/" + FakeCloud.PROJECT + "/locations/us-central1/models/1")
            .withRows(where("0")));
    DraftState state = fixture.known();
    for (Lookup<?> lookup : questions()) {
      assertThat(lookup.fact(state)).as("%s", lookup.topic()).isInstanceOf(Fact.Known.class);
    }
    return state;
  }

  /// All but rows by a query, which a table whose rows are listed, and fit, has no need of.
  private List<Lookup<?>> questions() {
    return fixture.lookups().all().stream()
        .filter(lookup -> lookup.topic() != Topic.PREVIEW && lookup.topic() != Topic.CHOSEN)
        .toList();
  }

  private Set<Topic> unknown(DraftState state) {
    Set<Topic> all = EnumSet.noneOf(Topic.class);
    questions().stream()
        .filter(lookup -> lookup.fact(state) instanceof Fact.Unknown<?>)
        .forEach(lookup -> all.add(lookup.topic()));
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void factsAboutWhatChangedAreDropped(Change change) {
    DraftState state = all();
    DraftState edited = fixture.lookups().fitted(state.with(change.edit().apply(state.draft())));
    assertThat(unknown(edited)).isEqualTo(change.dropped());
  }

  @Test
  void whatTypedTextMeansDecidesNotTheText() {
    DraftState state = all();
    Draft spaced = state.draft().withSource(" bq://" + state.draft().source() + " ");
    assertThat(unknown(fixture.lookups().fitted(state.with(spaced)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Topic.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PREVIEW", "CHOSEN"})
  void anAnswerAboutSomethingElseIsNotTaken(Topic topic) {
    DraftState state = all();
    Lookup<?> lookup = fixture.lookups().of(topic);
    assertThat(unknown(fixture.lookups().fitted(late(lookup, state)))).contains(topic);
  }

  private static <V> DraftState late(Lookup<V> lookup, DraftState state) {
    return lookup.put(state, new Fact.Stopped<>("something else"));
  }

  @Test
  void allIsAskedOnceAndThenNothingIsOpen() {
    DraftState state = all();
    assertThat(fixture.lookups().isOpen(state)).isFalse();
    assertThat(fixture.known(state)).isSameAs(state);
    assertThat(fixture.lookups().isOpen(fixture.fresh())).isTrue();
  }

  @Test
  void aQuestionThatFailsLeavesTheOthersAsked() {
    CloudException no = new CloudException.NotAllowed("no", "403", null);
    fixture.cloud.models.failure = Optional.of(no);
    fixture.cloud.gemini.failure = Optional.of(no);
    DraftState state = fixture.known();
    assertThat(state.facts().models()).isInstanceOf(Fact.Failed.class);
    assertThat(state.facts().tokens()).isInstanceOf(Fact.Failed.class);
    assertThat(state.facts().destination()).isInstanceOf(Fact.Known.class);
    assertThat(state.facts().access()).isInstanceOf(Fact.Known.class);
    assertThat(fixture.lookups().isOpen(state)).isFalse();
  }

  @Test
  void whatIsAskedAndWhatWasStoppedStops() {
    DraftState state = fixture.known();
    for (Topic topic : List.of(Topic.SOURCE, Topic.DATASETS, Topic.DESTINATION, Topic.ACCESS)) {
      Lookup<?> lookup = fixture.lookups().of(topic);
      Object about = lookup.subject(state).orElseThrow();
      DraftState stopped = put(lookup, state, about, true);
      assertThat(DraftChecks.of(stopped).byStep().values().stream().flatMap(List::stream))
          .as("%s was stopped", topic)
          .anyMatch(Finding::stops);
      DraftState looking = put(lookup, state, about, false);
      assertThat(Readiness.of(looking, DraftChecks.of(looking), fixture.lookups()::isOpen))
          .as("%s is being asked", topic)
          .isNotInstanceOf(Readiness.Ready.class);
    }
  }

  private <V> DraftState put(Lookup<V> lookup, DraftState state, Object about, boolean stopped) {
    return fixture
        .lookups()
        .fitted(
            lookup.put(
                state, stopped ? new Fact.Stopped<>(about) : new Fact.Looking<>(about, 0, 0)));
  }

  @Test
  void anotherLocationOfTheJobIsAnotherCount() {
    DraftState state = fixture.known();
    Draft moved = state.draft().withTarget(to -> to.withLocation(Optional.of(DraftFixture.HERE)));
    assertThat(state.jobLocation()).contains(Location.GLOBAL);
    assertThat(unknown(fixture.lookups().fitted(state.with(moved))))
        .contains(Topic.TOKENS, Topic.DISTINCT, Topic.PAID, Topic.ACCESS);
  }
}
