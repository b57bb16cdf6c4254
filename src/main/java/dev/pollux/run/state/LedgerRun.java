package dev.pollux.run.state;

import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.sql.RowKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person started: one job, or its parts and all attempts at what failed before.
///
/// @param jobs by attempt and part; at least one
public record LedgerRun(List<Run> jobs) {
  private static final Comparator<Run> ORDER =
      Comparator.comparingInt((Run run) -> run.plan().place().attempt())
          .thenComparingInt(run -> run.plan().place().part());

  public LedgerRun {
    jobs = jobs.stream().sorted(ORDER).toList();
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException("a run has a job");
    }
  }

  /// The runs that these jobs belong to.
  static Map<RunId, LedgerRun> of(Collection<Run> jobs) {
    Map<RunId, LedgerRun> all = new LinkedHashMap<>();
    jobs.stream()
        .collect(
            Collectors.groupingBy(
                run -> run.plan().place().root(), LinkedHashMap::new, Collectors.toList()))
        .forEach((root, together) -> all.put(root, new LedgerRun(together)));
    return all;
  }

  public RunId id() {
    return root().plan().place().root();
  }

  /// What was sent first.
  public Run root() {
    return jobs.getFirst();
  }

  /// The number of the newest attempt, whatever became of it.
  public int attempts() {
    return jobs.getLast().plan().place().attempt();
  }

  /// The jobs of the newest attempt of which a job came, or may still come; of the first where
  /// there is none.
  public List<Run> newest() {
    int newest =
        jobs.stream()
            .filter(run -> !run.stage().isOver())
            .mapToInt(run -> run.plan().place().attempt())
            .max()
            .orElse(1);
    return attempt(newest);
  }

  private List<Run> attempt(int number) {
    return jobs.stream().filter(run -> run.plan().place().attempt() == number).toList();
  }

  /// Those of which the service has a job.
  public List<Run> sent() {
    return jobs.stream().filter(run -> run.stage() == RunStage.SUBMITTED).toList();
  }

  /// Whether one job is all there is, so that its output has the answers.
  public boolean isAlone() {
    return sent().size() <= 1 && root().plan().place().isAlone();
  }

  /// The table with one answer for each row; empty where the one job's output is that.
  public Optional<TableRef> answers() {
    return jobs.reversed().stream()
        .flatMap(run -> run.plan().place().answers().stream())
        .findFirst();
  }

  public RowKey key() {
    return root().plan().place().key();
  }
}
