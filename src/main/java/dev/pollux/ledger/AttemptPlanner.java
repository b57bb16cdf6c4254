package dev.pollux.ledger;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.PlannedRequests;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.prompt.check.JobTitle;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.LedgerRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans the jobs of the next attempt of a run. Their tables stand beside the answers, under names
/// that are free.
final class AttemptPlanner {
  private final LedgerRun run;
  private final LedgerTables tables;
  private final Ledgers ledgers;

  AttemptPlanner(LedgerRun run, LedgerTables tables, Ledgers ledgers) {
    this.run = run;
    this.tables = tables;
    this.ledgers = ledgers;
  }

  /// @param requests of all parts together
  /// @param price of all parts together
  List<RunPlan> plans(Set<RowFate> fates, long requests, int parts, Optional<UsdRange> price)
      throws CloudException {
    RunPlan root = run.root().plan();
    TableRef answers =
        run.answers().isPresent()
            ? run.answers().get()
            : ledgers.free(beside(root.destination(), "_complete"));
    int attempt = run.attempts() + 1;
    List<RunPlan> plans = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      RunId id = Place.idOf(run.id(), attempt, part);
      String which = "_retry_" + (attempt - 1) + (parts > 1 ? "_part_" + part : "");
      TableRef output = ledgers.free(beside(root.destination(), which));
      TableRef made = ledgers.free(made(output, id));
      Place place =
          new Place(
              run.id(),
              attempt,
              part,
              parts,
              run.key(),
              Optional.of(answers),
              root.place().earlier());
      plans.add(
          new RunPlan(
              id,
              JobTitle.with(root.title(), title(attempt, part, parts)),
              root.project(),
              root.location(),
              root.model(),
              root.source(),
              new RequestSource.Made(made, new LedgerSql(tables).choose(fates, made, part, parts)),
              output,
              place.share(requests),
              price.map(usd -> usd.times(1.0 / parts)),
              root.draft(),
              place));
    }
    return plans;
  }

  /// Of any language: it stands in Google's console.
  private static String title(int attempt, int part, int parts) {
    return " #" + attempt + (parts > 1 ? "." + part : "");
  }

  private static TableRef made(TableRef output, RunId id) {
    String run = id.id().replaceAll("[^0-9A-Za-z]", "");
    return output
        .datasetRef()
        .table(
            PlannedRequests.requestsOf(output.table())
                + run.substring(0, Math.min(run.length(), 8)));
  }

  private static TableRef beside(TableRef table, String after) {
    String name = table.table();
    return table.datasetRef().table(name.substring(0, Math.min(name.length(), 200)) + after);
  }
}
