package dev.pollux.draft.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.code.CodeJob;
import dev.pollux.code.CurlCode;
import dev.pollux.code.JavaCode;
import dev.pollux.code.PythonCode;
import dev.pollux.code.SqlCode;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.check.QuickFixes;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows where the job cannot read them: what is said, proposed and planned.
class TransferTest {
  private static final Location US = new Location("us");
  private final DraftFixture fixture = new DraftFixture();

  private DraftState at(String location) {
    Location data = new Location(location);
    fixture.dataset("samples", data);
    fixture.table(data, 2, DraftFixture.TEXT, Field.of("n", FieldType.INT64));
    fixture.edit(draft -> draft.withTarget(to -> to.withDataset("").withTable("")));
    return fixture.known();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void rowsInUsStopNothingAndAreSpokenOfAtOnce() {
    DraftState state = at("us");
    DraftChecks checks = DraftChecks.of(state);

    Finding said = checks.of(Step.SOURCE).getLast();
    assertThat(said.code()).isEqualTo("transfer.multi-region");
    assertThat(said.args()).startsWith("US", "us-central1");
    assertThat(checks.of(Step.DESTINATION)).contains(said);
    assertThat(checks.clear()).isTrue();
    assertThat(Readiness.of(state, checks, fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Ready.class);
  }

  @Test
  void thePlanMakesRequestsWhereTheRowsAreAndBringsThem() {
    RunPlan plan = RunPlanner.plan(at("us")).orElseThrow();

    DatasetRef scratch = new DatasetRef(FakeCloud.PROJECT, "pollux_scratch_us");
    TableCopy copy = plan.requests().brought().orElseThrow();
    assertThat(copy.from().datasetRef()).isEqualTo(scratch);
    assertThat(copy.out()).isEqualTo(US);
    assertThat(copy.into()).isEqualTo(DraftFixture.HERE);
    assertThat(copy.to().datasetRef()).isEqualTo(plan.destination().datasetRef());
    assertThat(plan.request().source()).isEqualTo(copy.to());
    assertThat(plan.requests().makes().orElseThrow().sql())
        .startsWith("CREATE TABLE " + copy.from().sql());
    assertThat(plan.requests().makes().orElseThrow().location()).isEqualTo(US);
  }

  @Test
  void whereRowsAreInTheRegionNothingTravels() {
    DraftState state = at("us-central1");
    assertThat(state.target().transfer()).isEmpty();
    assertThat(RunPlanner.plan(state).orElseThrow().requests().brought()).isEmpty();
  }

  @Test
  void requestsOfTheTablesOwnAreCopiedAsTheyAre() {
    fixture.dataset("samples", US);
    fixture.table(US, 2, Field.of("request", FieldType.JSON));
    fixture.edit(draft ->
        draft
            .withOwnRequests(Optional.of(true))
            .withTarget(to -> to.withDataset("").withTable("")));
    DraftState state = fixture.known();
    assertThat(codes(DraftChecks.of(state).of(Step.REQUESTS)))
        .doesNotContain("source.multi-region");
    Optional<TableCopy> copy =
        state
            .target()
            .transfer()
            .map(t -> new TableCopy(DraftFixture.TABLE, t.out(), DraftFixture.TABLE, t.into()));
    assertThat(copy.orElseThrow().out()).isEqualTo(US);
  }

  @Test
  void anotherRegionThanTheProposedOneMayBeChosen() {
    at("us");
    fixture.dataset("far", new Location("europe-west4"));
    fixture.edit(draft -> draft.withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".far")));
    DraftState state = fixture.known();
    assertThat(codes(DraftChecks.of(state).of(Step.DESTINATION)))
        .containsExactly("transfer.multi-region");
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    assertThat(plan.requests().brought().orElseThrow().into().id()).isEqualTo("europe-west4");
  }

  @Test
  void betweenTwoRegionsTheDatasetWhereTheRowsAreIsOffered() {
    at("us-central1");
    fixture.dataset("far", new Location("europe-west4"));
    fixture.edit(draft -> draft.withTarget(to -> to.withDataset(FakeCloud.PROJECT + ".far")));
    DraftState state = fixture.known();
    Finding said = DraftChecks.of(state).of(Step.DESTINATION).getFirst();
    assertThat(said.code()).isEqualTo("transfer.region");
    assertThat(QuickFixes.of(said, state).orElseThrow().label()).isEqualTo("dataset");
  }

  @Test
  void whereNoRegionHasADatasetOneIsMade() {
    DraftState state = at("eu");
    assertThat(codes(DraftChecks.of(state).of(Step.DESTINATION)))
        .contains("destination.no-dataset");
    Finding none = Finding.stop("destination.no-dataset");
    assertThat(QuickFixes.of(none, state).orElseThrow())
        .isEqualTo(
            new QuickFix.MakeDataset(
                "make-dataset",
                List.of("pollux_europe_west4", "europe-west4"),
                new DatasetRef(FakeCloud.PROJECT, "pollux_europe_west4"),
                new Location("europe-west4")));
    assertThat(state.jobLocation().map(Location::isMultiRegion)).contains(false);
  }

  @Test
  void answersBelongInNoDatasetForWhatTravels() {
    fixture.cloud.catalog.datasets.clear();
    fixture.dataset("pollux_scratch_us_central1", DraftFixture.HERE);
    assertThat(at("us").dataset()).isEmpty();
  }

  /// It is asked at each key stroke, on the window's thread: fifty rows of a megabyte are not made
  /// into requests each time.
  @Test
  void ofHugeRowsAFewAreMeasured() {
    at("us");
    fixture.rows(List.of(row("x".repeat(1_000_000)), row("short")));

    long bytes = fixture.known().target().transfer().orElseThrow().bytes().orElseThrow();

    assertThat(bytes).as("two rows as long as the first").isGreaterThan(1_900_000);
  }

  private static Row row(String text) {
    return new Row(List.of(new Value.Scalar(text), new Value.Scalar("1")));
  }

  /// London and Zurich are in Europe and not in the EU.
  @ParameterizedTest
  @CsvSource({
    "us, us-east5, true", "us, europe-west4, false", "eu, europe-west4, true",
    "eu, europe-west2, false", "eu, europe-west6, false", "europe-west1, europe-west4, false"
  })
  void aRegionIsAtHome(String data, String region, boolean home) {
    assertThat(JobRegion.isHome(new Location(data), new Location(region))).isEqualTo(home);
  }

  @Test
  void theCodeSaysTheCopyToo() {
    DraftState state = at("us");
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    CodeJob code = RunPlanner.code(state, plan);
    String to = plan.requests().table().table();
    assertThat(SqlCode.of(code))
        .contains("CREATE SCHEMA IF NOT EXISTS", "location = 'us'", "bq cp -n", to);
    assertThat(PythonCode.of(code)).contains("copy_table(", "pollux_scratch_us", to);
    assertThat(JavaCode.of(code)).contains("CopyJobConfiguration.of(", "pollux_scratch_us", to);
    assertThat(CurlCode.of(code)).contains("sourceTable", "pollux_scratch_us", to);
  }
}
