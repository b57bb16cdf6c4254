package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import java.util.Set;

/// What the caller may do. Usually everything; under [ProjectCondition#LEAST_PRIVILEGE] that of an
/// account with two roles on the project, `roles/bigquery.jobUser` and `roles/aiplatform.user`, and
/// with roles on datasets: those that the sandbox brings may be read, all others written
/// (https://docs.cloud.google.com/bigquery/docs/access-control).
public record CallerRoles(ProjectConditions conditions) {
  public static final String CREATE = "bigquery.tables.create";
  static final String UPDATE = "bigquery.tables.updateData";
  public static final String DELETE = "bigquery.tables.delete";
  private static final Set<String> READ_ONLY =
      Set.of("samples", "samples_eu", "samples_us", "sample_kinds");

  public boolean areFew() {
    return conditions.has(ProjectCondition.LEAST_PRIVILEGE);
  }

  /// Of the permissions of a project's own policy: grants on its datasets are not among them.
  public boolean onProject(String permission) {
    return !areFew()
        || permission.startsWith("aiplatform.")
        || Set.of("bigquery.jobs.create", "resourcemanager.projects.get").contains(permission);
  }

  /// @throws Failure when the caller may make no dataset in the project
  public void needDatasets(String project) {
    if (areFew()) {
      throw new Failure(
          Reason.ACCESS_DENIED,
          "Access Denied: Project %s: User does not have bigquery.datasets.create permission in project %s."
              .formatted(project, project));
    }
  }

  /// @throws Failure when the caller may not do that to tables of the dataset
  public void needTables(DatasetId dataset, String permission) {
    if (areFew() && READ_ONLY.contains(dataset.dataset())) {
      throw new Failure(
          Reason.ACCESS_DENIED,
          "Access Denied: Dataset %s: Permission %s denied on dataset %s (or it may not exist)."
              .formatted(dataset, permission, dataset));
    }
  }

  /// @throws Failure when the caller may not make what the statement makes
  public void need(Translation statement) {
    switch (statement) {
      case Translation.Select _ -> {}
      case Translation.CreateTableAs made -> needTables(of(made.target()), CREATE);
      case Translation.CreateTable made -> needTables(of(made.target()), CREATE);
      case Translation.Insert into -> needTables(of(into.target()), UPDATE);
      case Translation.DropTable gone -> needTables(of(gone.target()), DELETE);
      case Translation.CreateSchema made -> needDatasets(made.project());
      case Translation.DropSchema gone ->
          needTables(new DatasetId(gone.project(), gone.dataset()), "bigquery.datasets.delete");
    }
  }

  private static DatasetId of(TablePath table) {
    return new DatasetId(table.project(), table.dataset());
  }
}
