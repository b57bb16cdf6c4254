package dev.pollux.ui.wizard;

import dev.pollux.cloud.Query;
import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.Connection;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.UsdRange;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.code.CodeJob;
import dev.pollux.prompt.cost.Estimate;
import dev.pollux.run.RequestSource;
import dev.pollux.run.RunPlan;
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
        model.title.get().isBlank() ? destination(model).table() : model.title.get().strip(),
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
    List<String> answers =
        model
            .answer
            .get()
            .map(schema -> schema.members().stream().map(AnswerSchema.Member::name).toList())
            .orElse(List.of());
    return new CodeJob(plain, makes, answers, sandbox);
  }
}
