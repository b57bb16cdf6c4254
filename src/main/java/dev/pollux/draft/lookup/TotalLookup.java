package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.StepsDone;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.RowTotal;
import java.util.Optional;

/// Counts the rows that are asked about, where the table does not say: rows that meet conditions,
/// and all rows of a view. A count that would read much is not run before the person agreed.
record TotalLookup(Cloud cloud) implements Lookup<RowTotal> {
  /// @param paid whether the person agreed that it may cost something
  private record Subject(Query query, boolean paid) {}

  @Override
  public Topic topic() {
    return Topic.TOTAL;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return query(state).map(query -> new Subject(query, state.draft().consent().paidLookups()));
  }

  private static Optional<Query> query(DraftState state) {
    return state
        .filter()
        .filter(chosen -> !chosen.all() || !state.isCounted())
        .map(chosen -> chosen.count(state.table().orElseThrow().location()));
  }

  @Override
  public RowTotal look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    Query query = query(state).orElseThrow();
    return switch (LookupQuery.of(cloud, state).run(query, "count")) {
      case LookupQuery.Outcome.TooDear(long bytes) -> new RowTotal.TooDear(bytes);
      case LookupQuery.Outcome.Done(QueryResult counted, long bytes) -> {
        Value value = counted.rows().getFirst().values().getFirst();
        yield new RowTotal.Counted(
            value instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0, bytes);
      }
    };
  }
}
