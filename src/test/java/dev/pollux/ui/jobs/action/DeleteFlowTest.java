package dev.pollux.ui.jobs.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.RunRemoval;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobsScreens;
import dev.pollux.ui.kit.FailureText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever deletes a job is asked which of its tables go, and told what became of each.
class DeleteFlowTest {
  private static final TableRef REQUESTS = new TableRef("p", "d", "requests");
  private static final TableRef OUTPUT = new TableRef("p", "d", "answers");
  private final FakeCatalog catalog = new FakeCatalog("p");
  private final FakeBatchJobs jobs = new FakeBatchJobs();
  private final MessageLog log = new MessageLog(JobsScreens.CLOCK);
  private final List<Confirm.Choice> offered = new ArrayList<>();
  private int changes;

  DeleteFlowTest() {
    catalog
        .dataset("d", Location.US_CENTRAL1)
        .table("d", "requests", 10)
        .table("d", "answers", 1_000);
    jobs.put(FakeBatchJobs.job("7", Location.US_CENTRAL1, JobState.SUCCEEDED, Instant.EPOCH));
  }

  private LedgerRun run() throws Exception {
    Query query = new Query("SELECT 1", Map.of(), Location.US_CENTRAL1, Optional.of(REQUESTS));
    RunPlan plan =
        new RunPlan(
            new RunId("r1"),
            "t",
            "p",
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            new TableRef("p", "d", "rows"),
            new RequestSource.Made(REQUESTS, query),
            OUTPUT,
            10,
            Optional.empty(),
            Optional.empty());
    var name = jobs.list("", Location.US_CENTRAL1, "").getFirst().name();
    return new LedgerRun(
        List.of(
            new Run(
                plan,
                RunStage.SUBMITTED,
                Optional.of(name),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH)));
  }

  /// The person leaves the ticks as they are.
  private void delete(boolean sure) throws Exception {
    new DeleteFlow(
            new RunRemoval(catalog, jobs),
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            log,
            (_, _, _, choices, _, _) -> {
              offered.addAll(choices);
              return sure ? Optional.of(ticked(choices)) : Optional.empty();
            })
        .ask(null, run(), () -> changes++);
  }

  private static Set<String> ticked(List<Confirm.Choice> choices) {
    return choices.stream()
        .filter(Confirm.Choice::ticked)
        .map(Confirm.Choice::id)
        .collect(Collectors.toSet());
  }

  private FailureText said() {
    return log.messages().getFirst().text();
  }

  @Test
  void theAnswersStayUnlessThePersonSaysOtherwise() throws Exception {
    delete(true);
    assertThat(offered)
        .extracting(Confirm.Choice::text, Confirm.Choice::ticked)
        .containsExactly(
            tuple("d.requests: its requests, 10 rows", true),
            tuple("d.answers: the answers as the job wrote them, 1,000 rows", false));
    assertThat(catalog.tables).containsOnlyKeys(OUTPUT);
    assertThat(said().what()).isEqualTo("The job was deleted.");
    assertThat(said().why()).isEqualTo("d.requests: deleted. The job: deleted.");
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void whoThinksAgainKeepsAll() throws Exception {
    delete(false);
    assertThat(catalog.tables).hasSize(2);
    assertThat(jobs.list("", Location.US_CENTRAL1, "")).hasSize(1);
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void whatCouldNotBeDeletedIsNamed() throws Exception {
    catalog.deleting = FakeCatalog.Deleting.NOT_DONE;
    delete(true);
    assertThat(said().what()).isEqualTo("Not all of the job was deleted.");
    assertThat(said().why()).startsWith("d.requests: still there");
  }

  @Test
  void whileItGoesOnThatIsSaid() throws Exception {
    jobs.put(FakeBatchJobs.job("7", Location.US_CENTRAL1, JobState.RUNNING, Instant.EPOCH));
    delete(true);
    assertThat(said().what()).isEqualTo("Nothing was deleted.");
    assertThat(catalog.tables).hasSize(2);
  }
}
