package dev.pollux.cloud;

import dev.pollux.domain.Location;
import dev.pollux.domain.TableSchema;

/// Queries, which may cost money: never used to browse.
public interface Queries {
  /// Runs a query whose job id the caller chose. When a job of that id exists already (409), it is
  /// ours: its result is awaited instead, so the call may be repeated without harm.
  QueryResult run(Query query, String jobId) throws CloudException, InterruptedException;

  /// Stops the query of that id, if it still runs. True where it had done its work: what it was to
  /// make is there. False where it failed, was stopped in time, or nobody knows a query of that id.
  ///
  /// @throws CloudException when nobody can tell
  boolean stop(Location location, String jobId) throws CloudException;

  /// Checks the statement without running it, and says how many bytes it would read.
  DryRun dryRun(Query query) throws CloudException;

  /// What a dry run says.
  record DryRun(long bytesProcessed, TableSchema schema) {}
}
