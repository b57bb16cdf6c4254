package dev.pollux.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Finding;
import dev.pollux.prompt.Template;
import dev.pollux.testing.DraftFixture;
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
    assertThat(Readiness.of(state, DraftChecks.of(state), fixture.lookups()))
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
}
