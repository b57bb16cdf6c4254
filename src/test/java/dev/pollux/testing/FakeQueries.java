package dev.pollux.testing;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.TableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers each query with what was prepared, and remembers what was asked, by job id.
public final class FakeQueries implements Queries {
  /// What really ran: a job id runs once, as in the cloud.
  public final Map<String, Query> ran = new LinkedHashMap<>();

  public int calls;
  public QueryResult result = new QueryResult(new TableSchema(List.of()), List.of());
  public DryRun dryRun = new DryRun(0, new TableSchema(List.of()));
  public Optional<CloudException> failure = Optional.empty();
  public boolean interrupted;

  @Override
  public QueryResult run(Query query, String jobId) throws CloudException, InterruptedException {
    calls++;
    if (interrupted) {
      throw new InterruptedException();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    ran.putIfAbsent(jobId, query);
    return result;
  }

  @Override
  public DryRun dryRun(Query query) throws CloudException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return dryRun;
  }
}
