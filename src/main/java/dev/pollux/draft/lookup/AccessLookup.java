package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.StepsDone;
import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Severity;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.plan.PlanCache;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.check.OwnRequestsSql;
import dev.pollux.prompt.check.RequestCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The checks just before sending, of exactly what would be sent: the requests of the rows that are
/// here, the statement that makes all of them, who may read what, and the files that are named.
record AccessLookup(Cloud cloud, PlanCache plans) implements Lookup<List<Finding>> {
  /// @param fingerprint of what is asked
  private record Subject(
      String fingerprint, TableRef destination, TableRef requests, boolean paid) {}

  @Override
  public Topic topic() {
    return Topic.ACCESS;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return plans
        .plan(state)
        .map(plan ->
            new Subject(
                plan.fingerprint(),
                plan.place().answers().orElse(plan.destination()),
                plan.requests().rows(),
                state.draft().consent().paidLookups()));
  }

  @Override
  public List<Finding> look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    RunPlan plan = plans.plan(state).orElseThrow();
    TableInfo table = state.table().orElseThrow();
    List<Finding> found = new ArrayList<>();
    switch (plan.requests().inPlace()) {
      case RequestSource.Made made -> {
        found.add(sample(state, table));
        found.add(
            dryRun(isThere(cloud, plan) ? made.query() : RequestSql.rows(made.query()), table));
        if (plan.requests().brought().isPresent()) {
          // A copy has no dry run: whether its table may be made, a statement says.
          cloud
              .queries()
              .dryRun(
                  RequestSql.empty(
                      plan.requests().table(), plan.requests().brought().get().into()));
        }
      }
      case RequestSource.OwnColumn _ -> found.add(ownRequests(state, table));
    }
    found.addAll(new AccessCheck(cloud).of(plan));
    found.addAll(new FilesCheck(cloud.files()).of(requests(state, table)));
    return List.copyOf(found);
  }

  /// Whether the dataset is there in which requests are made: that for what travels may not be.
  static boolean isThere(Cloud cloud, RunPlan plan) throws CloudException {
    return plan.requests().brought().isEmpty()
        || cloud.catalog().dataset(plan.requests().inPlace().table().datasetRef()).isPresent();
  }

  /// The worst of the requests that the rows here would become.
  private static Finding sample(DraftState state, TableInfo table) {
    RequestRenderer renderer = state.renderer(table.schema());
    Optional<Finding> warning = Optional.empty();
    long checked = 0;
    List<Row> asked = state.asked();
    for (int i = 0; i < asked.size(); i++) {
      Row row = asked.get(i);
      if (renderer.skips(row)) {
        continue;
      }
      checked++;
      for (Finding finding : RequestCheck.check(renderer.json(row))) {
        Finding placed = ofRow(i + 1L, finding);
        if (finding.stops()) {
          return placed;
        }
        if (finding.level() == Severity.WARNING && warning.isEmpty()) {
          warning = Optional.of(placed);
        }
      }
    }
    return warning.orElse(Finding.ok("request.sample-ok", checked));
  }

  private static Finding ofRow(long number, Finding finding) {
    List<Object> args = new ArrayList<>(finding.args());
    args.addFirst(number);
    return new Finding(finding.level(), "row." + finding.code(), args);
  }

  private Finding dryRun(Query query, TableInfo table) throws CloudException {
    Queries.DryRun price = cloud.queries().dryRun(query);
    if (table.kind() == TableKind.EXTERNAL && !price.isMeasured()) {
      return Finding.ok(
          "preflight.unmeasured", price.ceiling() / 1e9, QueryPrice.dollars(price.ceiling()));
    }
    long bytes = price.bytesProcessed();
    return Finding.ok("preflight.bytes", bytes / 1e6, QueryPrice.dollars(bytes));
  }

  /// All of the table's own requests are looked at, where that costs next to nothing or the person
  /// agreed.
  private Finding ownRequests(DraftState state, TableInfo info)
      throws CloudException, InterruptedException {
    Query query = OwnRequestsSql.of(info.ref(), info.schema(), info.location());
    return switch (LookupQuery.of(cloud, state).run(query, "check")) {
      case LookupQuery.Outcome.TooDear(long bytes) ->
          Finding.warning("own.too-dear", bytes / 1e9, QueryPrice.dollars(bytes));
      case LookupQuery.Outcome.Done(QueryResult read, long _) ->
          OwnRequestsSql.read(read.rows().getFirst());
    };
  }

  private static List<String> requests(DraftState state, TableInfo table) {
    if (!state.ownRequests()) {
      RequestRenderer renderer = state.renderer(table.schema());
      return state.asked().stream().map(renderer::json).toList();
    }
    int column = table.schema().indexOf("request");
    return state.sample().stream()
        .map(row -> row.values().get(column))
        .filter(Value.Scalar.class::isInstance)
        .map(value -> ((Value.Scalar) value).text())
        .toList();
  }
}
