package dev.pollux.ui.jobs;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Parts and attempts of runs, each a job of its own, put where the list finds them.
final class JobsOfOneRun {
  private static final TableRef SOURCE = new TableRef("pollux-sandbox", "mine", "reviews");
  private final FakeBatchJobs jobs;
  private final FakeJournal journal;
  private int number = 500;

  JobsOfOneRun(FakeBatchJobs jobs, FakeJournal journal) {
    this.jobs = jobs;
    this.journal = journal;
  }

  /// Puts one job of a run; later attempts were created later.
  ///
  /// @param root the id of the run, which is in its name too
  /// @return the plan that it was sent by
  RunPlan put(String root, int attempt, int part, int parts, JobState state, JobCounts counts) {
    RunPlan plan = plan(root, attempt, part, parts, counts.done() + counts.incomplete());
    Instant created = JobsScreens.NOW.minus(Duration.ofMinutes(60 - attempt * 15L));
    BatchJob plain =
        FakeBatchJobs.job(Integer.toString(++number), Location.US_CENTRAL1, state, created);
    boolean ran = state != JobState.PENDING;
    BatchJob job =
        new BatchJob(
            plain.name(),
            plan.title(),
            "publishers/google/models/gemini-3.1-flash-lite",
            plain.source(),
            plan.destination().uri(),
            state,
            plain.rawState(),
            Optional.of(counts),
            Optional.empty(),
            created,
            ran ? Optional.of(created.plusSeconds(60L * attempt)) : Optional.empty(),
            state.isFinal() ? Optional.of(created.plusSeconds(600)) : Optional.empty(),
            created.plusSeconds(600),
            plain.labels());
    jobs.put(job);
    journal.begin(
        new Run(
            plan, RunStage.SUBMITTED, Optional.of(job.name()), Optional.empty(), created, created));
    return plan;
  }

  /// The job that was sent first of a run.
  JobName name(String root) {
    return journal.find(new RunId(root)).orElseThrow().job().orElseThrow();
  }

  static RunPlan plan(String root, int attempt, int part, int parts, long rows) {
    RunId id = Place.idOf(new RunId(root), attempt, part);
    return new RunPlan(
        id,
        "Topics, " + root + (parts > 1 ? " (" + part + "/" + parts + ")" : ""),
        "pollux-sandbox",
        Location.US_CENTRAL1,
        GeminiModel.of("gemini-3.1-flash-lite"),
        SOURCE,
        new RequestSource.OwnColumn(SOURCE),
        SOURCE.datasetRef().table("topics_" + id.id().replace('-', '_')),
        rows,
        Optional.of(new UsdRange(rows * 0.00024, rows * 0.00029)),
        Optional.empty(),
        new Place(new RunId(root), attempt, part, parts, RowKey.ROW, Optional.empty(), List.of()));
  }
}
