package dev.pollux.draft;

import dev.pollux.cloud.Query;
import dev.pollux.code.CodeJob;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.AnswerSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From a draft without faults to what is submitted.
public final class RunPlanner {
  /// BigQuery takes names of 1,024 bytes; letters may take four.
  private static final int LONGEST_BASE = 240;

  private RunPlanner() {}

  /// Exactly what would be sent; empty while something before the review, or the name, stops it.
  public static Optional<RunPlan> plan(DraftState state) {
    return plan(state, DraftChecks.of(state));
  }

  /// The same, where the checks were made already.
  public static Optional<RunPlan> plan(DraftState state, DraftChecks checks) {
    if (checks.firstStopped() != Step.REVIEW || !ReviewChecks.title(state).isEmpty()) {
      return Optional.empty();
    }
    TableInfo table = state.table().orElseThrow();
    return Optional.of(
        new RunPlan(
            state.context().run(),
            state.title(),
            state.context().connection().project(),
            state.jobLocation().orElseThrow(),
            state.model().orElseThrow(),
            table.ref(),
            state.ownRequests()
                ? new RequestSource.OwnColumn(table.ref())
                : new RequestSource.Made(requestTable(state), sql(state).query()),
            state.destination().orElseThrow(),
            state.rows().orElseThrow(),
            DraftCost.price(state)));
  }

  /// Beside the destination and named by the run, so that what an earlier run left behind is never
  /// in the way.
  private static TableRef requestTable(DraftState state) {
    TableRef destination = state.destination().orElseThrow();
    String base = destination.table();
    String run = state.context().run().id().replaceAll("[^0-9A-Za-z]", "");
    return destination
        .datasetRef()
        .table(
            base.substring(0, Math.min(base.length(), LONGEST_BASE))
                + "_requests_"
                + run.substring(0, Math.min(run.length(), 8)));
  }

  /// The statement that makes the request table.
  static RequestSql sql(DraftState state) {
    TableInfo table = state.table().orElseThrow();
    return RequestSql.of(
        table.ref(),
        table.schema(),
        state.spec(),
        state.context().markKey(),
        state.draft().rows(),
        requestTable(state),
        table.location());
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
            request.source(),
            request.destination(),
            Map.of());
    Optional<Query> makes =
        plan.requests() instanceof RequestSource.Made made
            ? Optional.of(made.query())
            : Optional.empty();
    List<Field> answers =
        state.spec().answer().stream()
            .flatMap(schema -> schema.members().stream().map(RunPlanner::column))
            .toList();
    return new CodeJob(plain, makes, answers, state.context().sandbox());
  }

  private static Field column(AnswerSchema.Member member) {
    FieldType type =
        switch (member.type()) {
          case AnswerSchema.Type.Text _, AnswerSchema.Type.Choice _ -> FieldType.STRING;
          case AnswerSchema.Type.Decimal _ -> FieldType.FLOAT64;
          case AnswerSchema.Type.Whole _ -> FieldType.INT64;
          case AnswerSchema.Type.YesNo _ -> FieldType.BOOL;
          case AnswerSchema.Type.ListOf _, AnswerSchema.Type.Group _ -> FieldType.JSON;
        };
    return Field.of(member.name(), type);
  }
}
