package dev.pollux.draft;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.prompt.PreviewSql;
import java.util.Optional;
import java.util.UUID;

/// Some rows of a table that cannot be listed: by a query, which is not run before the person
/// agreed where it reads much.
record PreviewLookup(Cloud cloud) implements Lookup<PreviewRows> {
  /// @param paid whether the person agreed that it may cost something
  private record Subject(Query query, boolean paid) {}

  @Override
  public Topic topic() {
    return Topic.PREVIEW;
  }

  @Override
  public Optional<Object> subject(DraftState state) {
    return sql(state).map(sql -> new Subject(sql.query(), state.draft().consent().paidLookups()));
  }

  private static Optional<PreviewSql> sql(DraftState state) {
    return state
        .facts()
        .source()
        .value()
        .filter(SourceTable::needsQuery)
        .flatMap(SourceTable::info)
        .flatMap(table -> PreviewSql.of(table, state.draft().rows()));
  }

  @Override
  public PreviewRows look(DraftState state, StepsDone steps)
      throws CloudException, InterruptedException {
    PreviewSql sql = sql(state).orElseThrow();
    long bytes = cloud.queries().dryRun(sql.query()).bytesProcessed();
    if (state.context().budget().asksQuery(bytes) && !state.draft().consent().paidLookups()) {
      return new PreviewRows.TooDear(bytes);
    }
    String id = "pollux_preview_" + UUID.randomUUID().toString().replace('-', '_');
    return new PreviewRows.Read(sql.rows(cloud.queries().run(sql.query(), id).rows()), bytes);
  }
}
