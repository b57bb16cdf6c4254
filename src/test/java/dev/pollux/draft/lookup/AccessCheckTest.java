package dev.pollux.draft.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.prompt.Template;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeCloud;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is said of rights before a job is sent: a project does not know of grants that datasets and
/// tables have, so nothing of it stops a job, and tables are not asked about there.
class AccessCheckTest {
  private final DraftFixture fixture = new DraftFixture();

  @BeforeEach
  void table() {
    fixture.table(DraftFixture.HERE, 50, Field.of("n", FieldType.INT64));
    fixture.edit(
        draft -> draft.withSpec(spec -> spec.withTemplate(Template.parse("Is {{n}} prime?"))));
  }

  private List<Finding> review() {
    DraftState state = fixture.known();
    return DraftChecks.of(state).of(Step.REVIEW);
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void whoHasAllIsToldSo() {
    assertThat(codes(review())).contains("access.caller-ok");
  }

  @Test
  void whatIsLackingIsAWarningThatStopsNothing() {
    fixture.cloud.denied.add("aiplatform.batchPredictionJobs.create");
    List<Finding> found = review();
    assertThat(codes(found)).contains("access.caller").doesNotContain("access.caller-ok");
    assertThat(found).noneMatch(Finding::stops);
    DraftState state = fixture.known();
    assertThat(Readiness.of(state, DraftChecks.of(state), fixture.lookups()::isOpen))
        .isInstanceOf(Readiness.Ready.class);
  }

  /// Rights on data that a dataset or a table gives are unknown to the project.
  @Test
  void theProjectIsNotAskedAboutData() {
    fixture.cloud.denied.add("bigquery.tables.getData");
    fixture.cloud.denied.add("bigquery.tables.create");
    fixture.cloud.denied.add("bigquery.datasets.get");
    assertThat(codes(review())).contains("access.caller-ok");
  }

  @Test
  void aProjectThatDoesNotTellIsSaidAndStopsNothing() {
    fixture.cloud.permissionsFailure =
        Optional.of(
            new CloudException.NotAllowed(
                "Cloud Resource Manager API has not been used", "SERVICE_DISABLED", null));
    List<Finding> found = review();
    assertThat(codes(found)).contains("access.unknown");
    assertThat(found).noneMatch(Finding::stops);
  }

  private DraftState travelling() {
    fixture.table(new Location("us"), 50, Field.of("n", FieldType.INT64));
    fixture.edit(draft ->
        draft
            .withSpec(spec -> spec.withTemplate(Template.parse("Is {{n}} prime?")))
            .withTarget(to -> to.withLocation(Optional.empty())));
    return fixture.known();
  }

  private Optional<Finding> scratch() {
    DraftState state = travelling();
    return DraftChecks.of(state).of(Step.REVIEW).stream()
        .filter(finding -> finding.code().equals("access.scratch"))
        .findFirst();
  }

  /// Requests that travel go through a dataset: who may not make it is told so before, with what
  /// its owner runs; who has it made is told no more.
  @Test
  void whoMayNotMakeTheDatasetForWhatTravelsIsToldHowItIsMade() {
    assertThat(scratch()).as("who may make it").isEmpty();
    fixture.cloud.denied.add("bigquery.datasets.create");
    assertThat(scratch())
        .hasValueSatisfying(told -> {
          assertThat(told.stops()).isFalse();
          assertThat(told.args()).startsWith("pollux_scratch_us", "US");
          assertThat(told.args().get(2).toString())
              .contains("CREATE SCHEMA", "location = 'US'", "roles/bigquery.dataEditor");
        });
    fixture.cloud.catalog.dataset("pollux_scratch_us", new Location("us"));
    assertThat(scratch()).as("it is there").isEmpty();
  }

  /// The service reads a table of another project by accounts of its own, and by more than one.
  @Test
  void bothAgentsAreGrantedWhatTheyReadElsewhere() {
    TableRef elsewhere = new TableRef("other-project", "d", "t");
    RunPlan plan =
        new RunPlan(
            new RunId("run"),
            "t",
            FakeCloud.PROJECT,
            DraftFixture.HERE,
            GeminiModel.of("gemini-2.5-flash"),
            elsewhere,
            new RequestSource.OwnColumn(elsewhere),
            new TableRef(FakeCloud.PROJECT, "mine", "answers"),
            1,
            Optional.empty(),
            Optional.empty());
    assertThat(
            new AccessCheck(fixture.cloud).of(plan).getLast().args().get(1).toString().split("\n"))
        .hasSize(2)
        .allMatch(grant -> grant.startsWith("GRANT") && grant.contains("`other-project.d.t`"))
        .anyMatch(grant -> grant.contains("@gcp-sa-aiplatform."))
        .anyMatch(grant -> grant.contains("@gcp-sa-vertex-bp."));
  }
}
