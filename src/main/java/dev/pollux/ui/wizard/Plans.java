package dev.pollux.ui.wizard;

import dev.pollux.cloud.Query;
import dev.pollux.code.CodeJob;
import dev.pollux.cost.Estimate;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.UsdRange;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import dev.pollux.prompt.JobTitle;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.AnswerSchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From a draft without faults to what is submitted.
final class Plans {
  private Plans() {}

  static TableRef destination(WizardModel model) {
    Dataset dataset = model.dataset.get().orElseThrow();
    return dataset.ref().table(model.tableName.get().strip());
  }

  /// Beside the destination, under its name.
  static TableRef requestTable(WizardModel model) {
    Dataset dataset = model.dataset.get().orElseThrow();
    return dataset.ref().table(model.tableName.get().strip() + "_requests");
  }

  static RunPlan plan(WizardModel model, Connection connection, RunId id, Checks checks) {
    TableInfo info = model.table.get().orElseThrow();
    return new RunPlan(
        id,
        JobTitle.of(model.title.get(), destination(model)),
        connection.project(),
        model.jobLocation().orElseThrow(),
        model.geminiModel().orElseThrow(),
        info.ref(),
        requests(model, info, checks),
        destination(model),
        model.rows(),
        estimate(model));
  }

  private static Optional<UsdRange> estimate(WizardModel model) {
    return model.cost.get() instanceof CostState.Known(Estimate known)
        ? known.cost().map(cost -> new UsdRange(cost.batch().low(), cost.batch().high()))
        : Optional.empty();
  }

  private static RequestSource requests(WizardModel model, TableInfo info, Checks checks) {
    if (!model.template.get()) {
      return new RequestSource.OwnColumn(info.ref());
    }
    RequestSql sql = checks.sql(model);
    return new RequestSource.Made(requestTable(model), sql.query());
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

  /// As code, the job has no labels of a run of ours.
  static CodeJob code(RunPlan plan, WizardModel model, Optional<URI> sandbox) {
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
        model
            .answer
            .get()
            .map(schema -> schema.members().stream().map(Plans::column).toList())
            .orElse(List.of());
    return new CodeJob(plain, makes, answers, sandbox);
  }
}
