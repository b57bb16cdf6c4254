package dev.pollux.run.submit;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.TableCopies;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.prompt.RequestSql;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables that runs make for their requests: made and brought to where the job runs before it
/// is created, deleted where no job will read them. Each step may be repeated: its job has the id
/// of the run, so that a second attempt meets the first (409) instead of a second bill.
public final class RequestTables {
  private static final Logger LOG = LoggerFactory.getLogger(RequestTables.class);
  private static final Duration LAST = Duration.ofDays(RequestSql.DAYS);
  private final Catalog catalog;
  private final Queries queries;
  private final TableCopies copies;
  private final InstantSource clock;

  public RequestTables(Cloud cloud, InstantSource clock) {
    this(cloud.catalog(), cloud.queries(), cloud.copies(), clock);
  }

  public RequestTables(Catalog catalog, Queries queries, TableCopies copies, InstantSource clock) {
    this.catalog = catalog;
    this.queries = queries;
    this.copies = copies;
    this.clock = clock;
  }

  /// The id of the query job that makes a run's table.
  static String queryId(RunId run) {
    return "pollux_" + run + "_requests";
  }

  /// The id of the copy job that brings a run's requests to where its job runs.
  static String copyId(RunId run) {
    return "pollux_" + run + "_copy";
  }

  /// The id of the query job that chooses some requests of those that all parts share.
  static String chooseId(RunId run) {
    return "pollux_" + run + "_chosen";
  }

  /// By which the rows of a job are made: parts share them.
  private static RunId owner(RunPlan plan) {
    return plan.requests() instanceof RequestSource.Chosen ? plan.place().root() : plan.id();
  }

  /// What is to be done before the job is created, in its order.
  static List<RunStage> steps(RequestSource requests) {
    return switch (requests) {
      case RequestSource.OwnColumn _ -> List.of();
      case RequestSource.Made _ -> List.of(RunStage.PREPARING);
      case RequestSource.Copied(RequestSource.OwnColumn _, TableCopy _) ->
          List.of(RunStage.COPYING);
      case RequestSource.Copied(RequestSource.Made _, TableCopy _) ->
          List.of(RunStage.PREPARING, RunStage.COPYING);
      case RequestSource.Chosen chosen -> {
        List<RunStage> before = steps(chosen.from());
        yield before.isEmpty() ? List.of(RunStage.PREPARING) : before;
      }
    };
  }

  /// Does what such a step is about, or finds it done.
  public void take(RunStage step, RunPlan plan) throws CloudException, InterruptedException {
    take(step, plan, _ -> {});
  }

  /// @param unreached hears of each time that the service cannot be asked how far it is
  public void take(RunStage step, RunPlan plan, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    makeRows(step, plan, unreached);
    if (plan.requests() instanceof RequestSource.Chosen chosen && step == steps(chosen).getLast()) {
      queries.run(chosen.query(), chooseId(plan.id()), unreached);
    }
  }

  /// Looks whether the table that the job would read has no more requests than the person agreed
  /// to: rows may have come after they were counted. Where nobody knows how many it has, they are
  /// not looked at; of one that rows are streamed into, those that are stored are.
  ///
  /// @throws CloudException.Invalid where it has more
  void agreed(RunPlan plan) throws CloudException {
    if (plan.rows() < 0) {
      return;
    }
    Optional<TableInfo> more =
        catalog.table(plan.requests().table()).filter(table -> table.stored() > plan.rows());
    if (more.isPresent()) {
      throw new CloudException.Invalid(
          more.get().stored() + " requests instead of " + plan.rows(),
          "moreRequests",
          null,
          CloudException.Delivery.NOT_SENT);
    }
  }

  private void makeRows(RunStage step, RunPlan plan, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    if (step == RunStage.COPYING) {
      bring(plan, plan.requests().brought().orElseThrow(), unreached);
    } else if (plan.requests().inPlace() instanceof RequestSource.Made made) {
      Optional<TableCopy> copy = plan.requests().brought();
      if (copy.isPresent()) {
        catalog.ensureDataset(made.requestTable().datasetRef(), copy.get().out(), LAST);
      }
      queries.run(made.query(), queryId(owner(plan)), unreached);
    }
  }

  private void bring(RunPlan plan, TableCopy copy, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    copies.run(copy, copyId(owner(plan)), Map.of(RunLabels.RUN, owner(plan).id()), unreached);
    catalog.expire(copy.to(), clock.instant().plus(LAST));
    if (plan.requests().inPlace() instanceof RequestSource.Made made) {
      // What stays of it ends by itself.
      delete(made.requestTable());
    }
  }

  /// Deletes what a run made, of which no job will come. A table is the run's own only where the
  /// job of the run's id made it: where that failed, since a table of the name was there, it is
  /// somebody else's. A copy that is under way is waited for. Returns what kept something from
  /// being deleted.
  Optional<CloudException> discard(Run run) {
    RunPlan plan = run.plan();
    Optional<CloudException> chosen =
        plan.requests() instanceof RequestSource.Chosen part
            ? unmake(part.query(), chooseId(plan.id()), part.requestTable())
            : Optional.empty();
    // Rows that parts share are another part's as well; they end by themselves.
    return plan.place().parts() > 1 ? chosen : chosen.or(() -> discardRows(run));
  }

  private Optional<CloudException> discardRows(Run run) {
    RunPlan plan = run.plan();
    Optional<CloudException> copied =
        plan.requests()
            .brought()
            .filter(_ -> run.copying().isPresent())
            .flatMap(copy -> unbring(plan, copy));
    Optional<CloudException> made =
        plan.requests().inPlace() instanceof RequestSource.Made here
            ? unmake(here.query(), queryId(owner(plan)), here.requestTable())
            : Optional.empty();
    return copied.or(() -> made);
  }

  private Optional<CloudException> unbring(RunPlan plan, TableCopy copy) {
    try {
      return copies.settle(copy, copyId(owner(plan))) ? delete(copy.to()) : Optional.empty();
    } catch (CloudException e) {
      LOG.warn("the copy to {} may still be made", copy.to(), e);
      return Optional.of(e);
    }
  }

  private Optional<CloudException> unmake(Query query, String id, TableRef table) {
    try {
      return queries.stop(query.location(), id) ? delete(table) : Optional.empty();
    } catch (CloudException e) {
      LOG.warn("the request table {} was not deleted", table, e);
      return Optional.of(e);
    }
  }

  private Optional<CloudException> delete(TableRef table) {
    try {
      catalog.deleteTable(table);
      return Optional.empty();
    } catch (CloudException.NotFound _) {
      return Optional.empty();
    } catch (CloudException e) {
      LOG.warn("the request table {} was not deleted", table, e);
      return Optional.of(e);
    }
  }
}
