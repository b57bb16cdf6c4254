package dev.pollux.run;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.domain.RunId;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables that runs make for their requests: made before the job is created, deleted where no
/// job will read them.
public final class RequestTables {
  private static final Logger LOG = LoggerFactory.getLogger(RequestTables.class);
  private final Catalog catalog;
  private final Queries queries;

  public RequestTables(Catalog catalog, Queries queries) {
    this.catalog = catalog;
    this.queries = queries;
  }

  /// The id of the query job that makes a run's table: the same at each attempt, so that a second
  /// attempt meets the first (409) instead of a second bill.
  static String queryId(RunId run) {
    return "pollux_" + run + "_requests";
  }

  void make(RunPlan plan, RequestSource.Made made) throws CloudException, InterruptedException {
    queries.run(made.query(), queryId(plan.id()));
  }

  /// Deletes what a run made, of which no job will come. A table is the run's own only where the
  /// query job of the run's id made it: where that failed, since a table of the name was there, it
  /// is somebody else's. Returns what kept it from being deleted.
  Optional<CloudException> discard(RunPlan plan) {
    return switch (plan.requests()) {
      case RequestSource.OwnColumn _ -> Optional.empty();
      case RequestSource.Made made -> {
        try {
          if (queries.stop(made.query().location(), queryId(plan.id()))) {
            catalog.deleteTable(made.requestTable());
          }
          yield Optional.empty();
        } catch (CloudException.NotFound _) {
          yield Optional.empty();
        } catch (CloudException e) {
          LOG.warn("the request table {} was not deleted", made.requestTable(), e);
          yield Optional.of(e);
        }
      }
    };
  }
}
