package dev.pollux.ledger;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deletes what a run left in the cloud: the tables that the person chose, then its jobs. A
/// person's own table is never among them: neither the one whose rows were asked, nor one that
/// stood under a name of the run before the run did. The journal keeps the run: what was paid for,
/// and the fingerprint that asks before the same is sent again.
public final class RunRemoval {
  private final Catalog catalog;
  private final BatchJobs jobs;

  public RunRemoval(Catalog catalog, BatchJobs jobs) {
    this.catalog = catalog;
    this.jobs = jobs;
  }

  /// What a table of a run is for.
  public enum Kind {
    /// The requests that a job read, or rows from which they were chosen.
    REQUESTS,
    /// Where requests stood before they were copied.
    SCRATCH,
    /// What a job wrote.
    OUTPUT,
    /// One answer for each row, of all jobs.
    ANSWERS
  }

  /// A table that is there, made by the run.
  public record Owned(TableRef table, Kind kind, long rows) {}

  /// What became of a table or a job.
  public sealed interface Fate {
    /// It was deleted.
    record Deleted() implements Fate {}

    /// It was not there any more.
    record Gone() implements Fate {}

    /// It is there still, or may be.
    record Kept(CloudException why) implements Fate {}
  }

  /// What became of all.
  public sealed interface Outcome {
    /// Nothing was deleted: something of the run is not over.
    record Refused() implements Outcome {}

    /// @param jobs those of the run; none was touched where a table was kept against the wish
    record Done(Map<TableRef, Fate> tables, Map<JobName, Fate> jobs) implements Outcome {
      /// Whether nothing is left of what was to go.
      public boolean isWhole() {
        return tables.values().stream().noneMatch(Fate.Kept.class::isInstance)
            && jobs.values().stream().noneMatch(Fate.Kept.class::isInstance);
      }
    }
  }

  /// The tables of the run that are there.
  public List<Owned> tables(LedgerRun run) throws CloudException {
    List<Owned> there = new ArrayList<>();
    for (Map.Entry<TableRef, Kind> one : named(run).entrySet()) {
      Optional<TableInfo> info = catalog.table(one.getKey());
      if (info.filter(table -> isOwn(table, run)).isPresent()) {
        there.add(new Owned(one.getKey(), one.getValue(), info.get().rows()));
      }
    }
    return there;
  }

  /// Where a table of the name was there before, the job failed, and the table is somebody else's.
  private static boolean isOwn(TableInfo table, LedgerRun run) {
    return !table.created().isBefore(run.root().created());
  }

  private static Map<TableRef, Kind> named(LedgerRun run) {
    Map<TableRef, Kind> all = new LinkedHashMap<>();
    for (Run job : run.jobs()) {
      requests(job.plan().requests(), all);
    }
    for (Run job : run.sent()) {
      all.put(job.plan().destination(), Kind.OUTPUT);
      job.plan().place().answers().ifPresent(table -> all.put(table, Kind.ANSWERS));
    }
    run.jobs().forEach(job -> all.remove(job.plan().source()));
    return all;
  }

  private static void requests(RequestSource from, Map<TableRef, Kind> all) {
    switch (from) {
      case RequestSource.OwnColumn _ -> {}
      case RequestSource.Made made -> all.put(made.requestTable(), Kind.REQUESTS);
      case RequestSource.Copied copied -> {
        requests(copied.origin(), all);
        all.replaceAll((_, kind) -> kind == Kind.REQUESTS ? Kind.SCRATCH : kind);
        all.put(copied.copy().to(), Kind.REQUESTS);
      }
      case RequestSource.Chosen chosen -> {
        requests(chosen.from(), all);
        all.put(chosen.requestTable(), Kind.REQUESTS);
      }
    }
  }

  /// Deletes the tables, then all jobs of the run. What is gone already is as good as deleted;
  /// where an answer was lost, a look says whether it went.
  ///
  /// @param tables of [#tables(LedgerRun)]
  public Outcome remove(LedgerRun run, Collection<TableRef> tables) throws CloudException {
    if (!isOver(run)) {
      return new Outcome.Refused();
    }
    Map<TableRef, Fate> ofTables = new LinkedHashMap<>();
    for (TableRef table : tables) {
      ofTables.put(
          table, fate(() -> catalog.deleteTable(table), () -> catalog.table(table).isEmpty()));
    }
    Map<JobName, Fate> ofJobs = new LinkedHashMap<>();
    if (ofTables.values().stream().noneMatch(Fate.Kept.class::isInstance)) {
      for (Run job : run.sent()) {
        JobName name = job.job().orElseThrow();
        ofJobs.put(name, fate(() -> jobs.delete(name), () -> jobs.find(name).isEmpty()));
      }
    }
    return new Outcome.Done(ofTables, ofJobs);
  }

  private boolean isOver(LedgerRun run) throws CloudException {
    for (Run job : run.jobs()) {
      boolean over =
          switch (job.stage()) {
            case INTENT, PREPARING, COPYING, SUBMITTING, UNKNOWN, ABSENT -> false;
            case REFUSED, GIVEN_UP -> true;
            case SUBMITTED ->
                jobs.find(job.job().orElseThrow()).filter(one -> !one.state().isFinal()).isEmpty();
          };
      if (!over) {
        return false;
      }
    }
    return true;
  }

  private interface Step {
    void take() throws CloudException;
  }

  private interface Look {
    boolean isGone() throws CloudException;
  }

  private static Fate fate(Step delete, Look look) {
    try {
      delete.take();
      return new Fate.Deleted();
    } catch (CloudException.NotFound _) {
      return new Fate.Gone();
    } catch (CloudException e) {
      return lost(look, e);
    }
  }

  private static Fate lost(Look look, CloudException why) {
    try {
      return look.isGone() ? new Fate.Deleted() : new Fate.Kept(why);
    } catch (CloudException _) {
      return new Fate.Kept(why);
    }
  }
}
