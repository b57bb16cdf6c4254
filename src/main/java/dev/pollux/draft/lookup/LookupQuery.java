package dev.pollux.draft.lookup;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cost.Budget;
import dev.pollux.draft.state.DraftState;
import java.util.UUID;

/// A query that helps to prepare a job, and that nobody clicked for: it runs by itself where it
/// reads little, or where the person agreed to pay for such queries.
///
/// @param agreed whether the person did
record LookupQuery(Queries queries, Budget budget, boolean agreed) {
  /// What became of it.
  sealed interface Outcome {
    /// @param bytes what the dry run said
    record Done(QueryResult result, long bytes) implements Outcome {}

    /// It did not run, or was stopped by the service before it was billed.
    ///
    /// @param bytes that it may read at most
    record TooDear(long bytes) implements Outcome {}
  }

  static LookupQuery of(Cloud cloud, DraftState state) {
    return new LookupQuery(
        cloud.queries(), state.context().budget(), state.draft().consent().paidLookups());
  }

  /// What cannot be measured beforehand, as files behind an external table, begins all the same:
  /// the service ends it where it would be billed for more than runs unasked.
  ///
  /// @param what it is for, as a part of the job's id
  Outcome run(Query query, String what) throws CloudException, InterruptedException {
    Queries.DryRun price = queries.dryRun(query);
    if (!agreed && budget.asksQuery(price.bytesProcessed())) {
      return new Outcome.TooDear(price.bytesProcessed());
    }
    String id = "pollux_" + what + "_" + UUID.randomUUID().toString().replace('-', '_');
    if (agreed) {
      return new Outcome.Done(queries.run(query, id), price.bytesProcessed());
    }
    try {
      return new Outcome.Done(
          queries.run(query, id, budget.unaskedBytes()), price.bytesProcessed());
    } catch (CloudException e) {
      if (Diagnosis.of(e).map(Diagnosis::problem).orElse(null) == Diagnosis.Problem.BYTES_BILLED) {
        return new Outcome.TooDear(price.ceiling());
      }
      throw e;
    }
  }
}
