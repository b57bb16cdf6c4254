package dev.pollux.cloud;

/// Queries, which may cost money: never used to browse.
public interface Queries {
  /// Runs a query whose job id the caller chose. When a job of that id exists already (409), it is
  /// ours: its result is awaited instead, so the call may be repeated without harm.
  QueryResult run(Query query, String jobId) throws CloudException, InterruptedException;

  /// Checks the statement without running it, and says how many bytes it would read.
  DryRun dryRun(Query query) throws CloudException;

  /// What a dry run says.
  record DryRun(long bytesProcessed, dev.pollux.domain.TableSchema schema) {}
}
