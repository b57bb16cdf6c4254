package dev.pollux.ui.wizard;

import dev.pollux.domain.Connection;
import dev.pollux.domain.Dataset;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableRef;
import dev.pollux.prompt.RequestSql;
import dev.pollux.run.RequestSource;
import dev.pollux.run.RunPlan;

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
        model.rows());
  }

  private static RequestSource requests(WizardModel model, TableInfo info, Checks checks) {
    if (!model.template.get()) {
      return new RequestSource.OwnColumn(info.ref());
    }
    RequestSql sql = checks.sql(model);
    return new RequestSource.Made(requestTable(model), sql.query());
  }
}
