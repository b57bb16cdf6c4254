package dev.pollux.draft.state;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.prompt.RequestSql;

/// The requests of a job that is being prepared: which table has them, where it is made, and by
/// which statement.
public final class PlannedRequests {
  /// BigQuery takes names of 1,024 bytes; letters may take four.
  private static final int LONGEST_BASE = 240;

  private PlannedRequests() {}

  /// Where the statement makes the requests: where the job reads them, or where they wait to travel
  /// there.
  public static TableRef made(DraftState state) {
    TableRef read = read(state);
    return state
        .target()
        .transfer()
        .map(travels -> Transfer.waiting(state, read, travels.out()))
        .orElse(read);
  }

  /// Where the job reads them: beside the destination and named by the run, so that what an earlier
  /// run left behind is never in the way.
  public static TableRef read(DraftState state) {
    TableRef destination = state.destination().orElseThrow();
    String run = state.context().run().id().replaceAll("[^0-9A-Za-z]", "");
    return destination
        .datasetRef()
        .table(requestsOf(destination.table()) + run.substring(0, Math.min(run.length(), 8)));
  }

  /// How the names of the request tables begin that stand beside a table of answers.
  public static String requestsOf(String answers) {
    return base(answers) + "_requests_";
  }

  /// As much of the name of a table of answers as names of the tables beside it begin with.
  public static String base(String answers) {
    return answers.substring(0, Math.min(answers.length(), LONGEST_BASE));
  }

  /// The statement that makes the request table.
  public static RequestSql sql(DraftState state) {
    TableInfo table = state.table().orElseThrow();
    return RequestSql.of(
        table,
        state.spec(),
        state.context().markKey(),
        state.draft().rows(),
        state.passing(),
        made(state));
  }
}
