package dev.pollux.draft.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.draft.DraftJson;
import dev.pollux.draft.Target;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.FreeName;
import dev.pollux.draft.state.JobContext;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the answers go: a name that is free, in a dataset that may be written, and never where
/// answers about another table were to go.
class DestinationTest {
  private final DraftFixture fixture = new DraftFixture();

  private void exists(String dataset, String... names) {
    for (String name : names) {
      fixture.cloud.catalog.table(dataset, name, 1, DraftFixture.TEXT);
    }
  }

  private DraftState proposed() {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("")));
    return fixture.known();
  }

  private static List<String> codes(DraftState state) {
    return DestinationChecks.of(state).stream().map(Finding::code).toList();
  }

  @Test
  void proposesANameThatNothingHas() {
    assertThat(proposed().target().tableName()).isEqualTo("passages_answers");
    exists("mine", "passages_answers");
    assertThat(proposed().target().tableName()).isEqualTo("passages_answers_2");
    exists("mine", "passages_answers_2", "passages_answers_3");
    assertThat(proposed().target().tableName()).isEqualTo("passages_answers_4");
    assertThat(codes(proposed())).isEmpty();
    assertThat(Readiness.of(proposed(), DraftChecks.of(proposed()), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Ready.class);
  }

  @Test
  void theDatasetOfTheConnectionIsProposedFirst() {
    fixture.dataset("zoo", DraftFixture.HERE);
    fixture.edit(draft -> draft.withTarget(to -> to.withDataset("").withTable("")));
    assertThat(fixture.known().dataset().orElseThrow().ref().dataset()).isEqualTo("mine");
    Optional<String> usual = Optional.empty();
    ConnectionOptions own =
        new ConnectionOptions(usual, usual, Optional.of("zoo"), usual, usual, usual, usual);
    JobContext before = fixture.context;
    fixture.context =
        new JobContext(
            new Connection.Google(FakeCloud.PROJECT, DraftFixture.HERE, own),
            before.catalog(),
            before.prices(),
            before.budget(),
            before.today(),
            before.markKey(),
            before.run(),
            before.sandbox());
    assertThat(fixture.known().dataset().orElseThrow().ref().dataset()).isEqualTo("zoo");
  }

  @Test
  void namesInOtherDatasetsAreNotTaken() {
    exists("samples", "passages_answers");
    assertThat(proposed().target().tableName()).isEqualTo("passages_answers");
  }

  /// The answers of a job that runs are no table so far; its requests are.
  @Test
  void aNameIsTakenByAJobThatRuns() {
    exists("mine", "passages_answers_requests_0f0e0d0c");
    assertThat(proposed().target().tableName()).isEqualTo("passages_answers_2");
  }

  @Test
  void aNameThatWasTakenMeanwhileIsSeenWhenItIsLookedAtAgain() {
    DraftState before = proposed();
    exists("mine", "passages_answers");
    DraftState again = before.with(before.facts().with(Facts.Topic.TAKEN, Fact.unknown()));
    DraftState now = fixture.known(fixture.lookups().fitted(again));
    assertThat(now.target().tableName()).isEqualTo("passages_answers_2");
    assertThat(codes(now)).isEmpty();
  }

  /// The list said that it is free, and the question about the table itself knows better.
  @Test
  void theTableItselfIsAskedForToo() {
    DraftState listed = proposed();
    exists("mine", "passages_answers");
    DraftState asked = listed.with(listed.facts().with(Facts.Topic.DESTINATION, Fact.unknown()));
    assertThat(codes(fixture.known(asked))).containsExactly("destination.exists");
  }

  @Test
  void nothingIsSaidToBeFreeBeforeItIsKnown() {
    DraftState known = proposed();
    DraftState asking =
        known.with(
            known
                .facts()
                .with(
                    Facts.Topic.TAKEN,
                    new Fact.Looking<>(known.dataset().orElseThrow().ref(), 0, 0))
                .with(Facts.Topic.DESTINATION, Fact.unknown()));
    assertThat(fixture.lookups().of(Facts.Topic.DESTINATION).subject(asking)).isEmpty();
    assertThat(codes(asking)).containsExactly("destination.looking");
  }

  @Test
  void whereTheDatasetCannotBeListedTheTableIsAskedFor() {
    DraftState known = proposed();
    exists("mine", "passages_answers");
    DatasetRef mine = known.dataset().orElseThrow().ref();
    DraftState blind =
        known.with(
            known
                .facts()
                .with(
                    Facts.Topic.TAKEN,
                    new Fact.Failed<>(mine, new CloudException.NotAllowed("no", "403", null)))
                .with(Facts.Topic.DESTINATION, Fact.unknown()));
    assertThat(codes(fixture.known(blind))).containsExactly("destination.exists");
  }

  @Test
  void theFixNamesOneThatIsFree() {
    exists("mine", "answers", "answers_2");
    DraftState state = fixture.known();
    Finding there = DestinationChecks.of(state).getFirst();
    assertThat(QuickFixes.of(there, state).orElseThrow().args()).containsExactly("answers_3");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "subjects, subjects_2",
    "subjects_2, subjects_3",
    "subjects_9, subjects_12",
    "subjects_x, subjects_x_2",
    "9999999, 9999999_2"
  })
  void countsOn(String name, String next) {
    assertThat(FreeName.after(name, Set.of("subjects_10", "subjects_11"))).isEqualTo(next);
  }

  @Test
  void aLongNameLeavesRoomForItsNumber() {
    String letters = "🦊".repeat(256);
    String next = FreeName.after(letters, Set.of());
    assertThat(next).endsWith("🦊_2");
    assertThat(next.codePoints().filter(c -> c == "🦊".codePointAt(0)).count()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "subjects, mine, subjects",
    "samples.subjects, samples, subjects",
    "pollux-sandbox.samples.subjects, samples, subjects",
    "pollux-sandbox:samples.subjects, samples, subjects",
    "`pollux-sandbox.samples.mes sujets`, samples, mes sujets",
    "bq://pollux-sandbox.samples.subjects, samples, subjects",
  })
  void theNameMayBeWrittenWithItsDataset(String typed, String dataset, String name) {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable(typed)));
    DraftState state = fixture.known();
    assertThat(state.destination()).contains(new TableRef(FakeCloud.PROJECT, dataset, name));
    assertThat(codes(state)).isEmpty();
  }

  @Test
  void aNameThatCannotBeReadSaysWhy() {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("a.b.c.d")));
    assertThat(codes(fixture.known())).containsExactly("table-name.too-many");
  }

  @Test
  void aDatasetThatIsNotListedIsLookedFor() {
    DatasetRef fresh = new DatasetRef(FakeCloud.PROJECT, "fresh");
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("fresh.subjects")));
    assertThat(codes(fixture.known())).containsExactly("destination.no-dataset");
    fixture.dataset("fresh", DraftFixture.HERE);
    fixture.cloud.catalog.unlisted.add(fresh);
    assertThat(fixture.known().dataset().map(d -> d.ref())).contains(fresh);
    assertThat(codes(fixture.known())).isEmpty();
  }

  @Test
  void aNameThatWasTypedForAnotherTableIsNotTaken() {
    TableRef other = new TableRef(FakeCloud.PROJECT, "samples", "letters");
    fixture.cloud.catalog.table("samples", "letters", 3, DraftFixture.TEXT);
    fixture.edit(
        draft -> draft.withTarget(to -> to.withTable("subjects", DraftFixture.TABLE.toString())));
    assertThat(fixture.known().target().tableName()).isEqualTo("subjects");
    fixture.edit(draft -> draft.withSource("samples.letters"));
    assertThat(fixture.known().sourceRef()).contains(other);
    assertThat(fixture.known().target().tableName()).isEqualTo("letters_answers");
    fixture.edit(draft -> draft.withSource("samples.passages"));
    assertThat(fixture.known().target().tableName()).as("nothing is lost").isEqualTo("subjects");
  }

  @Test
  void whatWasTypedStaysWhateverElseChanges() {
    fixture.edit(
        draft -> draft.withTarget(to -> to.withTable("subjects", DraftFixture.TABLE.toString())));
    fixture.edit(draft -> draft.withTitle("Another title").withModel("gemini-3.5-flash-lite"));
    fixture.edit(draft -> draft.taking(draft.asked()));
    assertThat(fixture.known().target().tableName()).isEqualTo("subjects");
  }

  /// Where requests are shared the service writes beside the answers, which have the name.
  @Test
  void theNameFollowsTheAnswersAndNotWhatTheServiceWroteBesideThem() {
    fixture.edit(draft -> draft.withTarget(to -> to.withTable("samples.subjects")));
    RunPlan plan = RunPlanner.plan(fixture.known()).orElseThrow();
    TableRef answers = plan.destination();
    RunPlan shared =
        new RunPlan(
            plan.id(),
            plan.title(),
            plan.project(),
            plan.location(),
            plan.model(),
            plan.source(),
            plan.requests(),
            answers.datasetRef().table("subjects_output"),
            plan.rows(),
            plan.estimate(),
            plan.draft(),
            new Place(plan.id(), 1, 1, 1, RowKey.REQUEST, Optional.of(answers), List.of()));
    exists("samples", "subjects");
    exists("samples", "subjects_output");
    fixture.draft = shared.again().orElseThrow();
    assertThat(fixture.known().destination().map(TableRef::shortName))
        .contains("samples.subjects_2");
  }

  @Test
  void aJobThatIsSentAgainGetsTheNextFreeName() {
    fixture.edit(draft ->
        draft.withTarget(to -> to.withDataset("").withTable("samples.subjects")).withTitle("Mine"));
    DraftState sent = fixture.known();
    RunPlan plan = RunPlanner.plan(sent).orElseThrow();
    assertThat(plan.draft()).contains(sent.draft());
    exists("samples", "subjects");
    fixture.draft = plan.again().orElseThrow();
    DraftState again = fixture.known();
    assertThat(again.destination().map(TableRef::shortName)).contains("samples.subjects_2");
    assertThat(codes(again)).isEmpty();
    assertThat(again.draft().spec()).isEqualTo(sent.draft().spec());
    assertThat(again.draft().title()).isEqualTo("Mine");
    RunPlan next = RunPlanner.plan(again).orElseThrow();
    assertThat(next.fingerprint()).as("the same is asked").isEqualTo(plan.fingerprint());
    assertThat(DraftJson.read(DraftJson.write(again.draft()))).contains(again.draft());
  }

  @Test
  void itIsKeptOverARestart() {
    Draft draft =
        fixture.draft.withTarget(to -> to.withTable("subjects", DraftFixture.TABLE.toString()));
    assertThat(DraftJson.read(DraftJson.write(draft))).contains(draft);
    assertThat(DraftJson.read(DraftJson.write(draft)).map(Draft::target).map(Target::source))
        .isEqualTo(Optional.of(DraftFixture.TABLE.toString()));
  }
}
