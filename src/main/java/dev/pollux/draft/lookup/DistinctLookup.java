package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.plan.PlanCache;
import dev.pollux.draft.plan.PlannedRows;
import dev.pollux.draft.state.DistinctRequests;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.results.outcome.Responses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts how many of the requests are equal to others, before they are sent: each is paid. A count
/// that would read much is not run before the person agreed.
record DistinctLookup(Cloud cloud, EarlierOutputs before, PlanCache plans)
    implements Lookup<DistinctRequests> {
  /// The newest of so many; each more is one more table to read.
  private static final int MOST = 20;

  /// @param fingerprint of what is asked
  /// @param paid whether the person agreed that it may cost something
  private record Subject(String fingerprint, boolean onlyNew, boolean paid) {}

  @Override
  public Topic topic() {
    return Topic.DISTINCT;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return plans
        .plan(state)
        .filter(_ -> state.rows().orElse(0) > (state.draft().onlyNew() ? 0 : 1))
        .map(plan ->
            new Subject(
                plan.fingerprint(),
                state.draft().onlyNew(),
                state.draft().consent().paidLookups()));
  }

  @Override
  public DistinctRequests look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    List<LedgerTables.Output> earlier = earlier(state);
    boolean onlyNew = state.draft().onlyNew();
    Query query = new LedgerSql(PlannedRows.asked(state, onlyNew ? earlier : List.of())).distinct();
    return switch (LookupQuery.of(cloud, state).run(query, "distinct")) {
      case LookupQuery.Outcome.TooDear(long bytes) -> new DistinctRequests.TooDear(bytes);
      case LookupQuery.Outcome.Done(QueryResult read, long _) -> {
        Row counted = read.rows().getFirst();
        yield new DistinctRequests.Counted(
            number(counted, 0), number(counted, 2), number(counted, 1), earlier);
      }
    };
  }

  /// A query reads tables of one location.
  private List<LedgerTables.Output> earlier(DraftState state) throws CloudException {
    List<LedgerTables.Output> found = new ArrayList<>();
    Location here = state.table().orElseThrow().location();
    if (!state.region().equals(Optional.of(here))) {
      return found;
    }
    for (TableRef ref : before.of(state.model().orElseThrow().name())) {
      if (found.size() < MOST) {
        cloud
            .catalog()
            .table(ref)
            .filter(table -> table.location().equals(here))
            .filter(table -> Responses.isOutput(table.schema()))
            .filter(table -> table.schema().find("request").isPresent())
            .ifPresent(table -> found.add(new LedgerTables.Output(table, 0)));
      }
    }
    return found;
  }

  private static long number(Row row, int at) {
    return row.values().get(at) instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0;
  }
}
