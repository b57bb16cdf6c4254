package dev.pollux.run.follow;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.util.Optional;
import java.util.UUID;

/// Takes a job among the runs that another program made, or Pollux on another computer: what failed
/// can be asked again then, its rows are accounted for, and it stands in the list when nobody is
/// connected. Nothing is sent.
///
/// @param project of the connection that lists the job
public record JobAdoption(Journal journal, String project) {
  /// Whether a job is nobody's here, reads a table of BigQuery and writes one.
  public static boolean fits(JobLine line) {
    return line.run().isEmpty() && line.job().flatMap(JobAdoption::tables).isPresent();
  }

  /// @return the run; what it was where it is one already
  /// @throws IllegalArgumentException where the job is none that fits
  public Run adopt(BatchJob job) {
    Optional<Run> there =
        journal.runs().stream()
            .filter(run ->
                run.job()
                    .filter(name -> JobBoard.key(name).equals(JobBoard.key(job.name())))
                    .isPresent())
            .findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    RunPlan plan =
        tables(job)
            .map(made -> of(id(job), made, job))
            .orElseThrow(() -> new IllegalArgumentException("no job over tables: " + job.name()));
    Run run =
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            job.created(),
            job.created());
    journal.begin(run);
    return run;
  }

  /// The id by which another Pollux knows it, so that both speak of one run.
  private RunId id(BatchJob job) {
    return RunLabels.run(job)
        .filter(id -> journal.find(id).isEmpty())
        .orElseGet(() -> new RunId(UUID.randomUUID().toString()));
  }

  private record Tables(TableRef from, TableRef to) {}

  private static Optional<Tables> tables(BatchJob job) {
    return job.sourceTable()
        .filter(_ -> GeminiModel.find(job.model()).isPresent())
        .flatMap(from -> job.destinationTable().map(to -> new Tables(from, to)));
  }

  private RunPlan of(RunId id, Tables tables, BatchJob job) {
    long rows =
        job.counts()
            .filter(counts -> counts.incomplete() >= 0)
            .map(counts -> counts.done() + counts.incomplete())
            .orElse(-1L);
    return new RunPlan(
        id,
        job.displayName(),
        project,
        job.name().location(),
        GeminiModel.of(job.model()),
        tables.from(),
        new RequestSource.OwnColumn(tables.from()),
        tables.to(),
        rows,
        Optional.empty(),
        Optional.empty());
  }
}
