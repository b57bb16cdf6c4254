package dev.pollux.run;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.state.Journal;
import java.util.Optional;

/// How many rows went into a job that has ended. Asked of the table it read, if that is as it was;
/// then of the journal; then of the service's own counts.
public final class InputRows {
  private final Catalog catalog;
  private final Journal journal;

  public InputRows(Catalog catalog, Journal journal) {
    this.catalog = catalog;
    this.journal = journal;
  }

  /// Empty where nobody knows: the table is gone, changed, or a view, and the job is not ours.
  public Optional<Long> of(BatchJob job) throws CloudException {
    Optional<Long> read = unchangedSource(job);
    if (read.isPresent()) {
      return read;
    }
    return planned(job)
        .or(() ->
            job.counts().filter(c -> c.incomplete() >= 0).map(c -> c.done() + c.incomplete()));
  }

  private Optional<Long> unchangedSource(BatchJob job) throws CloudException {
    Optional<TableRef> source = job.sourceTable();
    return source.isEmpty()
        ? Optional.empty()
        : catalog
            .table(source.get())
            .filter(table -> !table.modified().isAfter(job.created()))
            .map(TableInfo::rows)
            .filter(rows -> rows >= 0);
  }

  private Optional<Long> planned(BatchJob job) {
    return RunLabels.run(job)
        .flatMap(journal::find)
        .map(run -> run.plan().rows())
        .filter(rows -> rows >= 0);
  }
}
