package dev.pollux.ui.results.compare;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.results.outcome.Responses;
import dev.pollux.run.AnswerShape;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the runs that can be held beside one, and opens them. Blocks.
public record ComparableRuns(Cloud cloud, Journal journal, RunAnswers answers) {
  /// A run over the same table.
  record Candidate(RunId id, String title, String model, Instant created) {}

  /// What another run has to be compared.
  ///
  /// @param usd what its answers cost; empty while nobody counted them
  /// @param time from its first job to the end of its last; empty while one is at work
  record Opened(
      TableInfo output, AnswerShape shape, Optional<Double> usd, Optional<Duration> time) {}

  /// Those that were sent over the table of that run, newest first.
  List<Candidate> beside(LedgerRun run) {
    return journal.runs().stream()
        .map(one -> one.plan().place().root())
        .distinct()
        .filter(root -> !root.equals(run.id()))
        .flatMap(root -> journal.ledger(root).stream())
        .filter(other -> !other.sent().isEmpty())
        .filter(other -> source(other).equals(source(run)))
        .map(other -> candidate(other.root()))
        .toList();
  }

  private static TableRef source(LedgerRun run) {
    return run.root().plan().source();
  }

  private static Candidate candidate(Run root) {
    RunPlan plan = root.plan();
    String model = plan.model().name();
    return new Candidate(
        plan.place().root(),
        plan.title(),
        model.substring(model.lastIndexOf('/') + 1),
        root.created());
  }

  /// Empty where the run has no answers, or none in one table so far.
  Optional<Opened> open(RunId id) throws CloudException, InterruptedException {
    Optional<LedgerRun> run = journal.ledger(id);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Optional<TableRef> place =
        switch (answers.find(run.get())) {
          case RunAnswers.Place.Output(TableRef table) -> Optional.of(table);
          case RunAnswers.Place.Joined(TableRef table) -> Optional.of(table);
          case RunAnswers.Place.ToMake _ -> Optional.empty();
        };
    Optional<TableInfo> table =
        place.isPresent() ? cloud.catalog().table(place.get()) : Optional.empty();
    if (table.filter(info -> Responses.isOutput(info.schema())).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Opened(
            table.get(),
            AnswerShape.of(cloud.rows(), table.get()),
            usd(run.get()),
            time(run.get())));
  }

  /// What all jobs of a run cost, as far as that was kept of each.
  private Optional<Double> usd(LedgerRun run) {
    Map<JobName, Double> kept = journal.bills();
    List<Double> all =
        run.sent().stream()
            .flatMap(one -> one.job().stream())
            .flatMap(name -> Optional.ofNullable(kept.get(name)).stream())
            .toList();
    return all.size() == run.sent().size()
        ? Optional.of(all.stream().mapToDouble(Double::doubleValue).sum())
        : Optional.empty();
  }

  /// From the first job that was made to the end of the last; empty while one is at work, or where
  /// one was deleted.
  Optional<Duration> time(LedgerRun run) throws CloudException {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Run one : run.sent()) {
      Optional<BatchJob> job = cloud.jobs().find(one.job().orElseThrow());
      Optional<Instant> ended = job.flatMap(BatchJob::ended);
      if (ended.isEmpty()) {
        return Optional.empty();
      }
      Instant created = job.get().created();
      first = created.isBefore(first) ? created : first;
      last = ended.get().isAfter(last) ? ended.get() : last;
    }
    return first.isBefore(last) ? Optional.of(Duration.between(first, last)) : Optional.empty();
  }
}
