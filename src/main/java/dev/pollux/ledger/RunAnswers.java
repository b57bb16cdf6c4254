package dev.pollux.ledger;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.run.InputRows;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunAccount;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/// Where the answers of a run are, and the one table of them where several jobs gave them.
public final class RunAnswers {
  private final Cloud cloud;
  private final Journal journal;
  private final Ledgers ledgers;
  private final InstantSource clock;

  public RunAnswers(Cloud cloud, Journal journal, InstantSource clock) {
    this.cloud = cloud;
    this.journal = journal;
    this.ledgers = new Ledgers(cloud.catalog());
    this.clock = clock;
  }

  /// Where the answers are.
  public sealed interface Place {
    TableRef table();

    /// The output of the one job that has any, as the service wrote it.
    record Output(TableRef table) implements Place {}

    /// The table of answers, with all that came so far.
    record Joined(TableRef table) implements Place {}

    /// The table of answers is to be made, or made anew, since jobs ended after it was.
    ///
    /// @param bytes what the statement reads
    record ToMake(TableRef table, long bytes) implements Place {}
  }

  /// Asks for the tables and jobs of the run; makes nothing.
  public Place find(LedgerRun run) throws CloudException {
    Jobs jobs = jobs(run);
    boolean several = jobs.ended().size() > 1 || run.root().plan().place().answers().isPresent();
    Optional<TableRef> table = run.answers();
    if (table.isEmpty() || !several) {
      return new Place.Output(run.root().plan().destination());
    }
    Instant last = jobs.ended().stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    Optional<TableInfo> made = cloud.catalog().table(table.get());
    boolean current = made.filter(info -> !info.modified().isBefore(last)).isPresent();
    if (current || (made.isPresent() && jobs.moving())) {
      return new Place.Joined(table.get());
    }
    if (jobs.moving()) {
      return new Place.Output(run.root().plan().destination());
    }
    Optional<LedgerTables> tables = ledgers.read(run).filter(all -> !all.outputs().isEmpty());
    if (tables.isEmpty()) {
      return made.isPresent()
          ? new Place.Joined(table.get())
          : new Place.Output(run.root().plan().destination());
    }
    var query = new LedgerSql(tables.get()).answers(table.get(), Ledgers.asked(run));
    return new Place.ToMake(table.get(), cloud.queries().dryRun(query).bytesProcessed());
  }

  /// The jobs of a run as they are; those that were deleted have ended.
  ///
  /// @param ended when each of those ended that did, as far as anybody knows
  /// @param moving whether one of the first attempt can still change; later ones leave the answers
  ///   as they are
  private record Jobs(List<Instant> ended, boolean moving) {}

  private Jobs jobs(LedgerRun run) throws CloudException {
    List<Instant> ended = new ArrayList<>();
    boolean moving = false;
    for (Run job : run.sent()) {
      Optional<BatchJob> now = cloud.jobs().find(job.job().orElseThrow());
      if (now.isEmpty()) {
        // What it wrote was written before it was deleted.
        ended.add(
            cloud
                .catalog()
                .table(job.plan().destination())
                .map(TableInfo::modified)
                .orElse(Instant.MIN));
      } else if (now.get().state().isFinal()) {
        ended.add(now.get().ended().orElse(Instant.MIN));
      } else {
        moving |= job.plan().place().attempt() == 1;
      }
    }
    return new Jobs(ended, moving);
  }

  /// Makes the table of answers by one statement, or makes it anew; nothing that a job wrote is
  /// changed.
  public TableRef make(LedgerRun run) throws CloudException, InterruptedException {
    TableRef table = run.answers().orElseThrow();
    LedgerTables tables = ledgers.read(run).orElseThrow();
    cloud
        .queries()
        .run(
            new LedgerSql(tables).answers(table, Ledgers.asked(run)),
            "pollux_answers_" + Retries.plain(UUID.randomUUID()));
    return table;
  }

  /// Counts what became of all rows, and keeps it in the journal: in the table of answers, which is
  /// made where it is wanted; else in the output of the job.
  ///
  /// @param read hears how many rows were read so far
  public RunAccount account(LedgerRun run, LongConsumer read)
      throws CloudException, InterruptedException {
    Place place = find(run);
    TableRef table = place instanceof Place.ToMake ? make(run) : place.table();
    Optional<TableInfo> info = cloud.catalog().table(table);
    Optional<Long> input = place instanceof Place.Output ? input(run) : info.map(TableInfo::rows);
    Accounting all =
        info.isPresent()
            ? new Accountant(cloud.rows()).account(info.get(), input, _ -> false, read)
            : new Accounting.Tally(_ -> false).against(input);
    return keep(run, all);
  }

  /// Keeps accounts that were made of all its answers.
  public RunAccount keep(LedgerRun run, Accounting all) {
    RunAccount account = new RunAccount(all.fates(), run.attempts(), clock.instant());
    journal.account(run.id(), account);
    return account;
  }

  private Optional<Long> input(LedgerRun run) throws CloudException {
    Optional<Run> sent = run.sent().stream().findFirst();
    if (sent.isEmpty()) {
      return Optional.of(run.root().plan().rows());
    }
    Optional<BatchJob> job = cloud.jobs().find(sent.get().job().orElseThrow());
    return job.isPresent()
        ? new InputRows(cloud.catalog(), journal).of(job.get())
        : Optional.of(sent.get().plan().rows()).filter(rows -> rows >= 0);
  }
}
