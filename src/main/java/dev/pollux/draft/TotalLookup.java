package dev.pollux.draft;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.domain.Value;
import java.util.Optional;
import java.util.UUID;

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
    long bytes = cloud.queries().dryRun(query).bytesProcessed();
    if (state.context().budget().asksQuery(bytes) && !state.draft().consent().paidLookups()) {
      return new RowTotal.TooDear(bytes);
    }
    Value value =
        cloud
            .queries()
            .run(query, "pollux_count_" + UUID.randomUUID().toString().replace('-', '_'))
            .rows()
            .getFirst()
            .values()
            .getFirst();
    return new RowTotal.Counted(
        value instanceof Value.Scalar(String text) ? Long.parseLong(text) : 0, bytes);
  }
}
