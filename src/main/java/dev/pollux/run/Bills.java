package dev.pollux.run;

import dev.pollux.cost.Bill;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.models.Price;
import dev.pollux.models.PriceList;
import dev.pollux.results.Accounting;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What jobs cost: their tokens at the list prices of the day they were created. Google's own bill
/// may differ, by discounts and by Google Search, which answers do not count.
public final class Bills {
  private final PriceList prices;
  private final Journal journal;

  public Bills(PriceList prices, Journal journal) {
    this.prices = prices;
    this.journal = journal;
  }

  /// What the answers of a job cost.
  ///
  /// @param estimate what the person was told before
  /// @param asOf the day the prices were read
  public record Spent(double usd, Optional<UsdRange> estimate, LocalDate asOf) {}

  /// The price of all answers, kept for the list of jobs once the job has ended. Empty where nobody
  /// wrote down a price for its model.
  public Optional<Spent> of(BatchJob job, Accounting all) {
    return switch (price(job)) {
      case Price.Unknown _ -> Optional.empty();
      case Price.Known price -> {
        double usd = Bill.totals(all.tokens(), all.longTokens(), price, Price.Mode.BATCH);
        if (job.state().isFinal()) {
          journal.bill(job.name(), usd);
        }
        yield Optional.of(new Spent(usd, estimate(job), price.asOf()));
      }
    };
  }

  /// What all jobs of a run cost, as far as that was kept of each; empty where it was not.
  ///
  /// @param newest of its jobs, all of one model
  public Optional<Spent> of(BatchJob newest, LedgerRun run) {
    Map<JobName, Double> kept = journal.bills();
    List<JobName> jobs = run.sent().stream().flatMap(one -> one.job().stream()).toList();
    if (!jobs.stream().allMatch(kept::containsKey)) {
      return Optional.empty();
    }
    return price(newest) instanceof Price.Known price
        ? Optional.of(
            new Spent(
                jobs.stream().mapToDouble(kept::get).sum(),
                run.root().plan().estimate(),
                price.asOf()))
        : Optional.empty();
  }

  /// Whether a prompt of so many tokens has the higher price of long ones, for the model of a job.
  public LongPredicate longPrompts(BatchJob job) {
    return price(job) instanceof Price.Known price
        ? price.tiers(Price.Mode.BATCH)::isLong
        : _ -> false;
  }

  private Price price(BatchJob job) {
    LocalDate day = LocalDate.ofInstant(job.created(), ZoneOffset.UTC);
    String model = job.model().substring(job.model().lastIndexOf('/') + 1);
    return prices.price(model, day, job.name().location());
  }

  private Optional<UsdRange> estimate(BatchJob job) {
    return RunLabels.run(job).flatMap(journal::find).flatMap(run -> run.plan().estimate());
  }
}
