package dev.pollux.draft.plan;

import dev.pollux.cloud.Query;
import dev.pollux.code.CodeJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.FreeName;
import dev.pollux.draft.state.PlannedRequests;
import dev.pollux.ledger.sql.LedgerSql;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.ledger.sql.RowKey;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.prompt.check.JobTitle;
import dev.pollux.results.outcome.RowFate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From a draft without faults to what is submitted.
public final class RunPlanner {
  private RunPlanner() {}

  /// Exactly what would be sent; empty while something before the review, or the name, stops it.
  public static Optional<RunPlan> plan(DraftState state) {
    return plan(state, DraftChecks.of(state));
  }

  /// The same, where the checks were made already.
  public static Optional<RunPlan> plan(DraftState state, DraftChecks checks) {
    if (checks.firstStopped() != Step.REVIEW || !JobTitle.check(state.draft().title()).isEmpty()) {
      return Optional.empty();
    }
    TableInfo table = state.table().orElseThrow();
    RequestSource.Whole rows = requests(state, table);
    boolean whole = state.parts() == 1 && !state.shares();
    return Optional.of(
        new RunPlan(
            state.context().run(),
            state.title(),
            state.context().connection().project(),
            state.jobLocation().orElseThrow(),
            state.model().orElseThrow(),
            table.ref(),
            whole ? rows : chosen(state, rows),
            whole ? state.destination().orElseThrow() : sent(state),
            state.requests().orElseThrow(),
            DraftCost.price(state),
            Optional.of(state.draft()),
            whole ? Place.alone(state.context().run()) : place(state)));
  }

  /// Each part of the requests, or one of each that are equal. The answers of all rows are joined
  /// later, under the name that the person chose.
  private static RequestSource chosen(DraftState state, RequestSource.Whole rows) {
    RowKey key = state.shares() ? RowKey.REQUEST : RowKey.ROW;
    TableRef beside = PlannedRequests.read(state);
    TableRef into = beside.datasetRef().table(beside.table() + "_sent");
    Query query =
        new LedgerSql(PlannedRows.of(state, rows.table(), key, earlier(state)))
            .choose(Set.of(RowFate.MISSING), into, 1, state.parts());
    return new RequestSource.Chosen(rows, into, query);
  }

  private static List<LedgerTables.Output> earlier(DraftState state) {
    return state.takesEarlier() ? state.distinct().orElseThrow().earlier() : List.of();
  }

  private static Place place(DraftState state) {
    return new Place(
        state.context().run(),
        1,
        1,
        state.parts(),
        state.shares() ? RowKey.REQUEST : RowKey.ROW,
        state.destination(),
        earlier(state).stream().map(LedgerTables.Output::ref).toList());
  }

  /// Where the service writes what is joined later.
  private static TableRef sent(DraftState state) {
    TableRef answers = state.destination().orElseThrow();
    Set<String> taken = state.facts().taken().value().orElse(Set.of());
    return answers
        .datasetRef()
        .table(FreeName.from(PlannedRequests.base(answers.table()) + "_output", taken));
  }

  private static RequestSource.Whole requests(DraftState state, TableInfo table) {
    RequestSource.InPlace inPlace =
        state.ownRequests()
            ? new RequestSource.OwnColumn(table.ref())
            : new RequestSource.Made(
                PlannedRequests.made(state), PlannedRequests.sql(state).query());
    return state
        .target()
        .transfer()
        .<RequestSource.Whole>map(travels ->
            new RequestSource.Copied(
                inPlace,
                new TableCopy(
                    inPlace.table(), travels.out(), PlannedRequests.read(state), travels.into())))
        .orElse(inPlace);
  }

  /// The plan as a job to write code for; as code, it has no labels of a run of ours.
  public static CodeJob code(DraftState state, RunPlan plan) {
    BatchRequest request = plan.request();
    BatchRequest plain =
        new BatchRequest(
            request.project(),
            request.location(),
            request.displayName(),
            request.model(),
            plan.requests().rows(),
            plan.place().answers().orElse(request.destination()),
            Map.of());
    List<Field> answers = state.spec().answer().map(SchemaTypes::of).orElse(List.of());
    return new CodeJob(
        plain,
        plan.requests().makes(),
        plan.requests().brought(),
        answers,
        state.context().sandbox());
  }
}
