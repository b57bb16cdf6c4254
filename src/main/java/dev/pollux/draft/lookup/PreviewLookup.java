package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.StepsDone;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts.Topic;
import dev.pollux.draft.state.PreviewRows;
import dev.pollux.draft.state.SourceTable;
import dev.pollux.prompt.rows.PreviewSql;
import java.util.Optional;

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
    return sql(state).map(sql -> subject(sql, state));
  }

  static Object subject(PreviewSql sql, DraftState state) {
    return new Subject(sql.query(), state.draft().consent().paidLookups());
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
    return read(cloud, state, sql(state).orElseThrow());
  }

  static PreviewRows read(Cloud cloud, DraftState state, PreviewSql sql)
      throws CloudException, InterruptedException {
    return switch (LookupQuery.of(cloud, state).run(sql.query(), "preview")) {
      case LookupQuery.Outcome.TooDear(long bytes) -> new PreviewRows.TooDear(bytes);
      case LookupQuery.Outcome.Done(QueryResult read, long bytes) ->
          new PreviewRows.Read(sql.rows(read.rows()), bytes);
    };
  }
}
