package dev.pollux.cloud;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableSchema;
import java.util.function.Consumer;

/// Queries, which may cost money: never used to browse.
public interface Queries {
  /// Runs a query whose job id the caller chose. When a job of that id exists already (409), it is
  /// ours: its result is awaited instead, so the call may be repeated without harm.
  QueryResult run(Query query, String jobId) throws CloudException, InterruptedException;

  /// The same; `unreached` hears of each time that the service cannot be asked about a query that
  /// runs, so that nobody waits without a word.
  default QueryResult run(Query query, String jobId, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    return run(query, jobId);
  }

  /// The same, but where more would be billed than a person agreed to, it is refused and costs
  /// nothing: the table may have grown since they were asked.
  QueryResult run(Query query, String jobId, long mostBilled)
      throws CloudException, InterruptedException;

  /// Stops the query of that id, if it still runs. True where it had done its work: what it was to
  /// make is there. False where it failed, was stopped in time, or nobody knows a query of that id.
  ///
  /// @throws CloudException when nobody can tell
  boolean stop(Location location, String jobId) throws CloudException;

  /// Checks the statement without running it, and says how many bytes it would read.
  DryRun dryRun(Query query) throws CloudException;

  /// What a dry run says.
  record DryRun(long bytesProcessed, TableSchema schema) {
    /// The least that is billed (https://cloud.google.com/bigquery/pricing#on_demand_pricing).
    private static final long LEAST = 10L << 20;

    /// For what a dry run cannot measure, as external tables: it says 0. About 0.6 USD.
    private static final long UNMEASURED = 100L << 30;

    /// How many bytes may be billed at most when it is run: a tenth more than it would read now,
    /// since the table may grow.
    public long ceiling() {
      return isMeasured() ? Math.max(LEAST, bytesProcessed + bytesProcessed / 10) : UNMEASURED;
    }

    /// Whether the service could say how much it would read.
    public boolean isMeasured() {
      return bytesProcessed > 0;
    }
  }
}
