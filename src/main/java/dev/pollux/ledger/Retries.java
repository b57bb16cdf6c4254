package dev.pollux.ledger;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cost.Budget;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.prompt.check.SourceCheck;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Submitter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Asks again what was not answered: another attempt, of the rows that met certain fates so far and
/// no others. As often as one likes.
public final class Retries {
  /// What is asked again where nobody chose.
  public static final Set<RowFate> USUAL = usual();

  private final Cloud cloud;
  private final Journal journal;
  private final Submitter submitter;
  private final Ledgers ledgers;

  public Retries(Cloud cloud, Journal journal, Submitter submitter) {
    this.cloud = cloud;
    this.journal = journal;
    this.submitter = submitter;
    this.ledgers = new Ledgers(cloud.catalog());
  }

  private static Set<RowFate> usual() {
    Set<RowFate> usual = EnumSet.allOf(RowFate.class);
    usual.removeIf(fate -> !fate.retryable());
    return Set.copyOf(usual);
  }

  /// What it would be: which rows, how many, at what price. Counts them by a query, and sends
  /// nothing.
  ///
  /// @param run any job of the run
  /// @param fates of the rows to be asked again; ANSWERED is never among them
  /// @param budget what the person is ready to spend
  public Retry prepare(RunId run, Set<RowFate> fates, Budget budget)
      throws CloudException, InterruptedException {
    Optional<LedgerRun> ledger = journal.ledger(run);
    if (ledger.isEmpty()) {
      return refused("retry.unknown");
    }
    Optional<Finding> open = open(ledger.get());
    if (open.isPresent()) {
      return new Retry.Refused(open.get());
    }
    Optional<LedgerTables> tables = ledgers.read(ledger.get());
    if (tables.isEmpty()) {
      return refused("retry.no-rows", ledger.get().root().plan().requests().rows().shortName());
    }
    Query count = new LedgerSql(tables.get()).count();
    long bytes = cloud.queries().dryRun(count).bytesProcessed();
    if (budget.asksQuery(bytes)) {
      return refused("retry.large", bytes / 1e9);
    }
    LedgerCount counted =
        LedgerCount.of(cloud.queries().run(count, "pollux_count_" + plain(UUID.randomUUID())));
    if (counted.isUnclear(tables.get())) {
      return refused("retry.unclear");
    }
    Set<RowFate> chosen = EnumSet.noneOf(RowFate.class);
    chosen.addAll(fates);
    chosen.remove(RowFate.ANSWERED);
    return ready(ledger.get(), tables.get(), counted, chosen, budget);
  }

  private Retry ready(
      LedgerRun run, LedgerTables tables, LedgerCount counted, Set<RowFate> fates, Budget budget)
      throws CloudException {
    long requests = counted.requests(fates);
    if (requests == 0) {
      return refused("retry.nothing");
    }
    Optional<UsdRange> price =
        run.root()
            .plan()
            .estimate()
            .map(usd -> usd.times(requests / (double) Math.max(1, run.root().plan().rows())));
    Optional<Finding> stop = budget.stops(price);
    if (stop.isPresent()) {
      return new Retry.Refused(stop.get());
    }
    AttemptPlanner planner = new AttemptPlanner(run, tables, ledgers);
    int parts = Math.toIntExact((requests + SourceCheck.MAX_ROWS - 1) / SourceCheck.MAX_ROWS);
    var plans = planner.plans(fates, requests, parts, price);
    long bytes = 0;
    for (var plan : plans) {
      bytes += cloud.queries().dryRun(plan.requests().makes().orElseThrow()).bytesProcessed();
    }
    return new Retry.Ready(plans, counted.rows(), counted.rows().of(fates), requests, price, bytes);
  }

  /// Why nothing can be asked again so far: a job of the run can still change.
  private Optional<Finding> open(LedgerRun run) throws CloudException {
    for (Run job : run.jobs()) {
      if (job.stage() != RunStage.SUBMITTED && !job.stage().isOver()) {
        return Optional.of(Finding.stop("retry.open"));
      }
    }
    for (Run job : run.sent()) {
      if (!isEnded(job)) {
        return Optional.of(Finding.stop("retry.running"));
      }
    }
    return Optional.empty();
  }

  /// A job that was deleted has ended.
  private boolean isEnded(Run run) throws CloudException {
    Optional<BatchJob> job = cloud.jobs().find(run.job().orElseThrow());
    return job.filter(one -> !one.state().isFinal()).isEmpty();
  }

  /// Sends what was prepared; `listener` hears of each step. Returns the jobs as they are then. A
  /// plan that was sent before is not sent again.
  ///
  /// @throws CloudException when one was refused; those before it are sent
  public List<Run> send(Retry.Ready retry, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    List<Run> sent = new ArrayList<>();
    for (var plan : retry.plans()) {
      sent.add(submitter.submit(plan, listener));
    }
    return List.copyOf(sent);
  }

  private static Retry refused(String code, Object... args) {
    return new Retry.Refused(Finding.stop(code, args));
  }

  static String plain(UUID id) {
    return id.toString().replace('-', '_');
  }
}
