package dev.pollux.app.connecting;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;

/// [Queries] of a cloud that is waited for.
record WaitingQueries(There there) implements Queries {
  @Override
  public QueryResult run(Query query, String jobId) throws CloudException, InterruptedException {
    return there.get().queries().run(query, jobId);
  }

  @Override
  public boolean stop(Location location, String jobId) throws CloudException {
    return there.get().queries().stop(location, jobId);
  }

  @Override
  public DryRun dryRun(Query query) throws CloudException {
    return there.get().queries().dryRun(query);
  }
}
